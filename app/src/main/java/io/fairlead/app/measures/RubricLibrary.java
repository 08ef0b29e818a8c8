package io.fairlead.app.measures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The rubrics that come with the product, read once from `library/rubrics.yaml`.
@Component
public class RubricLibrary {
  private static final String FILE = "/library/rubrics.yaml";

  private final List<RubricExample> rubrics = read();

  private static List<RubricExample> read() {
    try (InputStream resource = RubricLibrary.class.getResourceAsStream(FILE)) {
      if (resource == null) {
        throw new IllegalStateException("no " + FILE);
      }
      String yaml = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      return LibraryEntry.read(FILE, yaml, Set.of("rubrics"))
          .entries("rubrics", Set.of("id", "name", "about", "sample", "items"))
          .stream()
          .map(RubricLibrary::rubric)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RubricExample rubric(LibraryEntry entry) {
    return new RubricExample(
        entry.text("id"),
        entry.text("name"),
        entry.text("about"),
        entry.text("sample"),
        entry.entries("items", Set.of("name", "question", "anchors")).stream()
            .map(each ->
                new RubricItem(each.text("name"), each.text("question"), each.texts("anchors")))
            .toList());
  }

  public List<RubricExample> all() {
    return rubrics;
  }

  public Optional<RubricExample> find(String id) {
    return rubrics.stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
