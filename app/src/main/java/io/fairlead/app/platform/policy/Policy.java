package io.fairlead.app.platform.policy;

import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The whole policy table: deny by default, one row a permission. It hands out SQL conditions for
/// stores, the seen-by sentence for pages, and the table itself for the policy page and its tests.
@Component
public class Policy {
  private final ObjectProvider<PolicyRows> modules;

  Policy(ObjectProvider<PolicyRows> modules) {
    this.modules = modules;
  }

  public List<PolicyRow> rows() {
    return modules.orderedStream().flatMap(module -> module.policyRows().stream()).toList();
  }

  /// The condition under which the viewer may do the act to the fields: a parenthesised SQL
  /// expression over `subject` (a column such as `p.id`), `false` when no row allows it to anybody.
  public String condition(String recordType, String act, String fields, String subject) {
    List<PolicyRow> rows = matching(recordType, act, fields);
    String condition =
        Stream.concat(
                rows.stream().map(row -> row.relation().condition()),
                rows.stream().filter(PolicyRow::isCarried).map(PolicyRow::composedCondition))
            .map(each -> "(" + each.replace("{subject}", subject) + ")")
            .distinct()
            .collect(Collectors.joining(" or "));
    return condition.isEmpty() ? "false" : "(" + condition + ")";
  }

  /// The condition of an act that is about nobody in particular.
  ///
  /// @throws IllegalArgumentException where the rows say that it is asked of a person: asked of
  ///   nobody, a role for a unit could not be told from one for the whole organisation
  public String condition(String recordType, String act, String fields) {
    if (matching(recordType, act, fields).stream().anyMatch(row -> row.reach() == Reach.PERSON)) {
      throw new IllegalArgumentException(
          PolicyRow.permission(recordType, act, fields) + " is asked of a person");
    }
    return "coalesce(" + condition(recordType, act, fields, "null::uuid") + ", false)";
  }

  /// What a composed role may be made of, each permission once, in the order of the table.
  public List<PolicyRow> composable() {
    Map<String, PolicyRow> found = new LinkedHashMap<>();
    rows().stream()
        .filter(PolicyRow::isComposable)
        .forEach(row -> found.putIfAbsent(row.permission(), row));
    return List.copyOf(found.values());
  }

  /// Which permissions need which others.
  public Map<String, Set<String>> needs() {
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    modules.orderedStream().forEach(module -> needs.putAll(module.needs()));
    return needs;
  }

  /// The same condition for many people in one statement: `viewer` is the alias of a row with the
  /// columns `person`, `roles` (text array) and `units` (uuid array); `:today` stays a parameter.
  public String conditionOf(
      String recordType, String act, String fields, String subject, String viewer) {
    return condition(recordType, act, fields, subject)
        .replace(":viewer_roles", viewer + ".roles")
        .replace(":viewer_units", viewer + ".units")
        .replace(":viewer", viewer + ".person");
  }

  public List<PolicyRow> matching(String recordType, String act, String fields) {
    return rows().stream()
        .filter(row ->
            row.recordType().equals(recordType)
                && row.act().equals(act)
                && row.fields().equals(fields))
        .toList();
  }

  /// The seen-by line of a class of fields: "Seen by you, your manager and those above." Its words
  /// come from the same rows that the database is asked with. Where the list of readers is too long
  /// to be read, a module words it shorter under `seen-by.<record>.<fields>.<readers>`, the codes
  /// of the very readers joined by `+`: with other rows the key no longer fits, and the full list
  /// is said. Roles that people operations composed are said after it.
  public SeenBy seenBy(Words words, String recordType, String fields) {
    return SeenBy.of(words, sentence(words, recordType, fields), recordType, fields);
  }

  private String sentence(Words words, String recordType, String fields) {
    List<PolicyRow> readers = matching(recordType, "read", fields);
    if (readers.isEmpty()) {
      return words.text("seen-by.nobody");
    }
    if (readers.stream().anyMatch(row -> row.relation().equals(Relation.EVERYONE))) {
      return words.text("seen-by.everyone", words.organisation());
    }
    String shorter =
        readers.stream()
            .map(row -> row.relation().code())
            .distinct()
            .sorted()
            .collect(Collectors.joining("+", "seen-by." + recordType + "." + fields + ".", ""));
    if (words.has(shorter)) {
      return words.text(shorter);
    }
    List<String> names =
        readers.stream()
            .map(row -> words.text("relation." + row.relation().code()))
            .distinct()
            .toList();
    return words.text("seen-by.some", joined(words, names));
  }

  private static String joined(Words words, List<String> names) {
    if (names.size() == 1) {
      return names.getFirst();
    }
    return words.text(
        "list.and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
  }
}
