package io.fairlead.app.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Expand, then contract: what the release before needs is taken away only by a migration that says
/// so.
class MigrationRulesTest {
  private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
  private static final Pattern TAKES_AWAY =
      Pattern.compile(
          "\\b(drop\\s+(table|column|view|function|schema|type)|rename\\s+(to|column)|set\\s+not\\s+null|alter\\s+column\\s+\\w+\\s+(set\\s+data\\s+)?type)\\b",
          Pattern.CASE_INSENSITIVE);

  /// From before the first release, when there was nothing to be compatible with.
  private static final Set<String> BEFORE_ANY_RELEASE = Set.of("audit/V2__chain.sql");

  @Test
  void aMigrationThatTakesSomethingAwaySaysSoInItsName() throws IOException {
    List<String> silent = new ArrayList<>();
    int seen = 0;
    try (Stream<Path> files = Files.walk(MIGRATIONS)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        String name = MIGRATIONS.relativize(file).toString();
        seen++;
        if (takesAway(Files.readString(file))
            && !name.contains("contract")
            && !BEFORE_ANY_RELEASE.contains(name)) {
          silent.add(name);
        }
      }
    }
    assertThat(seen).isGreaterThan(10);
    assertThat(silent).isEmpty();
  }

  @Test
  void takingAwayIsRecognised() {
    assertThat(
            List.of(
                "alter table a drop column b",
                "DROP TABLE a",
                "alter table a rename to b",
                "alter table a alter column b set not null",
                "alter table a alter column b type bigint"))
        .allMatch(MigrationRulesTest::takesAway);
    assertThat(
            List.of(
                "create table a (b int not null)",
                "alter table a add column b int not null default 0",
                "drop index a",
                "create or replace function a() returns int language sql as 'select 1'"))
        .noneMatch(MigrationRulesTest::takesAway);
  }

  private static boolean takesAway(String sql) {
    return TAKES_AWAY.matcher(sql).find();
  }
}
