package io.fairlead.app.growth;

import io.fairlead.app.people.PersonPanel;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What a person works on, on their page: for them, and for the manager with whom they share it.
@Component
@Order(40)
class FocusesOfPerson implements PersonPanel {
  private final FocusStore store;

  FocusesOfPerson(FocusStore store) {
    this.store = store;
  }

  @Override
  public Optional<Panel> panel(Viewer viewer, UUID person, Words words) {
    List<Row> rows =
        store.of(viewer, person).stream()
            .filter(Focus::isActive)
            .map(focus ->
                new Row(
                    focus.doing(),
                    words.text("plan.panel.review", words.date(focus.review())),
                    "/growth/plan/" + focus.id()))
            .toList();
    boolean mine = person.equals(viewer.person());
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Panel(
                words.text(mine ? "plan.panel.mine" : "plan.panel"),
                rows,
                mine ? "/growth/plan" : null,
                mine ? words.text("plan.title") : null));
  }
}
