package io.fairlead.methods.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Whose ratings were published together, for as long as an attacker may hold reports against each
/// other: 18 months. Within that time a rater's opinion of a reviewee counts as one unknown, so a
/// later report must not, together with the earlier ones, single out fewer raters than the
/// threshold. It holds sets of raters and nothing that they answered.
public record Ledger(List<Entry> entries) {
  /// How long a set counts.
  public static final int MONTHS = 18;

  /// @param raters of one block
  public record Entry(String subject, String round, LocalDate closed, Set<String> raters) {
    public Entry {
      raters = Set.copyOf(raters);
    }
  }

  public Ledger {
    entries = List.copyOf(entries);
  }

  public static Ledger empty() {
    return new Ledger(List.of());
  }

  /// What still counts on that day, by reviewee.
  public Map<String, List<Entry>> counting(LocalDate day) {
    LocalDate since = day.minusMonths(MONTHS);
    return entries.stream()
        .filter(it -> !it.closed().isBefore(since))
        .collect(Collectors.groupingBy(Entry::subject));
  }

  /// With what a round published; what has run out by then is left out.
  public Ledger plus(List<Entry> published, LocalDate day) {
    LocalDate since = day.minusMonths(MONTHS);
    List<Entry> kept = new ArrayList<>();
    entries.stream().filter(it -> !it.closed().isBefore(since)).forEach(kept::add);
    kept.addAll(published);
    return new Ledger(kept);
  }

  /// Whether sets may be published after those before them: no sum or difference of all of them,
  /// however weighted, is about 1 to k − 1 raters only. Two sets may thus differ by nobody or by at
  /// least k; and a set may not differ by one from two others together, which comparing pairs does
  /// not see. Of answers nothing is asked.
  ///
  /// @param k threshold
  public static boolean admits(List<Set<String>> earlier, List<Set<String>> later, int k) {
    Set<Set<String>> all = new LinkedHashSet<>(earlier);
    all.addAll(later);
    return !new Singling(all).isPossible(k);
  }
}
