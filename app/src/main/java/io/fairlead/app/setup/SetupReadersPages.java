package io.fairlead.app.setup;

import io.fairlead.app.access.BulkInvitations;
import io.fairlead.app.access.Invitable;
import io.fairlead.app.access.Invitations;
import io.fairlead.app.goals.GoalLibrary;
import io.fairlead.app.messages.Audiences.Named;
import io.fairlead.app.messages.Previews;
import io.fairlead.app.messages.WrittenLetter;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Frame;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The first run's last step: who reads what, and whom to invite.
@Controller
public class SetupReadersPages {
  private static final int FIRST = 3;
  private static final int MOST_LINKS = 200;
  private final Setup setup;
  private final SetupStages stages;
  private final GoalLibrary library;
  private final Invitations invitations;
  private final BulkInvitations mailed;
  private final Previews previews;
  private final Policy policy;
  private final Pages pages;

  SetupReadersPages(
      Setup setup,
      SetupStages stages,
      GoalLibrary library,
      Invitations invitations,
      BulkInvitations mailed,
      Previews previews,
      Policy policy,
      Pages pages) {
    this.setup = setup;
    this.stages = stages;
    this.library = library;
    this.invitations = invitations;
    this.mailed = mailed;
    this.previews = previews;
    this.policy = policy;
    this.pages = pages;
  }

  /// Who may read what, as the policy has it.
  public record Reading(String what, SeenBy seenBy) {}

  /// @param invited with a link to hand over, where there is no mail server
  public record ReadersPage(
      SetupStages.Stage stage,
      List<Reading> readings,
      List<String> places,
      List<Invitable> candidates,
      @Nullable WrittenLetter letter,
      boolean mail,
      List<Handed> invited,
      int sent,
      List<String> errors,
      UUID key) {
    public ReadersPage {
      readings = List.copyOf(readings);
      places = List.copyOf(places);
      candidates = List.copyOf(candidates);
      invited = List.copyOf(invited);
      errors = List.copyOf(errors);
    }

    /// Whether this is one of those who come first.
    public boolean first(int index) {
      return index < FIRST;
    }
  }

  /// Somebody with the link that lets them in.
  public record Handed(String name, String link) {}

  @GetMapping("/setup/readers")
  @Guarded(record = "setup", act = "read", fields = "steps")
  ModelAndView readers(@AuthenticationPrincipal Viewer viewer) {
    stages.allowed(viewer);
    return readers(viewer, List.of(), 0, FormState.EMPTY);
  }

  private ModelAndView readers(Viewer viewer, List<Handed> invited, int sent, FormState form) {
    Words words = pages.words();
    Frame frame = pages.frame("", Place.HOME, null);
    List<Reading> readings = new ArrayList<>();
    for (String[] each : SEEN) {
      if (each[0].equals("person") || words.uses(library)) {
        readings.add(
            new Reading(
                words.text("setup.readers." + each[0] + "." + each[1]),
                policy.seenBy(words, each[0], each[1])));
      }
    }
    List<Invitable> candidates = mailed.wouldInvite(viewer, Named.EVERYONE);
    return stages.shown(
        "setup/readers",
        SetupStep.READERS,
        null,
        new ReadersPage(
            stages.stage(SetupStep.READERS),
            readings,
            frame.places().stream()
                .filter(Place::everyday)
                .map(place -> words.text(place.key()))
                .toList(),
            candidates,
            candidates.isEmpty()
                ? null
                : previews.written(
                    words,
                    BulkInvitations.letter(viewer.person()),
                    Map.of(viewer.person(), viewer.name())),
            mailed.possible(),
            invited,
            sent,
            form.general(words),
            UUID.fromString(Idempotency.freshKey())),
        form);
  }

  private static final String[][] SEEN = {
    {"objective", "goal"},
    {"objective", "confidence"},
    {"person", "directory"},
    {"person", "contact"}
  };

  /// @param whom `some`, `everyone` or `nobody`
  @PostMapping("/setup/invitations")
  @Guarded(record = "setup", act = "change", fields = "steps")
  Object invite(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "nobody") String whom,
      @RequestParam(required = false) @Nullable List<UUID> person,
      @RequestParam(defaultValue = "") String key) {
    SetupStages.done(setup.mark(viewer, SetupStep.READERS, whom.equals("nobody")));
    List<Invitable> candidates = mailed.wouldInvite(viewer, Named.EVERYONE);
    List<UUID> some = person == null ? List.of() : person;
    List<Invitable> chosen =
        switch (whom) {
          case "everyone" -> candidates;
          case "some" -> candidates.stream().filter(each -> some.contains(each.person())).toList();
          default -> List.of();
        };
    if (whom.equals("nobody")) {
      return "redirect:/setup/readers";
    }
    if (chosen.isEmpty()) {
      Refused<Integer> nobody =
          new Refused<>(List.of(Reason.invalid("person", "nobody-to-invite")));
      return readers(viewer, List.of(), 0, FormState.refused(Map.of(), nobody));
    }
    return mailed.possible() ? mailed(viewer, whom, chosen, key) : handed(viewer, chosen);
  }

  private ModelAndView mailed(Viewer viewer, String whom, List<Invitable> chosen, String key) {
    if (whom.equals("everyone")) {
      return sent(viewer, mailed.invite(viewer, Named.EVERYONE, key));
    }
    int count = 0;
    for (Invitable each : chosen) {
      Outcome<Integer> outcome =
          mailed.invite(viewer, new Named(null, each.person()), key + " " + each.person());
      if (outcome instanceof Refused<Integer>) {
        return sent(viewer, outcome);
      }
      count += SetupStages.done(outcome);
    }
    return sent(viewer, Outcome.done(count));
  }

  private ModelAndView sent(Viewer viewer, Outcome<Integer> outcome) {
    return switch (outcome) {
      case Done<Integer>(Integer count) -> readers(viewer, List.of(), count, FormState.EMPTY);
      case Refused<Integer> refused ->
          readers(viewer, List.of(), 0, FormState.refused(Map.of(), refused));
    };
  }

  /// Links to hand over, each shown this once.
  private ModelAndView handed(Viewer viewer, List<Invitable> chosen) {
    List<Handed> handed =
        chosen.stream()
            .limit(MOST_LINKS)
            .map(each ->
                new Handed(each.name(), SetupStages.done(invitations.link(viewer, each.person()))))
            .toList();
    return readers(viewer, handed, 0, FormState.EMPTY);
  }
}
