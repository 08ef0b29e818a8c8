package io.fairlead.app.feedback;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.feedback.Rater.ChosenBy;
import io.fairlead.app.people.People;
import io.fairlead.app.people.PersonEntry;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Reason.Kind;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Choosing who is asked about whom: the reviewee proposes, the manager agrees, adds and takes off,
/// people operations can do so in their place. The reviewee's choices are at most half of a group.
@Component
class Choosing {
  private static final int SUGGESTED = 8;
  private static final int MOST = 60;
  private static final int NAME = 200;

  private final SubjectStore subjects;
  private final RaterStore raters;
  private final RoundStore rounds;
  private final People people;
  private final Idempotency idempotency;
  private final Audit audit;

  Choosing(
      SubjectStore subjects,
      RaterStore raters,
      RoundStore rounds,
      People people,
      Idempotency idempotency,
      Audit audit) {
    this.subjects = subjects;
    this.raters = raters;
    this.rounds = rounds;
    this.people = people;
    this.idempotency = idempotency;
    this.audit = audit;
  }

  /// Somebody to be asked.
  ///
  /// @param person of the organisation; null for somebody from outside
  /// @param name of somebody from outside; likewise the address
  /// @param relationship `peer`, `report`, `crossfunctional` or `other`; of somebody from outside
  ///   `other`
  public record Proposal(
      @Nullable UUID person,
      @Nullable String name,
      @Nullable String email,
      @Nullable String relationship) {}

  /// If the viewer may see who is to be asked.
  public Optional<Subject> find(Viewer viewer, UUID subject) {
    return subjects.find(viewer, subject);
  }

  /// What waits for the viewer: their own choice, and those of their people.
  public List<Subject> waitingFor(Viewer viewer) {
    return subjects.waitingFor(viewer);
  }

  /// Of a round, those whose raters the viewer may see, by name.
  List<Subject> of(Viewer viewer, UUID round, int limit, String after) {
    return subjects.of(viewer, round, limit, after);
  }

  /// Who is there already. Who would rather not stands there like everybody who was asked: nobody
  /// learns it.
  List<Rater> raters(Subject subject) {
    return raters.of(subject.id()).stream()
        .map(rater -> rater.state() == Rater.State.DECLINED ? rater.in(Rater.State.ASKED) : rater)
        .toList();
  }

  /// Whom the reviewee works with and who is not there yet; nobody where the round leaves that out.
  List<RaterStore.Suggestion> suggestions(Viewer viewer, Subject subject) {
    return suggestions(viewer, subject, rounds.find(subject.round()).orElseThrow());
  }

  /// Likewise.
  ///
  /// @param round the subject's
  List<RaterStore.Suggestion> suggestions(Viewer viewer, Subject subject, Round round) {
    return round.terms().has(FeedbackIndicator.ASSIGNMENT)
        ? raters.suggestions(subject.id(), round.id(), viewer.today(), SUGGESTED)
        : List.of();
  }

  /// How many of a group the reviewee may choose: half of the places.
  static int ownChoices(RoundTerms terms, Relationship group) {
    return places(terms, group) / 2;
  }

  static int places(RoundTerms terms, Relationship group) {
    return switch (group) {
      case PEER, CROSSFUNCTIONAL -> terms.peers();
      case REPORT -> terms.reports();
      case OTHER -> terms.others();
      case SELF, MANAGER -> 1;
      case MEMBER -> 0;
    };
  }

  /// Whose places somebody takes: colleagues from other functions those of peers.
  static Relationship shares(Relationship group) {
    return group == Relationship.CROSSFUNCTIONAL ? Relationship.PEER : group;
  }

  /// Proposes somebody. By a reviewee within their half; by a manager and people operations as many
  /// as they like.
  public Outcome<UUID> propose(
      Viewer viewer, UUID subject, Proposal proposal, @Nullable String key) {
    return act(
        viewer,
        subject,
        null,
        "feedback-subject.propose",
        key,
        proposal,
        (round, about) -> {
          Relationship relationship = relationship(proposal);
          if (relationship == Relationship.SELF || relationship == Relationship.MANAGER) {
            return Outcome.refused(Reason.invalid("relationship", "feedback.unknown-choice"));
          }
          if (proposal.person() == null && relationship != Relationship.OTHER) {
            return Outcome.refused(Reason.invalid("relationship", "feedback.guest-is-other"));
          }
          ChosenBy by = chooser(viewer, about);
          List<Rater> there = raters.of(about.id());
          if (there.size() >= MOST) {
            return Outcome.refused(Reason.of(Kind.CONFLICT, "feedback.many-raters", MOST));
          }
          if (proposal.person() != null && places(round.terms(), relationship) == 0) {
            return Outcome.refused(Reason.invalid("relationship", "feedback.no-places"));
          }
          int half = ownChoices(round.terms(), relationship);
          long own =
              there.stream()
                  .filter(rater ->
                      rater.chosenBy() == ChosenBy.REVIEWEE
                          && shares(rater.relationship()) == shares(relationship)
                          && rater.state() == Rater.State.PROPOSED)
                  .count();
          if (by == ChosenBy.REVIEWEE && own >= half) {
            return Outcome.refused(Reason.invalid("person", "feedback.half-is-yours", half));
          }
          UUID person = proposal.person();
          return person == null
              ? guest(about, proposal, by)
              : colleague(viewer, about, there, person, relationship, by);
        });
  }

  /// Whoever comes from outside is counted among the others; `self` stands for what nobody is.
  private static Relationship relationship(Proposal proposal) {
    Relationship usual = proposal.person() == null ? Relationship.OTHER : Relationship.PEER;
    return proposal.relationship() == null
        ? usual
        : Relationship.find(proposal.relationship()).orElse(Relationship.SELF);
  }

