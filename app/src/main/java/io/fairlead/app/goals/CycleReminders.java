package io.fairlead.app.goals;

import static io.fairlead.app.cycles.CyclePolicy.CYCLE;
import static io.fairlead.app.cycles.CyclePolicy.REMIND;
import static io.fairlead.app.cycles.CyclePolicy.WINDOWS;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.Cycles;
import io.fairlead.app.messages.Messages;
import io.fairlead.app.messages.Notice;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Permissions;
import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Reminds everybody who has something left to do in a cycle: the same words to all, at most once a
/// day. Whoever presses the button learns how many, never who.
@Service
class CycleReminders {
  private final CycleProgressStore store;
  private final Cycles cycles;
  private final Messages messages;
  private final Permissions permissions;
  private final Idempotency acts;
  private final Audit audit;

  CycleReminders(
      CycleProgressStore store,
      Cycles cycles,
      Messages messages,
      Permissions permissions,
      Idempotency acts,
      Audit audit) {
    this.store = store;
    this.cycles = cycles;
    this.messages = messages;
    this.permissions = permissions;
    this.acts = acts;
    this.audit = audit;
  }

  boolean mayRemind(Viewer viewer) {
    return permissions.allows(viewer, CYCLE, REMIND, WINDOWS);
  }

  /// @param key idempotency key
  /// @return how many are reminded, with those who were today already
  Outcome<Integer> remind(
      Viewer viewer, Words words, UUID cycle, CycleReminder what, @Nullable String key) {
    if (!mayRemind(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    Optional<Cycle> found = cycles.find(cycle);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    return acts.once(
        viewer.person(),
        "cycle.remind",
        key,
        List.of(cycle, what.code()),
        Integer.class,
        () -> {
          List<UUID> people = store.waiting(cycle, what, viewer.today());
          messages.tell(
              people.stream()
                  .map(person -> notice(person, words, found.get(), what, viewer))
                  .toList());
          audit.record(viewer.person(), "cycle.reminded", CYCLE, cycle, null);
          return Outcome.done(people.size());
        });
  }

  private static Notice notice(
      UUID person, Words words, Cycle cycle, CycleReminder what, Viewer viewer) {
    LocalDate closes =
        what == CycleReminder.PLANNING ? cycle.planningUntil() : cycle.gradingUntil();
    return Notice.of(
            CycleKinds.REMINDED,
            person,
            null,
            what == CycleReminder.CHECK_INS ? "/goals/update" : "/",
            "goals.reminded." + what.code(),
            cycle.name(),
            words.plainDate(closes))
        .onlyOnce(what.code() + " " + cycle.id() + " " + viewer.today());
  }
}
