package io.fairlead.app.goals;

import io.fairlead.app.goals.GoalTaskStore.OfTeam;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.tasks.Task;
import io.fairlead.app.platform.tasks.TaskSource;
import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What goals ask of people: a check-in, a grade, an answer, a baseline, a draft to finish, a new
/// owner for what somebody who left had under way.
@Component
class GoalTasks implements TaskSource {
  private static final int SECONDS_A_KEY_RESULT = 12;
  private static final int LOOK_SECONDS = 120;

  private final GoalTaskStore store;

  GoalTasks(GoalTaskStore store) {
    this.store = store;
  }

  @Override
  public List<Task> own(Viewer viewer, Words words) {
    return store.own(viewer, words.today()).stream().map(due -> task(due, words)).toList();
  }

  @Override
  public List<Task> team(Viewer viewer, Words words) {
    Map<UUID, List<OfTeam>> byPerson =
        store.team(viewer, words.today()).stream()
            .collect(
                Collectors.groupingBy(OfTeam::person, LinkedHashMap::new, Collectors.toList()));
    return byPerson.values().stream()
        .flatMap(theirs ->
            Stream.concat(
                late(theirs, words.today()).map(due -> task(due, words)), behind(theirs, words)))
        .toList();
  }

  /// Late by more than half a rhythm.
  private static Stream<Due> late(List<OfTeam> theirs, LocalDate today) {
    List<OfTeam> late =
        theirs.stream()
            .filter(
                each -> each.due().plusDays(each.cycle().checkInEveryDays() / 2).isBefore(today))
            .toList();
    return late.stream()
        .min(Comparator.comparing(OfTeam::due))
        .map(first ->
            new Due(
                Kind.LATE,
                first.person(),
                first.name(),
                late.size(),
                first.due(),
                first.row().track() == null ? null : first.row().track().lastDay()))
        .stream();
  }

  /// Whoever is behind, with the key result that has been so for the longest.
  private static Stream<Task> behind(List<OfTeam> theirs, Words words) {
    record Behind(OfTeam what, Drift drift) {
      LocalDate since() {
        return drift.behindSince(what.cycle());
      }
    }
    List<Behind> behind =
        theirs.stream()
            .map(each -> new Behind(each, Drift.of(each.row(), each.cycle(), words.today())))
            .filter(each -> each.drift().isBehind())
            .sorted(Comparator.comparing(Behind::since))
            .toList();
    return behind.stream()
        .limit(1)
        .map(first ->
            new Task(
                words.text("goal-task.title.behind", behind.size(), first.what().name()),
                words.text(
                    "goal-task.detail.behind",
                    first.what().row().asked().title(),
                    first.drift().words(words)),
                LOOK_SECONDS,
                first.since(),
                words.text("goal-task.button.late"),
                "/goals/" + first.what().row().asked().objective()));
  }

  /// Something that is due, before it is put into words.
  ///
  /// @param thing the objective it is about; null for a check-in on several
  /// @param name what or whom it is about
  /// @param last when it was last touched
  record Due(
      Kind kind,
      @Nullable UUID thing,
      String name,
      int count,
      @Nullable LocalDate due,
      @Nullable LocalDate last) {}

  enum Kind {
    UPDATE,
    GRADE,
    ANSWER,
    BASELINE,
    DRAFT,
    REASSIGN,
    REASSIGN_PART,
    LATE
  }

  private static Task task(Due due, Words words) {
    String code = due.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    String last =
        due.last() == null
            ? words.text("goal-task.never")
            : words.text("goal-task.last", words.plainDate(due.last()));
    String detail =
        switch (due.kind()) {
          case UPDATE, LATE -> last;
          case GRADE, ANSWER, BASELINE, DRAFT, REASSIGN, REASSIGN_PART ->
              words.text("goal-task.detail." + code, due.name());
        };
    return new Task(
        words.text("goal-task.title." + code, due.count(), due.name()),
        detail,
        seconds(due),
        due.due(),
        words.text("goal-task.button." + code),
        href(due));
  }

  private static int seconds(Due due) {
    return switch (due.kind()) {
      case UPDATE -> SECONDS_A_KEY_RESULT * due.count();
      case GRADE -> 300;
      case ANSWER, REASSIGN, REASSIGN_PART, LATE -> LOOK_SECONDS;
      case BASELINE -> 60;
      case DRAFT -> 600;
    };
  }

  private static String href(Due due) {
    return switch (due.kind()) {
      case UPDATE, BASELINE -> "/goals/update";
      case GRADE -> "/goals/" + due.thing() + "/grade";
      case DRAFT -> "/goals/" + due.thing() + "/edit";
      case REASSIGN -> "/goals/" + due.thing() + "/reassignment";
      case REASSIGN_PART -> "/goals/key-results/" + due.thing() + "/reassignment";
      case ANSWER -> "/goals/" + due.thing();
      case LATE -> "/people/" + due.thing();
    };
  }
}
