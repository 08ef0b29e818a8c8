package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.Cycles;
import io.fairlead.app.cycles.OpenCycles;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Stands between the editor's text and the capability: fills the page with what can be chosen,
/// finds people by their names, and saves what was written, merged with what others wrote
/// meanwhile.
@Component
class Editor {
  static final int GOOD_SHARE = 70;

  private final Objectives objectives;
  private final Alignments alignments;
  private final EditorStore store;
  private final GoalFindingStore findings;
  private final Cycles cycles;
  private final GoalCycles goalCycles;
  private final GoalSettings settings;
  private final TakeBack takeBack;
  private final TransactionTemplate transaction;

  Editor(
      Objectives objectives,
      Alignments alignments,
      EditorStore store,
      GoalFindingStore findings,
      Cycles cycles,
      GoalCycles goalCycles,
      GoalSettings settings,
      TakeBack takeBack,
      PlatformTransactionManager transactions) {
    this.objectives = objectives;
    this.alignments = alignments;
    this.store = store;
    this.findings = findings;
    this.cycles = cycles;
    this.goalCycles = goalCycles;
    this.settings = settings;
    this.takeBack = takeBack;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// What came of a save.
  ///
  /// @param form as it should stand in the browser now
  /// @param clashes what somebody else wrote into the same fields; nothing was saved then
  /// @param merged whether something that somebody else wrote meanwhile was taken over
  record Saving(
      Outcome<Objective> outcome,
      EditorForm form,
      long version,
      List<EditorMerge.Clash> clashes,
      boolean merged,
      String other) {}

  Saving draft(Viewer writer, EditorForm form, String key) {
    Outcome<Objective> outcome = objectives.draft(writer, input(writer, form, ""), key);
    keepWishes(outcome, form);
    return new Saving(outcome, form, 0, List.of(), false, "");
  }

  /// Saves over the version that the writer began with. If it is no longer the newest, what both
  /// wrote is brought together, and saved unless both wrote into one field.
  Saving save(Viewer writer, UUID id, EditorForm form, long version) {
    Optional<Objective> now = objectives.find(writer, id);
    Optional<ObjectivePlan> base =
        now.isPresent() && now.get().version() != version
            ? objectives.wording(writer, id, version)
            : Optional.empty();
    if (now.isEmpty() || base.isEmpty()) {
      return saved(writer, id, form, version, now, false, "");
    }
    Objective theirs = now.get();
    EditorMerge merge =
        EditorMerge.of(
            form(base.get(), "").withWishesOf(form),
            form(theirs.plan(), "").withWishesOf(form),
            form);
    String other = store.writer(id, theirs.version()).orElse("");
    if (!merge.clashes().isEmpty()) {
      return new Saving(
          Outcome.refused(Objectives.stale()),
          merge.form(),
          theirs.version(),
          merge.clashes(),
          false,
          other);
    }
    return saved(writer, id, merge.form(), theirs.version(), now, true, other);
  }

  private Saving saved(
      Viewer writer,
      UUID id,
      EditorForm form,
      long version,
      Optional<Objective> before,
      boolean merged,
      String other) {
    String accountable =
        before
            .filter(objective -> owner(objective.plan()).equals(form.value("owner")))
            .map(objective -> objective.plan().accountable().toString())
            .orElse("");
    Outcome<Objective> outcome =
        objectives.change(writer, id, version, input(writer, form, accountable));
    keepWishes(outcome, form);
    return new Saving(outcome, form, version, List.of(), merged, other);
  }

  /// What a draft is to be put to stays with it until somebody is asked.
  private void keepWishes(Outcome<Objective> outcome, EditorForm form) {
    if (outcome instanceof Outcome.Done<Objective>(Objective saved)
        && saved.state() == ObjectiveState.DRAFT) {
      store.keepWishes(saved.id(), form.written());
    }
  }

  /// Asks the owners of what it is to move to agree, and puts the draft forward: all of it, or
  /// nothing. The work goes on meanwhile.
  Outcome<Objective> ask(Viewer writer, Objective objective, List<EditorForm.Wish> wishes) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          Outcome<Objective> asked = asked(writer, objective, wishes);
          if (!asked.isDone()) {
            status.setRollbackOnly();
          }
          return asked;
        }));
  }

  private Outcome<Objective> asked(
      Viewer writer, Objective objective, List<EditorForm.Wish> wishes) {
    if (wishes.isEmpty()) {
      return Outcome.refused(Reason.invalid("parent", "goals.unknown-choice"));
    }
    List<UUID> standing =
        alignments.of(writer, objective.id()).stream()
            .filter(one -> one.child().equals(objective.id()))
            .map(Alignment::parent)
            .toList();
    for (EditorForm.Wish wish : wishes) {
      Optional<UUID> parent = EditorPages.identifier(wish.parent());
      if (parent.isEmpty()) {
        return Outcome.refused(Reason.invalid(wish.field(), "goals.unknown-choice"));
      }
      if (standing.contains(parent.get())) {
        continue;
      }
      if (alignments.move(writer, objective.id(), parent.get(), wish.input())
          instanceof Outcome.Refused<Alignments.Conversation>(List<Reason> reasons)) {
        return Outcome.refused(reasons.stream().map(reason -> at(wish, reason)).toList());
      }
    }
    return objective.state() == ObjectiveState.DRAFT
        ? objectives.become(writer, objective.id(), ObjectiveState.PROPOSED, "", "")
        : Outcome.done(objective);
  }

  /// What is wrong with a wish, said where it was written.
  private static Reason at(EditorForm.Wish wish, Reason reason) {
    String field = reason.fieldName();
    return field == null
        ? reason
        : new Reason(reason.kind(), reason.code(), reason.parameters(), wish.about(field));
  }

  /// The contributions that it stands in already, offered or agreed.
  private List<Alignment> contributions(Viewer writer, @Nullable Objective objective) {
    return objective == null
        ? List.of()
        : alignments.of(writer, objective.id()).stream()
            .filter(one -> one.child().equals(objective.id()) && !one.primary())
            .toList();
  }

  /// The one person of that address or name who works here.
  Optional<UUID> person(Viewer writer, String typed) {
    return store.person(typed, writer.today());
  }

  /// People near the writer, whom forms offer as one types.
  List<String> near(Viewer writer) {
    return store.near(writer);
  }

  Optional<Objective> find(Viewer writer, UUID id) {
    return objectives.find(writer, id);
  }

  Outcome<Objective> publish(Viewer writer, UUID id) {
    return objectives.become(writer, id, ObjectiveState.ACTIVE, "", "");
  }

  /// What takes the writer's last change back.
  Optional<UUID> undo(Viewer writer, UUID id) {
    return takeBack.last(writer, id);
  }

  /// A stored objective as its form.
  EditorForm form(Viewer writer, Objective objective) {
    String parent =
        alignments.of(writer, objective.id()).stream()
            .filter(one -> one.child().equals(objective.id()) && one.primary())
            .map(one -> one.parent().toString())
            .findFirst()
            .orElse("");
    EditorForm form = form(objective.plan(), parent);
    return objective.state() == ObjectiveState.DRAFT && parent.isEmpty()
        ? form.withWritten(store.wishes(objective.id()))
        : form;
  }

  private EditorForm form(ObjectivePlan plan, String parent) {
    Map<UUID, String> names = store.names(plan.people());
    return EditorForm.of(plan, parent, id -> names.getOrDefault(UUID.fromString(id), id));
  }

  private static String owner(ObjectivePlan plan) {
    return plan.owner().kind().code() + ":" + (plan.owner().id() == null ? "" : plan.owner().id());
  }

  private ObjectiveInput input(Viewer writer, EditorForm form, String accountable) {
    UnaryOperator<String> person =
        typed ->
            typed.isEmpty()
                ? ""
                : store.person(typed, writer.today()).map(UUID::toString).orElse("nobody");
    return form.input(accountable, person);
  }

  /// A fresh form: in this cycle if it is the writer's to write in, or else the running one.
  EditorForm fresh(Viewer writer, String cycle, Words words) {
    List<Cycle> all = cycles.all();
    OpenCycles open = goalCycles.openTo(Owner.person(writer.person()), words.today(), all);
    Optional<Cycle> chosen =
        all.stream()
            .filter(each -> each.id().toString().equals(cycle))
            .filter(open::includes)
            .findFirst()
            .or(() -> open.current(all, words.today()));
    EditorForm form = new EditorForm(Map.of(), List.of(), List.of());
    return form.with("cycle", chosen.map(found -> found.id().toString()).orElse(""))
        .with("owner", "person:" + writer.person())
        .with(
            "visibility",
            Visibility.valueOf(
                    chosen.map(settings::in).orElseGet(settings::inForce).visibility().name())
                .code());
  }

  private Optional<Cycle> find(String cycle) {
    try {
      return cycle.isEmpty() ? Optional.empty() : cycles.find(UUID.fromString(cycle));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /// What a stored objective could be put to and has not been yet.
  List<EditorOffer> parents(Viewer writer, Objective objective, List<Alignment> moved) {
    return store.parents(writer, objective.plan().cycle(), objective.id()).stream()
        .filter(
            offer -> moved.stream().noneMatch(one -> one.parent().toString().equals(offer.value())))
        .toList();
  }

  /// @param waived findings that are not to be shown, as `FindingWaiver.mark` names them
  EditorPreview preview(EditorForm form, Words words, int share, Set<String> waived) {
    Optional<Cycle> cycle = find(form.value("cycle"));
    return EditorPreview.of(
        form,
        words,
        share,
        checkInEveryDays(form),
        cycle.orElse(null),
        cycle.map(settings::in).orElseGet(settings::inForce).within(settings.lint()),
        waived);
  }

  /// How often the form's cycle is checked in on.
  int checkInEveryDays(EditorForm form) {
    return find(form.value("cycle")).map(Cycle::checkInEveryDays).orElse(7);
  }

  /// The page around a form.
  EditorPage page(
      Viewer writer,
      Words words,
      @Nullable Objective objective,
      long version,
      EditorForm form,
      String tab,
      int focus,
      List<Reason> reasons,
      @Nullable Saving saving,
      String saved) {
    UUID id = objective == null ? null : objective.id();
    Optional<Cycle> cycle = find(form.value("cycle"));
    List<EditorOffer> parents =
        cycle.isEmpty()
            ? List.of()
            : store.parents(writer, cycle.get().id(), id == null ? new UUID(0, 0) : id);
    List<Option> owners = owners(writer, words, form.value("owner"));
    return new EditorPage(
        id,
        objective == null ? ObjectiveState.DRAFT : objective.state(),
        version,
        Idempotency.freshKey(),
        tab,
        form,
        focus,
        reasons,
        saving == null ? List.of() : saving.clashes(),
        saving == null ? "" : saving.other(),
        saved,
        preview(form, words, GOOD_SHARE, waived(id)),
        cycleOptions(writer, words, form, owners.size() > 1),
        owners,
        parents,
        contributions(writer, objective),
        Math.min(
            EditorForm.CONTRIBUTIONS,
            cycle.map(settings::in).orElseGet(settings::inForce).alignment().contributionsAtMost()),
        store.near(writer),
        published(words, form.value("visibility")));
  }

  private Set<String> waived(@Nullable UUID objective) {
    return objective == null
        ? Set.of()
        : findings.waivers(objective).stream()
            .map(FindingWaiver::mark)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /// What is chosen, and the cycles to come that the owner may write in; where the writer writes
  /// for others too, those of everybody.
  private List<Option> cycleOptions(
      Viewer writer, Words words, EditorForm form, boolean writesForOthers) {
    List<Cycle> all = cycles.all();
    OpenCycles open = goalCycles.openTo(owner(writer, form), words.today(), all);
    return all.stream()
        .filter(cycle ->
            cycle.id().toString().equals(form.value("cycle"))
                || (!cycle.ends().isBefore(words.today())
                    && (open.includes(cycle) || (writesForOthers && cycle.isEverybodys()))))
        .map(cycle -> new Option(cycle.id().toString(), cycle.name()))
        .toList();
  }

  /// Whom the form names, or else the writer.
  private static Owner owner(Viewer writer, EditorForm form) {
    String[] named = form.value("owner").split(":", 2);
    Optional<UUID> id = named.length == 2 ? EditorPages.identifier(named[1]) : Optional.empty();
    return Owner.Kind.find(named[0])
        .flatMap(kind ->
            kind == Owner.Kind.ORGANISATION
                ? Optional.of(Owner.ORGANISATION)
                : id.map(known -> new Owner(kind, known)))
        .orElseGet(() -> Owner.person(writer.person()));
  }

  private List<Option> owners(Viewer writer, Words words, String chosen) {
    List<Option> options = new ArrayList<>();
    for (EditorOffer offer : store.owners(writer)) {
      options.add(
          new Option(offer.value(), offer.name().isEmpty() ? words.organisation() : offer.name()));
    }
    if (!chosen.isEmpty() && options.stream().noneMatch(option -> option.value().equals(chosen))) {
      options.addFirst(new Option(chosen, words.text("editor.owner.other")));
    }
    return options;
  }

  /// Who will read it once it is published.
  private static SeenBy published(Words words, String visibility) {
    String known =
        Visibility.find(visibility).map(Visibility::code).orElse(Visibility.PUBLIC.code());
    return SeenBy.of(
        words,
        words.text("goals.seen." + known, words.organisation()),
        GoalRules.RECORD,
        GoalRules.GOAL);
  }
}
