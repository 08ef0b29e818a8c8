package io.fairlead.methods.framework;

import io.fairlead.methods.framework.Finding.Severity;
import io.fairlead.methods.framework.FrameworkDocument.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Explained findings on a document that can be read. A finding that the document waives stays in
/// the list, with the reason; a waiver that waives nothing is itself a finding.
public final class FrameworkLint {
  static final String UNKNOWN_RULE = "waiver-of-unknown-rule";
  static final String UNUSED = "waiver-unused";
  static final String THIN_REASON = "waiver-reason-thin";

  private FrameworkLint() {}

  /// Every rule, in the order of the document.
  public static List<LintRule> rules() {
    return Stream.of(
            DirectionRules.RULES,
            VocabularyRules.RULES,
            CadenceRules.RULES,
            GoalLimitRules.RULES,
            ScoringRules.RULES,
            MeasuringRules.RULES,
            FeedbackProtectionRules.RULES,
            FeedbackRoundRules.RULES)
        .flatMap(List::stream)
        .toList();
  }

  /// All findings, by line.
  public static List<Finding> lint(FrameworkDocument document) {
    List<Finding> findings = new ArrayList<>();
    Set<Waiver> used = new HashSet<>();
    for (LintRule rule : rules()) {
      for (LintRule.Hit hit : rule.check().apply(document)) {
        Waiver waiver = waiver(document, rule.id(), hit.path());
        if (waiver != null) {
          used.add(waiver);
        }
        findings.add(finding(document, rule, hit, waiver));
      }
    }
    findings.addAll(onWaivers(document, used));
    findings.sort(
        Comparator.comparingInt(Finding::line)
            .thenComparingInt(Finding::column)
            .thenComparing(Finding::rule));
    return List.copyOf(findings);
  }

  private static @Nullable Waiver waiver(FrameworkDocument document, String rule, String path) {
    for (Waiver waiver : document.framework().waivers()) {
      String at = waiver.path();
      if (waiver.rule().equals(rule) && (at == null || covers(at, path))) {
        return waiver;
      }
    }
    return null;
  }

  private static boolean covers(String waived, String path) {
    return path.equals(waived) || path.startsWith(waived + ".") || path.startsWith(waived + "[");
  }

  private static Finding finding(
      FrameworkDocument document, LintRule rule, LintRule.Hit hit, @Nullable Waiver waiver) {
    Place place = document.nearestPlace(hit.path());
    return new Finding(
        rule.id(),
        rule.severity(),
        hit.path(),
        place.line(),
        place.column(),
        hit.what(),
        rule.why(),
        rule.better(),
        waiver == null ? null : waiver.reason());
  }

  private static List<Finding> onWaivers(FrameworkDocument document, Set<Waiver> used) {
    List<String> ids = rules().stream().map(LintRule::id).toList();
    List<Waiver> waivers = document.framework().waivers();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < waivers.size(); i++) {
      String path = "waivers[" + i + "]";
      Waiver waiver = waivers.get(i);
      if (!ids.contains(waiver.rule())) {
        findings.add(
            onWaiver(
                document,
                path + ".rule",
                UNKNOWN_RULE,
                Severity.ERROR,
                "There is no rule '" + waiver.rule() + "'.",
                "A waiver that matches no rule hides nothing, and whoever wrote it believes it does.",
                Nearest.to(waiver.rule(), ids)
                    .map(near -> "Did you mean '" + near + "'?")
                    .orElse("Use a rule id as `fairlead lint` prints it.")));
      } else if (!used.contains(waiver)) {
        findings.add(
            onWaiver(
                document,
                path,
                UNUSED,
                Severity.WARNING,
                "The waiver of '" + waiver.rule() + "' waives nothing.",
                "It would silently accept the finding when it comes back for another reason.",
                "Remove it."));
      }
      if (waiver.reason().strip().length() < 12) {
        findings.add(
            onWaiver(
                document,
                path + ".reason",
                THIN_REASON,
                Severity.WARNING,
                "'" + waiver.reason().strip() + "' does not say why.",
                "The next person to read it has to decide anew.",
                "Say what makes it right here: 'Twelve people in one room; the whole company is one team.'"));
      }
    }
    return findings;
  }

  private static Finding onWaiver(
      FrameworkDocument document,
      String path,
      String rule,
      Severity severity,
      String what,
      String why,
      String better) {
    Place place = document.nearestPlace(path);
    return new Finding(rule, severity, path, place.line(), place.column(), what, why, better, null);
  }
}
