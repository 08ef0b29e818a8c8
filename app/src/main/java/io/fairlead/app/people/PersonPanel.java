package io.fairlead.app.people;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place on a person's page that another module fills with what it knows of them. Each module
/// declares a bean; Spring's order is the order on the page.
public interface PersonPanel {
  /// @param rows the first few; `href` leads to all
  record Panel(String title, List<Row> rows, @Nullable String href, @Nullable String more) {
    public Panel {
      rows = List.copyOf(rows);
    }
  }

  /// One line, with an address where it leads somewhere.
  record Row(String words, @Nullable String detail, @Nullable String href) {}

  /// What the viewer may see of the person; empty shows nothing, not even a title.
  Optional<Panel> panel(Viewer viewer, UUID person, Words words);
}
