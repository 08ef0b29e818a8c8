package io.fairlead.app.feedback;

import io.fairlead.app.people.People;
import io.fairlead.app.people.PersonEntry;
import io.fairlead.app.platform.Outcome;
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
import io.fairlead.methods.instruments.Relationship;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who is asked about somebody: one page for the reviewee, their manager and people operations.
@Controller
class RaterPages {
  private static final List<Relationship> GROUPS =
      List.of(
          Relationship.PEER, Relationship.REPORT, Relationship.CROSSFUNCTIONAL, Relationship.OTHER);

  private final Choosing choosing;
  private final Rounds rounds;
  private final RaterReminders reminders;
  private final People people;
  private final Policy policy;
  private final Pages pages;

  RaterPages(
      Choosing choosing,
      Rounds rounds,
      RaterReminders reminders,
      People people,
      Policy policy,
      Pages pages) {
    this.reminders = reminders;
    this.choosing = choosing;
    this.rounds = rounds;
    this.people = people;
    this.policy = policy;
    this.pages = pages;
  }

  @GetMapping("/feedback/raters/{subject}")
  @Guarded(record = "feedback-subject", act = "read", fields = "raters")
  ModelAndView one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID subject) {
    return shown(viewer, subject, FormState.EMPTY);
  }

  private ModelAndView shown(Viewer viewer, UUID id, FormState form) {
    Words words = pages.words();
    Subject subject =
        choosing.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    Round round =
        rounds
            .find(viewer, subject.round())
            .orElseThrow(() -> new RefusedException(Reason.notFound()));
    boolean own = subject.person().equals(viewer.person());
    List<Rater> raters = choosing.raters(subject);
    List<RoundPage.Group> groups = new ArrayList<>();
    for (Relationship group : GROUPS) {
      List<Rater> those = raters.stream().filter(rater -> rater.relationship() == group).toList();
      if (!those.isEmpty() || (places(round, group) > 0 && !isGone(round, raters))) {
        groups.add(
            new RoundPage.Group(
                group.code(),
                words.text("feedback.group." + group.code()),
                standing(words, round.terms(), group, those, own),
                those));
      }
    }
    return pages.show(
        "feedback/raters",
        own
            ? words.text("feedback.raters.own")
            : words.text(
                "feedback.raters.of",
                Objects.requireNonNullElse(subject.name(), words.text("feedback.somebody"))),
        Place.FEEDBACK,
        policy.seenBy(words, RoundRules.SUBJECT, RoundRules.RATERS),
        new RoundPage.Raters(
            subject,
            round,
            own,
            isGone(round, raters) ? words.text("feedback.raters.gone") : named(words, raters),
            groups,
            choosing.suggestions(viewer, subject, round).stream()
                .map(each ->
                    new RoundPage.Suggested(
                        each.person(),
                        Objects.requireNonNullElse(each.name(), words.text("feedback.somebody")),
                        each.ties()))
                .toList(),
            List.of(
                option(words, Relationship.PEER),
                option(words, Relationship.CROSSFUNCTIONAL),
                option(words, Relationship.REPORT),
                option(words, Relationship.OTHER)),
            reminders.from(viewer, subject, round).orElse(null),
            policy.seenBy(words, RoundRules.SUBJECT, RoundRules.RATERS),
            form,
            Idempotency.freshKey()));
  }

  /// Whether who was asked was let go: everybody is asked about themselves, at least.
  private static boolean isGone(Round round, List<Rater> raters) {
    return raters.isEmpty()
        && (round.state() == RoundState.PUBLISHED || round.state() == RoundState.STOPPED);
  }

  /// Those who rate by name, in a sentence.
  private static String named(Words words, List<Rater> raters) {
    return raters.stream()
        .filter(Rater::isNamed)
        .sorted(Comparator.comparing(Rater::relationship))
        .map(rater ->
            words.text(
                "feedback.raters.named." + rater.relationship().code(),
                Objects.requireNonNullElse(rater.name(), words.text("feedback.somebody"))))
        .collect(Collectors.joining(" "));
  }

  private static Option option(Words words, Relationship group) {
    return new Option(group.code(), words.text("feedback.relationship." + group.code()));
  }

  private static int places(Round round, Relationship group) {
    return switch (group) {
      case CROSSFUNCTIONAL, OTHER -> 0;
      default -> Choosing.places(round.terms(), group);
    };
  }

  /// What the group has, and how many more would open it: of those who are asked, which everybody
  /// knows who chose them; never of those who answered.
  private static String standing(
      Words words, RoundTerms terms, Relationship group, List<Rater> raters, boolean own) {
    int there =
        (int)
            raters.stream()
                .filter(rater ->
                    rater.state() == Rater.State.PROPOSED || rater.state() == Rater.State.ASKED)
                .count();
    int missing = terms.numeric() - there;
    StringBuilder said =
        new StringBuilder(
            missing > 0
                ? words.text("feedback.raters.more-open", there, missing)
                : words.text("feedback.raters.enough", there, terms.numeric()));
    if (own) {
      said.append(' ')
          .append(words.text("feedback.raters.half", Choosing.ownChoices(terms, group)));
    }
    return said.toString();
  }

  @PostMapping("/feedback/raters/{subject}")
  @Guarded(record = "feedback-subject", act = "read", fields = "raters")
  Object propose(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID subject,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    String name = form.getOrDefault("person", "").strip();
    Optional<UUID> known =
        Optional.ofNullable(form.get("suggested"))
            .flatMap(RaterPages::id)
            .or(() -> people.meant(viewer, name).map(PersonEntry::id));
    boolean guest = "true".equals(form.get("outside"));
    if (!guest && known.isEmpty()) {
      return refused(
          viewer,
          subject,
          form,
          new Refused<UUID>(
              List.of(
                  name.isEmpty()
                      ? Reason.invalid("person", "feedback.whom")
                      : Reason.invalid("person", "feedback.nobody-called", name))));
    }
    return done(
        viewer,
        subject,
        form,
        choosing.propose(
            viewer,
            subject,
            new Choosing.Proposal(
                guest ? null : known.orElse(null),
                form.get("name"),
                form.get("email"),
                guest ? Relationship.OTHER.code() : form.get("relationship")),
            form.get("key")),
        "feedback.raters.added",
        response);
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  @PostMapping("/feedback/raters/{subject}/{rater}/removal")
  @Guarded(record = "feedback-subject", act = "read", fields = "raters")
  Object takeOff(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID subject,
      @PathVariable UUID rater,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    return done(
        viewer,
        subject,
        form,
        choosing.takeOff(viewer, subject, rater, form.get("key")),
        "feedback.raters.off",
        response);
  }

  @PostMapping("/feedback/raters/{subject}/hand-in")
  @Guarded(record = "feedback-subject", act = "nominate", fields = "raters")
  Object handIn(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID subject,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    return done(
        viewer,
        subject,
        form,
        choosing.handIn(viewer, subject, RoundPages.version(form), form.get("key")),
        "feedback.raters.handed-in",
        response);
  }

  @PostMapping("/feedback/raters/{subject}/settlement")
  @Guarded(record = "feedback-subject", act = "settle", fields = "raters")
  Object settle(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID subject,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    return done(
        viewer,
        subject,
        form,
        choosing.settle(viewer, subject, RoundPages.version(form), form.get("key")),
        "feedback.raters.settled",
        response);
  }

  @PostMapping("/feedback/raters/{subject}/reminder")
  @Guarded(record = "feedback-subject", act = "remind", fields = "raters")
  Object remind(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID subject,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    return done(
        viewer,
        subject,
        form,
        reminders.remind(viewer, subject, form.get("key")),
        "feedback.raters.reminded",
        response);
  }

  private Object done(
      Viewer viewer,
      UUID subject,
      Map<String, String> form,
      Outcome<UUID> outcome,
      String toast,
      HttpServletResponse response) {
    return switch (outcome) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text(toast), null);
        yield "redirect:/feedback/raters/" + subject;
      }
      case Refused<UUID> refused -> refused(viewer, subject, form, refused);
    };
  }

  private ModelAndView refused(
      Viewer viewer, UUID subject, Map<String, String> form, Refused<UUID> refused) {
    if (refused.reasons().stream().anyMatch(each -> each.kind() == Reason.Kind.NOT_FOUND)) {
      throw new RefusedException(refused);
    }
    ModelAndView page = shown(viewer, subject, FormState.refused(form, refused));
    page.setStatus(Errors.status(refused.reasons()));
    return page;
  }
}
