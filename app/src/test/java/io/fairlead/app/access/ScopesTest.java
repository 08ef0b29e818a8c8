package io.fairlead.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What *Your account* offers for a token stands in the documentation, and nothing else does.
@AppTest
class ScopesTest {
  private static final Path PAGE = Path.of("..", "docs", "api", "authentication.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*:[^|]*`) \\| [^|]+ \\|$");
  private static final Pattern SCOPE = Pattern.compile("`([a-z:-]+)`");

  @Autowired Scopes scopes;

  @Test
  void everyScopeOfATokenIsExplained() throws IOException {
    List<String> explained =
        ROW.matcher(Files.readString(PAGE))
            .results()
            .flatMap(row -> SCOPE.matcher(row.group(1)).results())
            .map(scope -> scope.group(1))
            .toList();
    assertThat(explained).containsExactlyInAnyOrderElementsOf(scopes.all());
  }
}
