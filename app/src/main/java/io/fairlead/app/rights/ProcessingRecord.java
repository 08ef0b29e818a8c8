package io.fairlead.app.rights;

import static io.fairlead.app.rights.RightsPolicy.ALL;
import static io.fairlead.app.rights.RightsPolicy.PAPER;
import static io.fairlead.app.rights.RightsPolicy.READ;

import io.fairlead.app.framework.FrameworkVersion;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.Recipient;
import io.fairlead.app.platform.policy.Permissions;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// The paper for privacy and works council: what is processed for what, who sees and changes it,
/// how long it is kept, where it goes, and how it is guarded. Nothing in it is typed by hand: it is
/// made from the policy rows, the framework in force, and how this server is set up at that moment.
@Service
public class ProcessingRecord {
  private static final int MEASURES = 8;

  private final Policy policy;
  private final Permissions permissions;
  private final Frameworks frameworks;
  private final Retention retention;
  private final PersonalStore store;
  private final ObjectProvider<PersonalData> modules;
  private final Clock clock;

  ProcessingRecord(
      Policy policy,
      Permissions permissions,
      Frameworks frameworks,
      Retention retention,
      PersonalStore store,
      ObjectProvider<PersonalData> modules,
      Clock clock) {
    this.policy = policy;
    this.permissions = permissions;
    this.frameworks = frameworks;
    this.retention = retention;
    this.store = store;
    this.modules = modules;
    this.clock = clock;
  }

  /// @param version `<date>, framework <number>`, by which two papers are told apart
  /// @param fixed what goes by itself after a time that nobody sets
  public record Paper(
      String organisation,
      Instant madeAt,
      int frameworkVersion,
      String version,
      List<Category> categories,
      List<Kept> kept,
      List<String> fixed,
      List<String> erasing,
      List<String> recipients,
      List<String> measures) {}

  /// A kind of record: for what it is processed, and who may do what with which part of it.
  public record Category(String name, String purpose, List<Part> parts) {}

  /// @param seenBy a sentence, by whom it is read
  public record Part(String name, String seenBy, List<ActPart> acts) {}

  /// Who may do something other than read.
  public record ActPart(String act, String who) {}

  /// How long a kind of record is kept, in words.
  public record Kept(String name, String from, String howLong) {}

  /// Empty for who may not read it.
  public Optional<Paper> paper(Viewer viewer, Words words) {
    return permissions.allows(viewer, PAPER, READ, ALL)
        ? Optional.of(paper(words))
        : Optional.empty();
  }

  private Paper paper(Words words) {
    Instant now = clock.instant();
    FrameworkVersion framework = frameworks.inForce();
    return new Paper(
        words.organisation(),
        now,
        framework.number(),
        words.text("paper.version", words.plainDate(words.today()), framework.number()),
        grouped(policy.rows(), PolicyRow::recordType).entrySet().stream()
            .map(each -> category(words, each.getKey(), each.getValue()))
            .toList(),
        retention.rules().stream().map(rule -> kept(words, rule)).toList(),
        fixed(words),
        store.records().stream()
            .map(kind ->
                words.text(
                    kind.goes() ? "paper.goes" : "paper.stays",
                    words.text("personal." + kind.code()),
                    kind.goes() ? "" : words.text("personal.stays." + kind.code())))
            .toList(),
        modules
            .orderedStream()
            .flatMap(module -> module.recipients().stream())
            .map(each -> recipient(words, each))
            .toList(),
        IntStream.rangeClosed(1, MEASURES)
            .mapToObj(each -> words.text("paper.measure." + each))
            .toList());
  }

  private static String recipient(Words words, Recipient recipient) {
    return words.text("recipient." + recipient.code(), recipient.name());
  }

  static Kept kept(Words words, RetentionRule rule) {
    Integer months = rule.months();
    return new Kept(
        words.text("retained." + rule.code()),
        words.text("retained.from." + rule.code()),
        months == null
            ? unlimited(words, rule.code())
            : words.text(rule.empties() ? "retention.emptied" : "retention.deleted", months));
  }

  /// What holds where nobody set a time; some kinds go by themselves then.
  private static String unlimited(Words words, String code) {
    String own = "retention.unlimited." + code;
    return words.text(words.has(own) ? own : "retention.unlimited");
  }

  static List<String> fixed(Words words) {
    return IntStream.rangeClosed(1, 6)
        .mapToObj(each -> words.text("retention.fixed." + each))
        .toList();
  }

  private static Category category(Words words, String record, List<PolicyRow> rows) {
    return new Category(
        capitalised(words.text("record." + record)),
        words.text("paper.purpose." + record),
        grouped(rows, PolicyRow::fields).entrySet().stream()
            .map(fields ->
                new Part(
                    capitalised(words.text("fields." + record + "." + fields.getKey())),
                    seenBy(words, fields.getValue()),
                    grouped(fields.getValue(), PolicyRow::act).entrySet().stream()
                        .filter(act -> !act.getKey().equals(READ))
                        .map(act ->
                            new ActPart(
                                words.text("act." + act.getKey()), who(words, act.getValue())))
                        .toList()))
            .toList());
  }

  private static String seenBy(Words words, List<PolicyRow> rows) {
    List<PolicyRow> readers = rows.stream().filter(row -> row.act().equals(READ)).toList();
    return readers.isEmpty() ? "" : words.text("paper.seen-by", who(words, readers));
  }

  /// Everybody a row names, as a paper calls them, which is read by nobody in particular: "the
  /// person", not "you".
  private static String who(Words words, List<PolicyRow> rows) {
    Stream<String> relations =
        rows.stream()
            .map(row -> row.relation().code())
            .distinct()
            .map(code ->
                words.has("paper.relation." + code)
                    ? words.text("paper.relation." + code)
                    : words.text("relation." + code));
    Stream<String> composed =
        rows.stream()
            .filter(PolicyRow::isCarried)
            .map(PolicyRow::carriedBy)
            .distinct()
            .flatMap(permission -> words.composedRoles(permission).stream())
            .map(role -> words.text("relation.composed", role));
    return Stream.concat(relations, composed).distinct().collect(Collectors.joining("; "));
  }

  private static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static Map<String, List<PolicyRow>> grouped(
      List<PolicyRow> rows, Function<PolicyRow, String> by) {
    return rows.stream()
        .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
  }
}
