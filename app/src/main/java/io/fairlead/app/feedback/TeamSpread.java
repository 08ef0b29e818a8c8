package io.fairlead.app.feedback;

import io.fairlead.methods.disclosure.Others;
import io.fairlead.methods.disclosure.Published;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where the middle half of a round's teams lie, by competency, computed from nothing but what was
/// published of each: neither the highest nor the lowest, no names, and nothing below five teams.
///
/// @param rows by competency, in the order of the questions
public record TeamSpread(Map<String, ReportSpan> rows) {
  public static final int LEAST = 5;

  static final TeamSpread NONE = new TeamSpread(Map.of());

  public TeamSpread {
    rows = new LinkedHashMap<>(rows);
  }

  /// @param reports of all teams of one round
  static TeamSpread of(List<Published> reports) {
    Map<String, List<Others>> published = new LinkedHashMap<>();
    for (Published report : reports) {
      report
          .scores()
          .forEach(score -> {
            List<Others> found =
                published.computeIfAbsent(score.competency(), _ -> new ArrayList<>());
            score.others(report.scale()).ifPresent(found::add);
          });
    }
    Map<String, ReportSpan> rows = new LinkedHashMap<>();
    published.forEach((competency, found) -> {
      if (found.size() >= LEAST) {
        rows.put(competency, middle(found));
      }
    });
    return new TeamSpread(rows);
  }

  private static ReportSpan middle(List<Others> found) {
    int aside = found.size() / 4;
    List<BigDecimal> lows = found.stream().map(Others::low).sorted().toList();
    List<BigDecimal> highs = found.stream().map(Others::high).sorted().toList();
    return new ReportSpan(lows.get(aside), highs.get(highs.size() - 1 - aside));
  }
}
