package io.fairlead.app.rights;

import io.fairlead.app.people.PersonPanel;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// On a person's page, for people operations: the way to what is held about them.
@Component
@Order(90)
class DataOfPerson implements PersonPanel {
  private final Erasures erasures;

  DataOfPerson(Erasures erasures) {
    this.erasures = erasures;
  }

  @Override
  public Optional<Panel> panel(Viewer viewer, UUID person, Words words) {
    return erasures.mayErase(viewer, person)
        ? Optional.of(
            new Panel(
                words.text("data.panel"),
                List.of(
                    new Row(words.text("data.panel.lead"), null, "/people/" + person + "/data")),
                null,
                null))
        : Optional.empty();
  }
}
