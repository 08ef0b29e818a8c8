package io.fairlead.app.goals;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.goals.AlignmentStore.Given;
import io.fairlead.app.goals.AlignmentStore.Pair;
import io.fairlead.app.goals.Negotiation.Kind;
import io.fairlead.app.goals.Negotiation.Move;
import io.fairlead.app.goals.Negotiation.Side;
import io.fairlead.app.goals.Negotiation.Terms;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Aligning objectives by talking: propose, discuss, counter, agree, decline, withdraw, end. A
/// proposal waits for the other side and holds up nobody's work; only what is agreed counts.
@Component
public class Alignments {
  private static final int LONGEST_NOTE = 4_000;

  private final AlignmentStore store;
  private final GoalSettings settings;
  private final RollUps rollUps;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Clock clock;

  Alignments(
      AlignmentStore store,
      GoalSettings settings,
      RollUps rollUps,
      Idempotency idempotency,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.settings = settings;
    this.rollUps = rollUps;
    this.idempotency = idempotency;
    this.audit = audit;
    this.clock = clock;
  }

  /// What was said about a pair, how far it has come, and what the viewer may do next.
  public record Conversation(
      UUID child,
      String childTitle,
      UUID parent,
      String parentTitle,
      List<Move> moves,
      Negotiation negotiation,
      List<Kind> possible) {}

  /// What the objective moves and what moves it, as far as the viewer sees both ends.
  public List<Alignment> of(Viewer viewer, UUID objective) {
    return store.of(viewer, objective);
  }

  /// The pairs that wait for the viewer's answer.
  public List<Alignment> waitingFor(Viewer viewer) {
    return store.waitingFor(viewer);
  }

  /// What was said about a pair, for those of both sides and those above them.
  public Outcome<Conversation> conversation(Viewer viewer, UUID child, UUID parent) {
    Optional<Pair> pair = store.pair(viewer, child, parent);
    if (pair.isEmpty() || !mayFollow(pair.get())) {
      return Outcome.refused(Reason.notFound());
    }
    List<Move> moves = store.moves(child, parent);
    Negotiation negotiation = Negotiation.of(moves, pair.get().agreed());
    return Outcome.done(
        new Conversation(
            child,
            pair.get().childTitle(),
            parent,
            pair.get().parentTitle(),
            moves,
            negotiation,
            possible(pair.get(), negotiation)));
  }

  private static boolean mayFollow(Pair pair) {
    return pair.seesChild()
        && pair.seesParent()
        && (pair.readsNegotiation() || pair.worksOnParent());
  }

  /// Takes a step in the negotiation of a pair.
  public Outcome<Conversation> move(Viewer viewer, UUID child, UUID parent, AlignmentInput input) {
    return idempotency
        .once(
            viewer.person(),
            "alignment.move",
            input.key(),
            List.of(child, parent, input),
            Boolean.class,
            () -> taken(viewer, child, parent, input))
        .then(_ ->
            conversation(viewer, child, parent).isDone()
                ? conversation(viewer, child, parent)
                : Outcome.done(
                    new Conversation(
                        child, "", parent, "", List.of(), Negotiation.NOTHING, List.of())));
  }

