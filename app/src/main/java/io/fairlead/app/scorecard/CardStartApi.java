package io.fairlead.app.scorecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Scorecards to begin from, as JSON.
@RestController
@RequestMapping("/api/v1/scorecards/starters")
class CardStartApi {
  private final CardStarts starts;

  CardStartApi(CardStarts starts) {
    this.starts = starts;
  }

  record StarterJson(
      String id,
      int edition,
      String name,
      String about,
      List<StarterPerspectiveJson> perspectives,
      List<StarterArrowJson> arrows) {
    static StarterJson of(CardStarts.Offer offer) {
      CardStarter starter = offer.starter();
      return new StarterJson(
          starter.id(),
          starter.edition(),
          starter.name(),
          starter.about(),
          starter.perspectives().stream()
              .map(each -> StarterPerspectiveJson.of(offer, each))
              .toList(),
          starter.arrows().stream()
              .map(each ->
                  new StarterArrowJson(
                      each.from(), each.to(), each.sign().code(), each.lagMonths()))
              .toList());
    }
  }

  record StarterPerspectiveJson(
      String name, BigDecimal weight, List<StarterObjectiveJson> objectives) {
    static StarterPerspectiveJson of(CardStarts.Offer offer, CardStarter.Perspective perspective) {
      return new StarterPerspectiveJson(
          perspective.name(),
          perspective.weight(),
          perspective.objectives().stream()
              .map(each ->
                  new StarterObjectiveJson(
                      each.key(),
                      each.title(),
                      each.weight(),
                      each.measures().stream()
                          .map(id -> StarterMeasureJson.of(offer.needed().get(id)))
                          .toList()))
              .toList());
    }
  }

  record StarterObjectiveJson(
      String key, String title, BigDecimal weight, List<StarterMeasureJson> measures) {}

  /// @param catalogue its id in the catalogue
  /// @param measure the one of that name that is there; missing where it would be defined
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StarterMeasureJson(String catalogue, String name, @Nullable UUID measure) {
    static StarterMeasureJson of(CardStarts.@Nullable Needed needed) {
      CardStarts.Needed known = Objects.requireNonNull(needed);
      var there = known.there();
      return new StarterMeasureJson(
          known.example().id(), known.example().name(), there == null ? null : there.id());
    }
  }

  record StarterArrowJson(String from, String to, String sign, int lagMonths) {}

  record StartersJson(List<StarterJson> starters) {}

  @GetMapping
  @Guarded(record = "scorecard", act = "define", fields = "card", scope = "scorecards:read")
  StartersJson all(@AuthenticationPrincipal Viewer viewer) {
    return switch (starts.offers(viewer)) {
      case Done<List<CardStarts.Offer>>(List<CardStarts.Offer> offers) ->
          new StartersJson(offers.stream().map(StarterJson::of).toList());
      case Refused<List<CardStarts.Offer>> refused -> throw new RefusedException(refused);
    };
  }

  /// The card that was made.
  record Begun(UUID scorecard) {}

  @PostMapping("/{starter}")
  @Guarded(record = "scorecard", act = "define", fields = "card", scope = "scorecards:write")
  ResponseEntity<Begun> begin(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String starter,
      @RequestBody CardStarts.Beginning beginning,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return switch (starts.begin(viewer, starter, beginning, key)) {
      case Done<UUID>(UUID card) ->
          ResponseEntity.status(HttpStatus.CREATED)
              .header("Location", "/api/v1/scorecards/" + card)
              .body(new Begun(card));
      case Refused<UUID> refused -> throw new RefusedException(refused);
    };
  }
}
