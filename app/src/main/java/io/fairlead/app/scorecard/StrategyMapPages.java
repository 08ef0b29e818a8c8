package io.fairlead.app.scorecard;

import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import io.fairlead.app.scorecard.StrategyMaps.Tested;
import io.fairlead.methods.scorecard.Sign;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The strategy map as a picture and as a list; an arrow is drawn by a form, which a click on two
/// cards fills in.
@Controller
public class StrategyMapPages {
  private final Scorecards scorecards;
  private final CardScores scores;
  private final StrategyMaps maps;
  private final Policy policy;
  private final Pages pages;

  StrategyMapPages(
      Scorecards scorecards, CardScores scores, StrategyMaps maps, Policy policy, Pages pages) {
    this.scorecards = scorecards;
    this.scores = scores;
    this.maps = maps;
    this.policy = policy;
    this.pages = pages;
  }

  public record MapPage(
      Scorecard card,
      MapPicture picture,
      List<ArrowRow> arrows,
      List<Option> objectives,
      List<Option> signs,
      FormState form,
      String key) {}

  /// @param sentence what the arrow says
  /// @param finding what the data say
  public record ArrowRow(UUID id, String sentence, String state, String finding, String note) {
    static List<ArrowRow> of(Words words, Scorecard card, List<Tested> arrows) {
      Map<UUID, String> titles = new HashMap<>();
      card.objectives().forEach(each -> titles.put(each.id(), each.title()));
      return arrows.stream().map(each -> row(words, titles, each)).toList();
    }
  }

  @GetMapping("/scorecards/{id}/map")
  @Guarded(record = "scorecard", act = "read", fields = "card")
  ModelAndView map(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return page(viewer, card(viewer, id), FormState.EMPTY, Idempotency.freshKey());
  }

  private Scorecard card(Viewer viewer, UUID id) {
    return scorecards.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private ModelAndView page(Viewer viewer, Scorecard card, FormState form, String key) {
    Words words = pages.words();
    List<Tested> arrows = maps.of(viewer, card);
    return pages.show(
        "scorecard/map",
        words.text("scorecards.map", card.title()),
        Place.MEASURES,
        policy.seenBy(words, ScorecardRules.RECORD, ScorecardRules.CARD),
        new MapPage(
            card,
            MapPicture.of(words, scores.of(viewer, card, viewer.today()), arrows),
            ArrowRow.of(words, card, arrows),
            card.objectives().map(each -> new Option(each.id().toString(), each.title())).toList(),
            Arrays.stream(Sign.values())
                .map(each -> new Option(each.code(), words.text("scorecards.sign." + each.code())))
                .toList(),
            form,
            key));
  }

  private static ArrowRow row(Words words, Map<UUID, String> titles, Tested tested) {
    Arrow arrow = tested.arrow();
    return new ArrowRow(
        arrow.id(),
        words.text(
            "scorecards.arrow." + arrow.sign().code(),
            Objects.requireNonNullElse(titles.get(arrow.from()), ""),
            Objects.requireNonNullElse(titles.get(arrow.to()), ""),
            arrow.lagMonths()),
        tested.state(),
        MapWords.finding(words, tested),
        arrow.note());
  }

  @PostMapping("/scorecards/{id}/arrows")
  @Guarded(record = "scorecard", act = "change", fields = "card")
  Object draw(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    String lag = form.getOrDefault("lagMonths", "").strip();
    ArrowInput input =
        new ArrowInput(
            CardForm.id(form.get("from")),
            CardForm.id(form.get("to")),
            form.get("sign"),
            lag.isEmpty() ? 0 : lag.matches("\\d{1,4}") ? Integer.parseInt(lag) : -1,
            form.get("note"));
    return switch (maps.draw(viewer, id, input, form.get("key"))) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text("scorecards.arrow-drawn"), null);
        yield "redirect:/scorecards/" + id + "/map";
      }
      case Refused<UUID> refused -> {
        ModelAndView page =
            page(
                viewer,
                card(viewer, id),
                FormState.refused(form, refused),
                form.getOrDefault("key", Idempotency.freshKey()));
        page.setStatus(Errors.status(refused.reasons()));
        yield page;
      }
    };
  }

  @PostMapping("/scorecards/{id}/arrows/{arrow}/removal")
  @Guarded(record = "scorecard", act = "change", fields = "card")
  String erase(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID arrow,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    if (maps.erase(viewer, id, arrow, form.get("key")) instanceof Refused<UUID> refused) {
      throw new RefusedException(refused);
    }
    Toasts.leave(response, pages.words().text("scorecards.arrow-erased"), null);
    return "redirect:/scorecards/" + id + "/map";
  }
}
