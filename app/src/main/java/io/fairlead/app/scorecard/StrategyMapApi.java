package io.fairlead.app.scorecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.scorecard.StrategyMaps.Tested;
import io.fairlead.methods.scorecard.ArrowTest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Strategy maps, as JSON.
@RestController
@RequestMapping("/api/v1/scorecards/{id}")
class StrategyMapApi {
  private final Scorecards scorecards;
  private final StrategyMaps maps;

  StrategyMapApi(Scorecards scorecards, StrategyMaps maps) {
    this.scorecards = scorecards;
    this.maps = maps;
  }

  record MapJson(List<ArrowJson> arrows) {}

  /// @param state `supported`, `not-supported` or `too-little-data`
  /// @param finding what the data show; missing without a measure at both ends that the reader sees
  /// @param period what was compared: `daily` to `yearly`
  /// @param lag after how many such periods they go together most
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ArrowJson(
      UUID id,
      UUID from,
      UUID to,
      String sign,
      int lagMonths,
      String note,
      String state,
      @Nullable String finding,
      @Nullable String period,
      @Nullable Integer periods,
      @Nullable Integer lag,
      @Nullable Double correlation,
      @Nullable Double band) {
    static ArrowJson of(Tested tested) {
      Arrow arrow = tested.arrow();
      ArrowTest test = tested.test();
      boolean told = test != null && test.finding() != ArrowTest.Finding.TOO_LITTLE_DATA;
      return new ArrowJson(
          arrow.id(),
          arrow.from(),
          arrow.to(),
          arrow.sign().code(),
          arrow.lagMonths(),
          arrow.note(),
          tested.state(),
          test == null ? null : test.finding().code(),
          test == null ? null : tested.period().code(),
          test == null ? null : (Integer) test.periods(),
          test == null || !told ? null : (Integer) test.lag(),
          test == null || !told ? null : (Double) test.correlation(),
          test == null || !told ? null : (Double) test.band());
    }
  }

  @GetMapping("/map")
  @Guarded(record = "scorecard", act = "read", fields = "card", scope = "scorecards:read")
  MapJson map(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Scorecard card =
        scorecards.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return new MapJson(maps.of(viewer, card).stream().map(ArrowJson::of).toList());
  }

  record Drawn(UUID id) {}

  @PostMapping("/arrows")
  @Guarded(record = "scorecard", act = "change", fields = "card", scope = "scorecards:write")
  @ResponseStatus(HttpStatus.CREATED)
  Drawn draw(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody ArrowInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new Drawn(ScorecardApi.done(maps.draw(viewer, id, input, key)));
  }

  @DeleteMapping("/arrows/{arrow}")
  @Guarded(record = "scorecard", act = "change", fields = "card", scope = "scorecards:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void erase(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID arrow,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    ScorecardApi.done(maps.erase(viewer, id, arrow, key));
  }
}
