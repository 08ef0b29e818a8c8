package io.fairlead.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents point to is there.
class DocumentsTest {
  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
  private static final Pattern SHOWN_BY = Pattern.compile("\\| V.*\\|(?<classes>[^|\\n]+)\\|");
  private static final Pattern CLASS = Pattern.compile("`(\\w+)`");

  @Test
  void everyLinkLeadsToAFileOfTheCheckout() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      Matcher link = LINK.matcher(Files.readString(document));
      while (link.find()) {
        String target = link.group(1);
        if (!target.contains("://") && !Files.exists(document.resolveSibling(target))) {
          broken.add(CHECKOUT.relativize(document) + " → " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyClassThatTheSecurityPageNamesAsEvidenceExists() throws IOException {
    Set<String> classes;
    try (Stream<Path> files = Files.walk(CHECKOUT.resolve("app/src"));
        Stream<Path> methods = Files.walk(CHECKOUT.resolve("methods/src"))) {
      classes =
          Stream.concat(files, methods)
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .collect(Collectors.toSet());
    }
    List<String> names =
        SHOWN_BY
            .matcher(Files.readString(CHECKOUT.resolve("docs/operations/security.md")))
            .results()
            .flatMap(row -> CLASS.matcher(row.group("classes")).results())
            .map(name -> name.group(1))
            .toList();
    assertThat(names).hasSizeGreaterThan(10).allMatch(classes::contains);
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(CHECKOUT.resolve("docs"));
        Stream<Path> top = Files.list(CHECKOUT)) {
      return Stream.concat(docs, top).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }
}
