package io.fairlead.app.home;

import io.fairlead.app.cycles.PilotTerm;
import io.fairlead.app.cycles.Pilots;
import io.fairlead.app.goals.GoalsAtHome;
import io.fairlead.app.goals.MyGoals;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.tasks.Task;
import io.fairlead.app.platform.tasks.TaskSource;
import io.fairlead.app.platform.web.Choice;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The first page.
@Controller
class HomePages {
  private final ObjectProvider<TaskSource> sources;
  private final GoalsAtHome goals;
  private final Pilots pilots;
  private final Pages pages;

  HomePages(ObjectProvider<TaskSource> sources, GoalsAtHome goals, Pilots pilots, Pages pages) {
    this.sources = sources;
    this.goals = goals;
    this.pilots = pilots;
    this.pages = pages;
  }

  @GetMapping("/")
  @Open(because = "shows only the viewer's own tasks and what their team's public goals show")
  ModelAndView home(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(required = false) @Nullable String tab) {
    Words words = pages.words();
    List<Task> own =
        sorted(
            sources.stream()
                .filter(words::uses)
                .flatMap(source -> source.own(viewer, words).stream())
                .toList());
    List<Task> late =
        sorted(
            sources.stream()
                .filter(words::uses)
                .flatMap(source -> source.team(viewer, words).stream())
                .toList());
    boolean team = "team".equals(tab) && !late.isEmpty();
    List<Task> shown = team ? late : own;
    MyGoals mine = words.uses(goals) ? goals.of(viewer, words.today()) : null;
    List<Choice> tabs =
        late.isEmpty()
            ? List.of()
            : List.of(
                Choice.of(words.text("home.you"), "/", !team).counting(own.size()),
                Choice.of(words.text("home.team"), "/?tab=team", team).counting(late.size()));
    return pages.show(
        "home/home",
        title(words, own),
        Place.HOME,
        new SeenBy(words.text("home.seen-by"), "/policy"),
        new HomePage(
            shown,
            tabs,
            team,
            mine,
            next(words, mine),
            mine == null ? null : pilots.of(viewer).map(term -> said(words, term)).orElse(null)));
  }

  private HomePage.InPilot said(Words words, PilotTerm term) {
    String rhythm =
        words.text(
            "home.pilot.rhythm."
                + pilots
                    .framework(term.pilot())
                    .cadence()
                    .checkIns()
                    .rhythm()
                    .name()
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '-'));
    return new HomePage.InPilot(
        term.covers(words.today())
            ? words.text("home.pilot", rhythm, words.plainDate(term.last()))
            : words.text(
                "home.pilot.to-come",
                rhythm,
                words.plainDate(term.first()),
                words.plainDate(term.last())),
        "/studio/framework/pilots/" + term.pilot());
  }

  static List<Task> sorted(List<Task> tasks) {
    return tasks.stream()
        .sorted(
            Comparator.comparing(
                Task::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())))
        .toList();
  }

  private static String title(Words words, List<Task> tasks) {
    if (tasks.isEmpty()) {
      return words.text("home.nothing");
    }
    int seconds = tasks.stream().mapToInt(Task::seconds).sum();
    return words.text("home.title", tasks.size(), minutes(seconds));
  }

  /// Whole minutes, rounded up; more than ten to the next five, since nobody knows it closer.
  static int minutes(int seconds) {
    int minutes = Math.max(1, (seconds + 59) / 60);
    return minutes <= 10 ? minutes : (minutes + 4) / 5 * 5;
  }

  private static String next(Words words, @Nullable MyGoals mine) {
    if (mine == null) {
      return "";
    }
    LocalDate due = mine.nextCheckIn();
    return due == null
        ? words.text("home.next-none")
        : words.text("home.next-check-in", words.longDate(due), minutes(mine.rows().size() * 12));
  }
}
