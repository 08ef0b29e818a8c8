package io.fairlead.app.access;

import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The policy table for everybody to read: what is kept, and who may do what with it. Seen-by lines
/// lead to its parts (`/policy#person-contact`).
@Controller
public class PolicyPages {
  private final Policy policy;
  private final Pages pages;

  PolicyPages(Policy policy, Pages pages) {
    this.policy = policy;
    this.pages = pages;
  }

  public record PolicyPage(List<RecordPart> records) {}

  /// @param name of the kind of record, such as "objective"
  public record RecordPart(String code, String name, List<FieldsPart> fields) {}

  /// @param anchor `<record>-<fields>`
  public record FieldsPart(String anchor, String name, List<ActPart> acts) {}

  public record ActPart(String act, String who) {}

  @GetMapping("/policy")
  @Open(because = "everybody may know who sees what")
  Object page() {
    Words words = pages.words();
    return pages.show(
        "access/policy",
        words.text("policy.title"),
        Place.ACCOUNT,
        null,
        new PolicyPage(
            grouped(policy.rows(), PolicyRow::recordType).entrySet().stream()
                .map(record -> part(words, record.getKey(), record.getValue()))
                .toList()));
  }

  private static RecordPart part(Words words, String record, List<PolicyRow> rows) {
    return new RecordPart(
        record,
        capitalised(words.text("record." + record)),
        grouped(rows, PolicyRow::fields).entrySet().stream()
            .map(fields ->
                new FieldsPart(
                    record + "-" + fields.getKey(),
                    capitalised(words.text("fields." + record + "." + fields.getKey())),
                    grouped(fields.getValue(), PolicyRow::act).entrySet().stream()
                        .map(act ->
                            new ActPart(
                                words.text("act." + act.getKey()), who(words, act.getValue())))
                        .toList()))
            .toList());
  }

  private static String who(Words words, List<PolicyRow> rows) {
    return capitalised(
        Stream.concat(
                rows.stream().map(row -> words.text("relation." + row.relation().code())),
                rows.stream()
                    .filter(PolicyRow::isCarried)
                    .flatMap(row -> words.composedRoles(row.carriedBy()).stream())
                    .map(role -> words.text("relation.composed", role)))
            .distinct()
            .collect(Collectors.joining("; ")));
  }

  static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static Map<String, List<PolicyRow>> grouped(
      List<PolicyRow> rows, Function<PolicyRow, String> by) {
    return rows.stream()
        .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
  }
}
