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
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Scorecards to begin from.
@Controller
public class CardStartPages {
  private final CardStarts starts;
  private final Scorecards scorecards;
  private final Policy policy;
  private final Pages pages;

  CardStartPages(CardStarts starts, Scorecards scorecards, Policy policy, Pages pages) {
    this.starts = starts;
    this.scorecards = scorecards;
    this.policy = policy;
    this.pages = pages;
  }

  /// @param chosen id of the starter that was sent and refused; empty before
  public record StartersPage(
      List<CardStarts.Offer> offers,
      List<Option> units,
      String chosen,
      FormState form,
      String key) {}

  @GetMapping("/scorecards/starters")
  @Guarded(record = "scorecard", act = "define", fields = "card")
  ModelAndView starters(@AuthenticationPrincipal Viewer viewer) {
    return page(viewer, "", FormState.EMPTY, Idempotency.freshKey());
  }

  @PostMapping("/scorecards/starters/{starter}")
  @Guarded(record = "scorecard", act = "define", fields = "card")
  Object begin(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String starter,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    UUID unit = null;
    String named = sent.getOrDefault("ofUnit", "");
    if (named.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      unit = UUID.fromString(named);
    }
    return switch (starts.begin(
        viewer, starter, new CardStarts.Beginning(sent.get("title"), unit), sent.get("key"))) {
      case Done<UUID>(UUID card) -> {
        Toasts.leave(response, pages.words().text("scorecards.starters.begun"), null);
        yield "redirect:/scorecards/" + card;
      }
      case Refused<UUID> refused -> {
        Reason.Kind kind = refused.reasons().getFirst().kind();
        if (kind == Reason.Kind.NOT_FOUND || kind == Reason.Kind.FORBIDDEN) {
          throw new RefusedException(refused);
        }
        ModelAndView again =
            page(
                viewer,
                starter,
                FormState.refused(sent, refused),
                sent.getOrDefault("key", Idempotency.freshKey()));
        again.setStatus(Errors.status(refused.reasons()));
        yield again;
      }
    };
  }

  private ModelAndView page(Viewer viewer, String chosen, FormState form, String key) {
    List<CardStarts.Offer> offers =
        switch (starts.offers(viewer)) {
          case Done<List<CardStarts.Offer>>(List<CardStarts.Offer> found) -> found;
          case Refused<List<CardStarts.Offer>> refused -> throw new RefusedException(refused);
        };
    Words words = pages.words();
    List<Option> units = new ArrayList<>();
    units.add(new Option("", words.text("scorecards.whole-organisation", words.organisation())));
    units.addAll(scorecards.units());
    return pages.show(
        "scorecard/starters",
        words.text("scorecards.starters.title"),
        Place.MEASURES,
        policy.seenBy(words, ScorecardRules.RECORD, ScorecardRules.CARD),
        new StartersPage(offers, units, chosen, form, key));
  }
}
