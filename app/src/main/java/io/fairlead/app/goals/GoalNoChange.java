package io.fairlead.app.goals;

import io.fairlead.app.messages.NoChange;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Key results in the weekly mail: those whose check-in falls due and that have a last value, which
/// may still hold.
@Component
class GoalNoChange implements NoChange {
  private final GoalNoChangeStore store;
  private final CheckIns checkIns;

  GoalNoChange(GoalNoChangeStore store, CheckIns checkIns) {
    this.store = store;
    this.checkIns = checkIns;
  }

  @Override
  public String about() {
    return "key-result";
  }

  @Override
  public String href() {
    return "/goals/update";
  }

  @Override
  public List<Item> waiting(Collection<UUID> persons, LocalDate until, Words words) {
    return store.waiting(persons, words.today(), until).stream()
        .map(due ->
            new Item(
                due.person(),
                due.keyResult(),
                due.title(),
                words.text(
                    "goals.no-change.last", due.objective(), words.plainDate(due.lastDay()))))
        .toList();
  }

  @Override
  public Outcome<Integer> confirm(Viewer viewer, Collection<UUID> items, String key) {
    return checkIns
        .save(
            viewer,
            items.stream().map(item -> new CheckIn(item, null, Set.of(), null, "", true)).toList(),
            key)
        .then(saved -> Outcome.done(saved.size()));
  }
}
