package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Goals as pace lines, the viewer's for Home and a unit's beside its measures: one statement each.
@Component
public class GoalsAtHome {
  private static final int MOST = 12;
  private static final int MOST_OF_UNIT = 60;

  private final CheckInStore store;
  private final Pages pages;

  GoalsAtHome(CheckInStore store, Pages pages) {
    this.store = store;
    this.pages = pages;
  }

  @Transactional(readOnly = true)
  public MyGoals of(Viewer viewer, LocalDate today) {
    Words words = pages.words();
    List<CheckInStore.Open> open =
        store.mine(viewer, today).stream().filter(row -> row.cycle().runsOn(today)).toList();
    return shown(open, MOST, today, words);
  }

  /// The goals of a unit in the same form.
  @Transactional(readOnly = true)
  public MyGoals ofUnit(Viewer viewer, UUID unit, LocalDate today) {
    return shown(
        store.ofUnit(viewer, unit, today).stream()
            .filter(row -> row.cycle().runsOn(today))
            .toList(),
        MOST_OF_UNIT,
        today,
        pages.words());
  }

  private static MyGoals shown(
      List<CheckInStore.Open> open, int most, LocalDate today, Words words) {
    List<MyGoals.Row> rows = open.stream().limit(most).map(row -> row(row, words)).toList();
    return new MyGoals(
        rows,
        open.stream()
            .map(CheckInStore.Open::cycle)
            .min(Comparator.comparingLong(Cycle::days))
            .orElse(null),
        open.stream().map(row -> next(row, today)).min(Comparator.naturalOrder()).orElse(null));
  }

  /// When a check-in is due next; one that is due already is a task, and the next comes a rhythm
  /// later.
  private static LocalDate next(CheckInStore.Open open, LocalDate today) {
    LocalDate from = open.track() == null ? open.cycle().starts() : open.track().lastDay();
    LocalDate due = from.plusDays(open.cycle().checkInEveryDays());
    return due.isAfter(today) ? due : today.plusDays(open.cycle().checkInEveryDays());
  }

  private static MyGoals.Row row(CheckInStore.Open open, Words words) {
    KeyResultRow row =
        new KeyResultRow(open.keyResult(), null, false, "", null, null, open.said(), open.track());
    return new MyGoals.Row(
        new UpdateRow(
            new CheckIns.ToUpdate(
                open.keyResult(),
                open.objectiveTitle(),
                open.awaitsBaseline(),
                open.track(),
                open.done(),
                open.fed()),
            FormState.EMPTY,
            words),
        Drift.of(row, open.cycle(), words.today()),
        open.cycle(),
        open.lastByName());
  }
}
