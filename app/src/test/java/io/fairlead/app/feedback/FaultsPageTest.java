package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every test that docs/handbook/faults-360.md names is there.
class FaultsPageTest {
  private static final Path PAGE = Path.of("../docs/handbook/faults-360.md");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");

  @Test
  void everyFaultHasItsTest() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (Path tests : new Path[] {Path.of("src/test/java"), Path.of("../methods/src/test/java")}) {
      try (Stream<Path> files = Files.walk(tests)) {
        for (Path file : files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
          sources.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    TreeSet<String> missing = new TreeSet<>();
    Matcher named = NAMED.matcher(Files.readString(PAGE));
    int found = 0;
    while (named.find()) {
      found++;
      if (!sources
          .getOrDefault(named.group(1) + ".java", "")
          .contains("void " + named.group(2) + "(")) {
        missing.add(named.group());
      }
    }
    assertThat(missing).isEmpty();
    assertThat(found).isGreaterThan(50);
  }

  @Test
  void everyRowNamesOne() throws IOException {
    assertThat(Files.readAllLines(PAGE))
        .filteredOn(line -> line.startsWith("| ") && !line.startsWith("| fault |"))
        .isNotEmpty()
        .allMatch(line -> NAMED.matcher(line).find());
  }
}
