package io.fairlead.app.platform.policy;

import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.stream.Collectors;
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
    String condition =
        matching(recordType, act, fields).stream()
            .map(row -> row.relation().on(subject))
            .distinct()
            .collect(Collectors.joining(" or "));
    return condition.isEmpty() ? "false" : "(" + condition + ")";
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
  /// is said.
  public SeenBy seenBy(Words words, String recordType, String fields) {
    List<PolicyRow> readers = matching(recordType, "read", fields);
    String href = "/policy#" + recordType + "-" + fields;
    if (readers.isEmpty()) {
      return new SeenBy(words.text("seen-by.nobody"), href);
    }
    if (readers.stream().anyMatch(row -> row.relation().equals(Relation.EVERYONE))) {
      return new SeenBy(words.text("seen-by.everyone", words.organisation()), href);
    }
    String shorter =
        readers.stream()
            .map(row -> row.relation().code())
            .distinct()
            .sorted()
            .collect(Collectors.joining("+", "seen-by." + recordType + "." + fields + ".", ""));
    if (words.has(shorter)) {
      return new SeenBy(words.text(shorter), href);
    }
    List<String> names =
        readers.stream()
            .map(row -> words.text("relation." + row.relation().code()))
            .distinct()
            .toList();
    return new SeenBy(words.text("seen-by.some", joined(words, names)), href);
  }

  private static String joined(Words words, List<String> names) {
    if (names.size() == 1) {
      return names.getFirst();
    }
    return words.text(
        "list.and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
  }
}
