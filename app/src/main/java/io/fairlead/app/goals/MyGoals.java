package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.platform.web.PaceLine;
import io.fairlead.app.platform.web.Status;
import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The viewer's own key results as pace lines, for Home.
///
/// @param cycle the one whose axis the lines share; null when there are no rows
/// @param nextCheckIn when the next one is due; null without rows
public record MyGoals(List<Row> rows, @Nullable Cycle cycle, @Nullable LocalDate nextCheckIn) {
  public MyGoals {
    rows = List.copyOf(rows);
  }

  /// A key result in its place against pace.
  public record Row(UpdateRow told, Drift drift, Cycle cycle, @Nullable String lastBy) {

    public String title() {
      return told.row().keyResult().title();
    }

    public String href() {
      return "/goals/" + told.row().keyResult().objective();
    }
  }

  public PaceLine axis(LocalDate today) {
    if (cycle == null) {
      throw new IllegalStateException("no rows, no axis");
    }
    return new PaceLine(cycle.starts(), cycle.ends(), today, List.of(), null, Status.NO_DATA);
  }

  /// "Q2 2026, day 43 of 91".
  public String day(Words words) {
    if (cycle == null) {
      return "";
    }
    long day = words.today().toEpochDay() - cycle.starts().toEpochDay() + 1;
    return words.text("goals-home.day", cycle.name(), day, cycle.days());
  }
}
