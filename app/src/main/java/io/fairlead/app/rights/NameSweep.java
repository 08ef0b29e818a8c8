package io.fairlead.app.rights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Takes a name and a mail address out of every text that any table holds, and leaves `[…]` in its
/// place: in what others wrote, in files that were imported, in documents. It asks the database
/// which columns there are, so that a new table is not forgotten.
///
/// A name of one word is left where it stands in texts, since it may be any word; so is the name of
/// somebody who has a namesake here.
@Component
class NameSweep {
  static final String GONE = "[…]";

  /// Ids and codes only, and never changed; and the names of those who stay.
  private static final List<String> SPARED =
      List.of(
          "audit_entry.act",
          "audit_entry.record_type",
          "audit_entry.detail",
          "identity.name",
          "identity.email",
          "identity.employee_number",
          "scheduled_tasks.task_name",
          "scheduled_tasks.task_instance",
          "scheduled_tasks.picked_by");

  private static final Pattern SEVERAL_WORDS = Pattern.compile("\\S+\\s+\\S.*");

  private final JdbcClient database;

  NameSweep(JdbcClient database) {
    this.database = database;
  }

  private record Column(String table, String name, String type) {}

  static boolean canBeTold(String name) {
    return SEVERAL_WORDS.matcher(name).matches();
  }

  /// @param name empty to leave names where they are
  /// @return in how many rows something was replaced
  long sweep(String name, String email) {
    List<String> plain = new ArrayList<>();
    List<String> quoted = new ArrayList<>();
    if (canBeTold(name)) {
      plain.add(name(name));
      quoted.add(name(inJson(name)));
    }
    if (!email.isBlank()) {
      plain.add(address(email));
      quoted.add(address(inJson(email)));
    }
    if (plain.isEmpty()) {
      return 0;
    }
    long swept = 0;
    for (Map.Entry<String, List<Column>> table : tables().entrySet()) {
      swept += sweep(table.getKey(), table.getValue(), either(plain), either(quoted));
    }
    return swept;
  }

  private static String either(List<String> patterns) {
    return "(?:" + String.join("|", patterns) + ")";
  }

  /// The name as whole words, however they are spaced. In JSON, which some texts are, a line break
  /// is written with a letter: \n.
  private static String name(String name) {
    return Arrays.stream(name.strip().split("\\s+"))
        .map(NameSweep::literal)
        .collect(
            Collectors.joining("(?:\\s|\\\\[nrt])+", "(?:(?<!\\w)|(?<=\\\\[nrtbf]))", "(?!\\w)"));
  }

  /// The address, where it is not the end or the beginning of another one.
  private static String address(String email) {
    return "(?:(?<![\\w.+-])|(?<=\\\\[nrtbf]))" + literal(email) + "(?!-|\\w|\\.\\w)";
  }

  /// The text as a pattern that means nothing but itself.
  private static String literal(String text) {
    return text.codePoints()
        .mapToObj(point ->
            Character.isLetterOrDigit(point)
                ? Character.toString(point)
                : "\\" + Character.toString(point))
        .collect(Collectors.joining());
  }

  /// As PostgreSQL writes it within a JSON text.
  private static String inJson(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private Map<String, List<Column>> tables() {
    return database
        .sql(
            """
            select c.relname as table_name, a.attname as column_name, t.typname as type
            from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            join pg_type t on t.oid = a.atttypid
            where c.relkind in ('r', 'p') and not c.relispartition and t.typname in ('text', 'varchar', 'json', 'jsonb', '_text')
              and c.relname not like 'migration\\_%' and c.relname || '.' || a.attname <> all (:spared)
            order by 1, a.attnum
            """)
        .param("spared", SPARED.toArray(String[]::new))
        .query((row, _) ->
            new Column(
                row.getString("table_name"), row.getString("column_name"), row.getString("type")))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Column::table, LinkedHashMap::new, Collectors.toList()));
  }

  private int sweep(String table, List<Column> columns, String plain, String quoted) {
    String set = columns.stream().map(NameSweep::without).collect(Collectors.joining(", "));
    String where = columns.stream().map(NameSweep::holds).collect(Collectors.joining(" or "));
    return database
        .sql("update \"%s\" set %s where %s".formatted(table, set, where))
        .param("plain", plain)
        .param("quoted", quoted)
        .param("gone", GONE)
        .update();
  }

  private static String without(Column column) {
    String value =
        switch (column.type()) {
          case "json", "jsonb" ->
              "regexp_replace(\"%s\"::text, :quoted, :gone, 'gi')::" + column.type();
          case "_text" ->
              """
              (case when array_to_string("%1$s", E'\\x01') ~* :plain
                then (select array_agg(regexp_replace(each, :plain, :gone, 'gi') order by place)
                  from unnest("%1$s") with ordinality as parts (each, place)) else "%1$s" end)\
              """;
          default -> "regexp_replace(\"%s\", :plain, :gone, 'gi')";
        };
    return ("\"%1$s\" = " + value).formatted(column.name());
  }

  private static String holds(Column column) {
    return switch (column.type()) {
      case "json", "jsonb" -> "\"%s\"::text ~* :quoted".formatted(column.name());
      case "_text" -> "array_to_string(\"%s\", E'\\x01') ~* :plain".formatted(column.name());
      default -> "\"%s\" ~* :plain".formatted(column.name());
    };
  }
}
