package io.fairlead.app.platform.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// All that people read stands in the bundles, is said at most once, and can be said.
class TextTest {
  private static final Path MAIN = Path.of("src/main");
  private static final Pattern ASKED =
      Pattern.compile("[wW]ords(?:\\(\\))?\\s*\\.text\\(\\s*\"([^\"]+)\"\\s*[,)]");
  private static final Pattern REFUSAL =
      Pattern.compile(
          "Reason\\.(?:invalid\\(\\s*[^,()]+,|of\\(\\s*(?:Reason\\.)?(?:Kind\\.)?[A-Z_]+,)\\s*\"([^\"]+)\"");
  private static final Pattern QUOTED = Pattern.compile("\"([A-Za-z][A-Za-z0-9.-]*)\"");
  private static final Pattern NOUN = Pattern.compile("\\[\\[([^]]*)]]");

  /// Keys whose rest is a policy row's own word (`PolicyRow`): whoever declares a row owes them.
  private static final Set<String> DECLARED =
      Set.of("record.", "act.", "fields.", "relation.", "editor.percent.", "editor.points.");

  private static final Set<String> NAMES = Set.of("Fairlead", "CSV", "XLSX", "YAML", "API");

  @Test
  void noTemplateHoldsTextOfItsOwn() throws IOException {
    List<String> found = new ArrayList<>();
    for (Map.Entry<Path, String> template : sources(".jte").entrySet()) {
      for (String text : TemplateText.of(template.getValue())) {
        String rest =
            Stream.of(text.split("\\s+"))
                .filter(word -> !NAMES.contains(word))
                .collect(Collectors.joining(" "));
        if (rest.chars().filter(Character::isLetter).count() > 1) {
          found.add(MAIN.relativize(template.getKey()) + ": " + text.strip());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void everyKeyThatIsAskedForHasASentence() throws IOException {
    Set<String> known = new Bundles().all().keySet();
    Set<String> missing = new TreeSet<>();
    for (Map.Entry<Path, String> source : sources(".jte", ".java").entrySet()) {
      Matcher asked = ASKED.matcher(source.getValue().replaceAll("(?m)^\\s*///.*$", ""));
      while (asked.find()) {
        if (!known.contains(asked.group(1))) {
          missing.add(asked.group(1) + " in " + source.getKey().getFileName());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyRefusalHasASentence() throws IOException {
    Set<String> known = new Bundles().all().keySet();
    Set<String> missing = new TreeSet<>();
    for (Map.Entry<Path, String> source : sources(".java").entrySet()) {
      Matcher refusal = REFUSAL.matcher(source.getValue());
      while (refusal.find()) {
        String code = refusal.group(1);
        if (!code.endsWith(".") && !known.contains("refused." + code)) {
          missing.add(code + " in " + source.getKey().getFileName());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everySentenceIsAskedFor() throws IOException {
    Set<String> quoted = new TreeSet<>();
    for (String source : sources(".jte", ".java").values()) {
      Matcher literal = QUOTED.matcher(source);
      while (literal.find()) {
        quoted.add(literal.group(1));
      }
    }
    Set<String> prefixes =
        quoted.stream()
            .filter(it -> it.matches("[a-z][a-z0-9.-]*[.-]") && !it.equals("refused."))
            .collect(Collectors.toCollection(TreeSet::new));
    prefixes.addAll(DECLARED);
    Set<String> unused = new TreeSet<>(new Bundles().all().keySet());
    unused.removeIf(key -> {
      String code = key.replaceFirst("^refused\\.", "");
      return quoted.contains(key)
          || quoted.contains(code)
          || prefixes.stream().anyMatch(code::startsWith);
    });
    assertThat(unused).isEmpty();
  }

  @Test
  void everySentenceCanBeSaid() {
    List<String> broken = new ArrayList<>();
    new Bundles()
        .all()
        .forEach((key, sentence) -> {
          if (sentence.isBlank()) {
            broken.add(key + " is empty");
          }
          if (sentence.replace("''", "").contains("'")) {
            broken.add(key + " has a single apostrophe, which swallows what follows: " + sentence);
          }
          try {
            new MessageFormat(Vocabulary.STANDARD.fill(sentence), Locale.ENGLISH);
          } catch (IllegalArgumentException e) {
            broken.add(key + ": " + e.getMessage());
          }
          Matcher noun = NOUN.matcher(Vocabulary.STANDARD.fill(sentence));
          if (noun.find()) {
            broken.add(key + " names an unknown noun: " + noun.group(1));
          }
        });
    assertThat(broken).isEmpty();
  }

  /// The command line speaks English of its own.
  private static boolean isOfTheServer(Path file) {
    return Files.isRegularFile(file) && !file.startsWith(MAIN.resolve("java/io/fairlead/cli"));
  }

  private static Map<Path, String> sources(String... endings) throws IOException {
    Map<Path, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(MAIN)) {
      for (Path file : files.filter(TextTest::isOfTheServer).toList()) {
        if (Stream.of(endings).anyMatch(ending -> file.toString().endsWith(ending))) {
          sources.put(file, Files.readString(file));
        }
      }
    }
    return sources;
  }
}