  private Outcome<UUID> colleague(
      Viewer viewer,
      Subject about,
      List<Rater> there,
      UUID person,
      Relationship relationship,
      ChosenBy by) {
    Optional<PersonEntry> found = people.find(viewer, person);
    if (found.isEmpty() || !found.get().here()) {
      return Outcome.refused(Reason.invalid("person", "feedback.unknown-person"));
    }
    if (person.equals(about.person()) || person.equals(about.manager())) {
      return Outcome.refused(Reason.invalid("person", "feedback.rates-by-name"));
    }
    Optional<Rater> before =
        there.stream().filter(rater -> person.equals(rater.person())).findFirst();
    if (before.isPresent() && before.get().state() != Rater.State.TAKEN_OFF) {
      return Outcome.refused(Reason.invalid("person", "feedback.there-already"));
    }
    raters.propose(about.id(), person, relationship, by);
    return Outcome.done(about.id());
  }

  private Outcome<UUID> guest(Subject about, Proposal proposal, ChosenBy by) {
    String name = Objects.requireNonNullElse(proposal.name(), "").strip();
    GuestAddress address = GuestAddress.of(Objects.requireNonNullElse(proposal.email(), ""));
    List<Reason> wrong = new ArrayList<>();
    if (name.isEmpty() || name.length() > NAME || name.indexOf('\0') >= 0) {
      wrong.add(Reason.invalid("name", "feedback.guest-name"));
    }
    address.problem(raters).ifPresent(wrong::add);
    if (!wrong.isEmpty()) {
      return Outcome.refused(wrong);
    }
    raters.proposeGuest(about.round(), about.id(), name, address, by);
    return Outcome.done(about.id());
  }

  /// A reviewee's own proposal until they hand in; anybody but self and manager for the others.
  public Outcome<UUID> takeOff(Viewer viewer, UUID subject, UUID rater, @Nullable String key) {
    return act(
        viewer,
        subject,
        null,
        "feedback-subject.take-off",
        key,
        rater,
        (_, about) -> {
          Optional<Rater> found = raters.find(about.id(), rater);
          if (found.isEmpty()) {
            return Outcome.refused(Reason.notFound());
          }
          boolean own =
              found.get().chosenBy() == ChosenBy.REVIEWEE
                  && found.get().state() == Rater.State.PROPOSED;
          if (found.get().isNamed() || !(own || about.maySettle())) {
            return Outcome.refused(Reason.of(Kind.FORBIDDEN, "feedback.not-yours-to-take-off"));
          }
          raters.takeOff(rater);
          return Outcome.done(about.id());
        });
  }

  /// The reviewee is done; it is the manager's turn.
  public Outcome<UUID> handIn(Viewer viewer, UUID subject, long version, @Nullable String key) {
    return act(
        viewer,
        subject,
        version,
        "feedback-subject.hand-in",
        key,
        "",
        (_, about) -> {
          if (!about.mayNominate()) {
            return Outcome.refused(Reason.of(Kind.FORBIDDEN, "forbidden"));
          }
          subjects.move(about.id(), Subject.Nominations.HANDED_IN);
          return Outcome.done(about.id());
        });
  }

  /// The manager, or people operations, is content.
  public Outcome<UUID> settle(Viewer viewer, UUID subject, long version, @Nullable String key) {
    return act(
        viewer,
        subject,
        version,
        "feedback-subject.settle",
        key,
        "",
        (_, about) -> {
          if (!about.maySettle()) {
            return Outcome.refused(Reason.of(Kind.FORBIDDEN, "forbidden"));
          }
          subjects.move(about.id(), Subject.Nominations.SETTLED);
          return Outcome.done(about.id());
        });
  }

  /// A manager who is people operations acts as the manager; about themselves nobody but the
  /// reviewee.
  private static ChosenBy chooser(Viewer viewer, Subject about) {
    if (viewer.person().equals(about.person())) {
      return ChosenBy.REVIEWEE;
    }
    return viewer.person().equals(about.manager()) ? ChosenBy.MANAGER : ChosenBy.PEOPLE_OPERATIONS;
  }

  private interface Step {
    Outcome<UUID> on(Round round, Subject subject);
  }

  private Outcome<UUID> act(
      Viewer viewer,
      UUID id,
      @Nullable Long version,
      String name,
      @Nullable String key,
      Object input,
      Step step) {
    Optional<Subject> seen = subjects.find(viewer, id);
    if (seen.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    return idempotency.once(
        viewer.person(),
        name,
        key,
        List.of(id, input),
        UUID.class,
        () -> {
          Optional<Long> now = subjects.lock(id);
          Subject about = subjects.find(viewer, id).orElse(seen.get());
          boolean isOwn = viewer.person().equals(about.person());
          Round round = rounds.find(about.round()).orElseThrow();
          if (round.state() != RoundState.NOMINATING) {
            return Outcome.refused(
                Reason.of(Kind.CONFLICT, "feedback.other-state." + round.state().code()));
          }
          if (round.terms().isFollowUp()) {
            return Outcome.refused(Reason.of(Kind.CONFLICT, "feedback.follow-up-raters"));
          }
          if (isOwn && about.nominations() != Subject.Nominations.OPEN) {
            return Outcome.refused(Reason.of(Kind.CONFLICT, "feedback.handed-in"));
          }
          if (version != null && !now.equals(Optional.of(version))) {
            return Outcome.refused(Reason.of(Kind.STALE, "stale"));
          }
          return step.on(round, about)
              .then(done -> {
                subjects.touch(id);
                audit.record(viewer.person(), name, RoundRules.SUBJECT, id, about.person());
                return Outcome.done(done);
              });
        });
  }
}