  private Outcome<Boolean> taken(Viewer viewer, UUID child, UUID parent, AlignmentInput input) {
    store.alone();
    Optional<Pair> found = store.pair(viewer, child, parent);
    if (found.isEmpty() || !found.get().seesChild() || !found.get().seesParent()) {
      return Outcome.refused(Reason.notFound());
    }
    Pair pair = found.get();
    if (!pair.worksOnChild() && !pair.worksOnParent()) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    Optional<Kind> kind = Kind.find(input.move());
    if (kind.isEmpty()) {
      return Outcome.refused(Reason.invalid("move", "goals.unknown-choice"));
    }
    if (input.note().length() > LONGEST_NOTE) {
      return Outcome.refused(Reason.invalid("note", "too-long", LONGEST_NOTE));
    }
    Negotiation before = Negotiation.of(store.moves(child, parent), pair.agreed());
    if (!possible(pair, before).contains(kind.get())) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "goals.move." + kind.get().code()));
    }
    if (kind.get() == Kind.AGREED && before.offered() != null) {
      // What was left to give when it was offered may have been given to others since.
      List<Reason> reasons = against(viewer, child, parent, pair, before.offered());
      if (!reasons.isEmpty()) {
        return Outcome.refused(reasons);
      }
    }
    return terms(kind.get(), input)
        .then(terms -> taken(viewer, child, parent, pair, kind.get(), terms, input.note()));
  }

  /// What a step offers, if it is one that offers.
  private static Outcome<Optional<Terms>> terms(Kind kind, AlignmentInput input) {
    boolean offers = kind == Kind.PROPOSED || kind == Kind.COUNTERED;
    if (!offers) {
      boolean needsReason = kind == Kind.DECLINED || kind == Kind.ENDED || kind == Kind.DISCUSSED;
      return needsReason && input.note().isEmpty()
          ? Outcome.refused(Reason.invalid("note", "goals.note-missing"))
          : Outcome.done(Optional.empty());
    }
    if (input.isPrimary()) {
      return Outcome.done(Optional.of(new Terms(BigDecimal.ONE, true)));
    }
    boolean percent = input.share().endsWith("%");
    Optional<BigDecimal> share =
        Figures.parse(
                percent ? input.share().substring(0, input.share().length() - 1) : input.share())
            .map(figure -> percent ? figure.movePointLeft(2) : figure);
    if (share.isEmpty() || share.get().signum() <= 0 || share.get().compareTo(BigDecimal.ONE) > 0) {
      return Outcome.refused(Reason.invalid("share", "goals.share"));
    }
    return Outcome.done(Optional.of(new Terms(share.get(), false)));
  }

  private Outcome<Boolean> taken(
      Viewer viewer,
      UUID child,
      UUID parent,
      Pair pair,
      Kind kind,
      Optional<Terms> terms,
      String note) {
    List<Reason> reasons =
        terms.map(offered -> against(viewer, child, parent, pair, offered)).orElseGet(List::of);
    if (!reasons.isEmpty()) {
      return Outcome.refused(reasons);
    }
    store.append(child, parent, kind, terms.orElse(null), note, viewer.person(), clock.instant());
    boolean needsNobody =
        kind == Kind.PROPOSED
            && (pair.worksOnParent() || !settings.of(pair.pilot()).alignment().upwardsAgreement());
    if (needsNobody) {
      store.append(child, parent, Kind.AGREED, null, "", viewer.person(), clock.instant());
    }
    store.settle(child, parent, Negotiation.of(store.moves(child, parent), pair.agreed()));
    if (needsNobody || kind == Kind.AGREED || kind == Kind.ENDED) {
      rollUps.dueFor(List.of(child, parent));
    }
    if (kind != Kind.DISCUSSED) {
      audit.record(viewer.person(), "alignment." + kind.code(), "objective", child, null);
    }
    return Outcome.done(true);
  }

  /// The steps that the viewer may take now. Whoever works on both sides may take either's.
  private static List<Kind> possible(Pair pair, Negotiation negotiation) {
    List<Kind> kinds = new ArrayList<>();
    boolean open = pair.childState().isOpen() && pair.parentState().isOpen();
    if (!pair.worksOnChild() && !pair.worksOnParent()) {
      return kinds;
    }
    if (negotiation.isOver()) {
      if (pair.worksOnChild() && open) {
        kinds.add(Kind.PROPOSED);
      }
      return kinds;
    }
    kinds.add(Kind.DISCUSSED);
    if (negotiation.from() != null) {
      if (mayActFor(pair, negotiation.from().other())) {
        kinds.add(Kind.AGREED);
        kinds.add(Kind.DECLINED);
      }
      if (mayActFor(pair, negotiation.from())) {
        kinds.add(Kind.WITHDRAWN);
      }
    }
    boolean ownOfferWaits =
        negotiation.from() != null && !mayActFor(pair, negotiation.from().other());
    if (open && !ownOfferWaits) {
      kinds.add(Kind.COUNTERED);
    }
    if (negotiation.agreed() != null) {
      kinds.add(Kind.ENDED);
    }
    return kinds;
  }

  private static boolean mayActFor(Pair pair, Side side) {
    return side == Side.BELOW ? pair.worksOnChild() : pair.worksOnParent();
  }

  private List<Reason> against(Viewer viewer, UUID child, UUID parent, Pair pair, Terms terms) {
    var rules = settings.of(pair.pilot()).alignment();
    Given given = store.given(child, parent);
    List<Reason> reasons = new ArrayList<>();
    if (child.equals(parent)) {
      reasons.add(Reason.invalid("parent", "goals.aligned-to-itself"));
      return reasons;
    }
    if (!pair.cycleFits()) {
      reasons.add(Reason.invalid("parent", "goals.other-cycle"));
    }
    if (pair.sideways() && !rules.sideways()) {
      reasons.add(Reason.invalid("parent", "goals.not-sideways"));
    }
    if (terms.primary() && given.hasPrimary()) {
      reasons.add(Reason.invalid("primary", "goals.primary-taken"));
    }
    if (!terms.primary() && given.contributions() >= rules.contributionsAtMost()) {
      reasons.add(
          Reason.invalid("parent", "goals.too-many-contributions", rules.contributionsAtMost()));
    }
    if (!terms.primary() && given.shares().add(terms.share()).compareTo(BigDecimal.ONE) > 0) {
      reasons.add(
          Reason.invalid(
              "share",
              "goals.share-left",
              BigDecimal.ONE.subtract(given.shares()).movePointRight(2)));
    }
    List<UUID> circle = Circle.closedBy(child, parent, store.above(parent));
    if (!circle.isEmpty()) {
      reasons.add(Reason.invalid("parent", "goals.circle", path(viewer, circle)));
      return reasons;
    }
    if (store.levels(child, parent) > rules.levelsAtMost()) {
      reasons.add(Reason.invalid("parent", "goals.too-many-levels", rules.levelsAtMost()));
    }
    return reasons;
  }

  /// The circle in words; what the viewer may not see is only counted.
  private String path(Viewer viewer, List<UUID> circle) {
    StringBuilder path = new StringBuilder();
    for (String title : store.titles(viewer, circle)) {
      path.append(path.isEmpty() ? "" : " → ").append(title.isEmpty() ? "…" : "“" + title + "”");
    }
    return path.toString();
  }
}
