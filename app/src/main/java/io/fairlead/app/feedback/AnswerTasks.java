package io.fairlead.app.feedback;

import io.fairlead.app.feedback.Answering.Given;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.tasks.Task;
import io.fairlead.app.platform.tasks.TaskSource;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.instruments.Relationship;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What rounds of feedback ask of somebody, on their Home alone: nobody's team shows who has
/// answered. One statement for somebody who is asked nothing, three for anybody else.
@Component
class AnswerTasks implements TaskSource {
  /// A round that asks about more people than this is one row.
  private static final int ROWS = 2;

  private final Answering answering;

  AnswerTasks(Answering answering) {
    this.answering = answering;
  }

  @Override
  public List<Task> own(Viewer viewer, Words words) {
    Map<UUID, List<Given>> open =
        answering.mine(viewer).stream()
            .filter(each -> !each.handedIn())
            .collect(Collectors.groupingBy(Given::round, LinkedHashMap::new, Collectors.toList()));
    return open.values().stream()
        .flatMap(round ->
            round.size() > ROWS
                ? Stream.of(together(round, words))
                : round.stream().map(each -> task(each, words)))
        .toList();
  }

  private static Task task(Given given, Words words) {
    String name =
        given.subjectName() == null ? words.text("answering.somebody") : given.subjectName();
    return new Task(
        given.relationship() == Relationship.SELF
            ? words.text("answering.task.self")
            : words.text("answering.task", name),
        words.text("answering.task.detail", given.roundName(), given.answered(), given.items()),
        given.minutesLeft() * 60,
        given.closes(),
        words.text("answering.task.button"),
        "/feedback/give/" + given.invitation());
  }

  private static Task together(List<Given> round, Words words) {
    Given first = round.getFirst();
    return new Task(
        words.text("answering.task.several", round.size()),
        first.roundName(),
        round.stream().mapToInt(Given::minutesLeft).sum() * 60,
        first.closes(),
        words.text("answering.task.button"),
        "/feedback");
  }

  @Override
  public List<Task> team(Viewer viewer, Words words) {
    return List.of();
  }
}
