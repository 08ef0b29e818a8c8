package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.CycleWindow;
import io.fairlead.app.cycles.CycleWindows;
import io.fairlead.app.goals.CycleProgressStore.Progress;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.running.Running;
import io.fairlead.app.platform.running.Running.Act;
import io.fairlead.app.platform.running.Running.Count;
import io.fairlead.app.platform.running.RunningSource;
import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Cycles on the board: planning, check-ins and grading, each with who is where in counts.
@Component
@Order(10)
class CyclesRunning implements RunningSource {
  private static final String KIND = "cycles";
  private static final int WEEK = 7;

  private final CycleProgressStore store;
  private final CycleWindows windows;
  private final CycleReminders reminders;

  CyclesRunning(CycleProgressStore store, CycleWindows windows, CycleReminders reminders) {
    this.store = store;
    this.windows = windows;
    this.reminders = reminders;
  }

  @Override
  public List<Running> running(Viewer viewer, Words words) {
    boolean mayChange = windows.mayChange(viewer);
    boolean mayRemind = reminders.mayRemind(viewer);
    LocalDate today = viewer.today();
    List<Running> rows = new ArrayList<>();
    for (Progress progress : store.all(today)) {
      Cycle cycle = progress.cycle();
      if (!cycle.planningFrom().isAfter(today) && !cycle.ends().isBefore(today)) {
        rows.add(
            window(
                words,
                progress,
                CycleWindow.PLANNING,
                today,
                List.of(
                    count(words, "draft", progress.drafts()),
                    count(words, "proposed", progress.proposed()),
                    count(words, "active", progress.active())),
                mayChange,
                mayRemind && progress.drafts() + progress.proposed() > 0));
      }
      if (cycle.runsOn(today)) {
        rows.add(checkIns(words, progress, mayRemind));
      }
      if (!cycle.gradingFrom().isAfter(today)) {
        rows.add(
            window(
                words,
                progress,
                CycleWindow.GRADING,
                today,
                List.of(
                    count(words, "ungraded", progress.active()),
                    count(words, "graded", progress.graded())),
                mayChange,
                mayRemind && progress.active() > 0));
      }
    }
    return rows;
  }

  private static Count count(Words words, String what, long number) {
    return new Count(words.text("running.count." + what, number), number);
  }

  private static Running window(
      Words words,
      Progress progress,
      CycleWindow window,
      LocalDate today,
      List<Count> counts,
      boolean mayChange,
      boolean mayRemind) {
    Cycle cycle = progress.cycle();
    LocalDate until = window.until(cycle);
    boolean over = until.isBefore(today);
    List<Act> acts = new ArrayList<>();
    if (mayRemind) {
      acts.add(remind(words, cycle, CycleReminder.valueOf(window.name())));
    }
    if (mayChange) {
      LocalDate later = (over ? today : until).plusDays(WEEK);
      acts.add(
          new Act(
              over ? "reopen" : "extend",
              words.text(over ? "running.reopen" : "running.extend"),
              "/studio/running/cycles/" + cycle.id() + "/" + window.code(),
              later.toString(),
              List.of("was", until.toString())));
    }
    long left = counts.getFirst().number();
    return new Running(
        KIND,
        words.text("running." + window.code(), cycle.name()),
        words.text(over ? "running.closed" : "running.open-until", words.plainDate(until)),
        counts,
        "/goals?cycle=" + cycle.id(),
        over && left > 0,
        acts);
  }

  private static Running checkIns(Words words, Progress progress, boolean mayRemind) {
    Cycle cycle = progress.cycle();
    return new Running(
        KIND,
        words.text("running.check-ins", cycle.name()),
        words.text("running.every", cycle.checkInEveryDays()),
        List.of(
            count(words, "late", progress.late()),
            count(words, "up-to-date", progress.keyResults() - progress.late())),
        "/goals?cycle=" + cycle.id(),
        false,
        mayRemind && progress.late() > 0
            ? List.of(remind(words, cycle, CycleReminder.CHECK_INS))
            : List.of());
  }

  private static Act remind(Words words, Cycle cycle, CycleReminder what) {
    return new Act(
        "remind",
        words.text("running.remind"),
        "/studio/running/cycles/" + cycle.id() + "/reminders",
        "",
        List.of("what", what.code()));
  }
}
