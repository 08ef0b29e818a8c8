package io.fairlead.methods.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Keeps the table in docs/handbook/promise-360.md in step; `FAIRLEAD_WRITE_DOCS=true` writes it.
class PromisePageTest {
  private static final Path PAGE = Path.of("..", "docs", "handbook", "promise-360.md");
  private static final String BEGIN = "<!-- generated: bounds -->\n";
  private static final String END = "<!-- end of bounds -->\n";

  @Test
  void theHandbookSaysWhatGroupsCanLookLike() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    String current = page.substring(0, from) + bounds() + page.substring(page.indexOf(END));
    if ("true".equals(System.getenv("FAIRLEAD_WRITE_DOCS"))) {
      Files.writeString(PAGE, current);
      return;
    }
    assertThat(page)
        .as(PAGE + " is out of step; run this test with FAIRLEAD_WRITE_DOCS=true")
        .isEqualTo(current);
  }

  private static String bounds() {
    return "| answered | c = 0 | c = 1 | c = 2 |\n|--:|--:|--:|--:|\n"
        + IntStream.of(3, 4, 5, 6, 8, 10, 15, 20, 30, 60)
            .mapToObj(n ->
                "| %d | %s |\n"
                    .formatted(
                        n,
                        IntStream.rangeClosed(0, 2)
                            .mapToObj(colluders -> highest(n, colluders))
                            .collect(Collectors.joining(" | "))))
            .collect(Collectors.joining());
  }

  private static String highest(int members, int colluders) {
    int least = Rounds.policy(1, 2, colluders).leastThreshold();
    if (members < least) {
      return "–";
    }
    return new BlockRule(Rounds.policy(least, 2, colluders))
        .told(5L * members, 1, members)
        .map(told -> told.mean().toPlainString() + " or more")
        .orElse("not shown");
  }
}
