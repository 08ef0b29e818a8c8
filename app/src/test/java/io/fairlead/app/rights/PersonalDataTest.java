package io.fairlead.app.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import io.fairlead.app.platform.personal.RetainedRecord;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.words.Bundles;
import io.fairlead.app.testing.AppTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Nothing about a person is held that no module declares: neither left out of an export nor
/// forgotten when they are erased.
@AppTest
class PersonalDataTest {
  /// Columns that hold an id, point at no table, and hold no person. Whoever adds one says here
  /// what it is, or declares it in their module's `PersonalData`.
  private static final Map<String, String> NOBODY =
      Map.ofEntries(
          Map.entry("audit_entry.record", "any record; a person only beside its subject"),
          Map.entry("cycle.framework_version", "a version"),
          Map.entry("event.record", "any record, for a month, for programs that may read it"),
          Map.entry("feedback_rater.slip", "what is being written; gone with the close"),
          Map.entry("feedback_rater.earlier_slips", "the same, before an address was corrected"),
          Map.entry("import_made.team", "a team"),
          Map.entry("import_made.unit", "a unit"),
          Map.entry("import_row.unit", "a unit"),
          Map.entry("import_unit.parent", "a unit"),
          Map.entry("import_unit.unit", "a unit"),
          Map.entry("line_move.batch", "one transaction's moves"),
          Map.entry("objective.tree_parent", "an objective"),
          Map.entry("outgoing_mail.lease", "who is sending it now, a node"),
          Map.entry("outgoing_mail.outsider", "somebody without an account, for a quarter"),
          Map.entry("reminder_run.after", "how far the day's run came; a day later another"),
          Map.entry("rollup_due.objective", "an objective"),
          Map.entry("undo_entry.record", "any record, for a day"));

  /// Ids in a list, which has no foreign key: milestones.
  private static final Set<String> LISTS = Set.of("check_in.done");

  @Autowired List<PersonalData> modules;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;
  @Autowired Bundles bundles;
  @Autowired Policy policy;

  private Stream<PersonalRecord> records() {
    return modules.stream().flatMap(module -> module.personalRecords().stream());
  }

  private Stream<RetainedRecord> retained() {
    return modules.stream().flatMap(module -> module.retainedRecords().stream());
  }

  private Set<String> declared() {
    return new TreeSet<>(records().flatMap(each -> each.columns().stream()).toList());
  }

  private Set<String> columns(String sql) {
    return new TreeSet<>(database.sql(sql).query(String.class).list());
  }

  @Test
  void everyColumnThatPointsAtAPersonIsDeclaredByItsModule() {
    Set<String> pointing =
        columns(
            """
            select c.conrelid::regclass || '.' || a.attname from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
            where c.contype = 'f' and c.confrelid = 'person'::regclass
            """);
    assertThat(pointing).hasSizeGreaterThan(50);
    pointing.removeAll(declared());
    assertThat(pointing).as("declare each in its module's PersonalData").isEmpty();
  }

  @Test
  void everyOtherIdIsDeclaredOrIsSaidToBeNobody() {
    Set<String> loose =
        columns(
            """
            select r.relname || '.' || a.attname from pg_class r
            join pg_namespace n on n.oid = r.relnamespace and n.nspname = 'public'
            join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
            join pg_type t on t.oid = a.atttypid
            where r.relkind in ('r', 'p') and t.typname in ('uuid', '_uuid') and a.attname <> 'id'
              and not exists (select 1 from pg_constraint c
                where c.conrelid = r.oid and c.contype = 'f' and a.attnum = any(c.conkey))
            """);
    loose.removeAll(declared());
    loose.removeAll(NOBODY.keySet());
    loose.removeAll(LISTS);
    assertThat(loose).isEmpty();
  }

  @Test
  void whatIsDeclaredIsThereAndDeclaredOnce() {
    Set<String> there =
        columns(
            "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'");
    assertThat(there).containsAll(declared()).containsAll(NOBODY.keySet());
    assertThat(records().flatMap(each -> each.columns().stream())).doesNotHaveDuplicates();
    assertThat(records().map(PersonalRecord::code)).doesNotHaveDuplicates();
    assertThat(retained().map(RetainedRecord::code)).doesNotHaveDuplicates();
  }

  @Test
  void whatStatementsSeeIsNamedOnce() {
    UUID nobody = UUID.randomUUID();
    assertThat(
            modules.stream().flatMap(module -> module.parameters(nobody, nobody).keySet().stream()))
        .doesNotHaveDuplicates()
        .isNotEmpty()
        .doesNotContain("person", "email", "before", "most");
  }

  @Test
  void everyStatementRuns() {
    List<String> broken = new ArrayList<>();
    Map<String, String> statements = new HashMap<>();
    records()
        .forEach(each -> {
          statements.put(each.code() + " told", each.told());
          each.erasing().forEach(sql -> statements.put(each.code() + " " + sql, sql));
          each.emptying().forEach(sql -> statements.put(each.code() + " " + sql, sql));
        });
    retained()
        .forEach(each -> {
          statements.put(each.code() + " count", each.count());
          statements.put(each.code() + " batch", each.batch());
        });
    statements.forEach((name, sql) ->
        transaction.executeWithoutResult(status -> {
          status.setRollbackOnly();
          try {
            UUID nobody = UUID.randomUUID();
            Map<String, Object> parameters = new HashMap<>();
            modules.forEach(module -> parameters.putAll(module.parameters(nobody, nobody)));
            parameters.put("person", nobody);
            parameters.put("email", "nobody@brightwell.example");
            parameters.put("before", java.sql.Timestamp.valueOf("2020-01-01 00:00:00"));
            parameters.put("most", 10);
            JdbcClient.StatementSpec bound = database.sql(sql).params(parameters);
            if (sql.strip().startsWith("select") || sql.strip().startsWith("with")) {
              bound.query().listOfRows();
            } else {
              bound.update();
            }
          } catch (RuntimeException wrong) {
            broken.add(name + ": " + wrong.getMessage());
          }
        }));
    assertThat(broken).isEmpty();
    assertThat(statements).hasSizeGreaterThan(60);
  }

  @Test
  void everythingIsSaidInWords() {
    Set<String> known = bundles.all().keySet();
    assertThat(known).containsAll(records().map(each -> "personal." + each.code()).toList());
    assertThat(known)
        .containsAll(
            records()
                .filter(each -> !each.goes())
                .map(each -> "personal.stays." + each.code())
                .toList());
    assertThat(known)
        .containsAll(
            retained()
                .flatMap(
                    each -> Stream.of("retained." + each.code(), "retained.from." + each.code()))
                .toList());
    assertThat(known)
        .containsAll(
            policy.rows().stream()
                .map(PolicyRow::recordType)
                .distinct()
                .map(each -> "paper.purpose." + each)
                .toList());
  }
}
