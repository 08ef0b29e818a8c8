package io.fairlead.cli;

import io.fairlead.methods.lessons.Lesson;
import io.fairlead.methods.lessons.ShippedLessons;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `fairlead feedback lessons`
@Command(
    name = "lessons",
    description = "List the lessons on giving and judging feedback, or read one.",
    footer = {
      "",
      "fairlead feedback lessons            the twelve, with their minutes",
      "fairlead feedback lessons recency    one to read, as Markdown",
      "fairlead feedback lessons workshop   the kit of a workshop of an hour",
      "Exit code 0, or 2 if there is no such lesson."
    })
final class FeedbackLessons implements Callable<Integer> {
  private static final String WORKSHOP = "workshop";

  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "LESSON",
      description = "The name of a lesson, or workshop.")
  private @Nullable String name;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  FeedbackLessons(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (name == null) {
      list();
    } else if (name.equals(WORKSHOP)) {
      if (json) {
        throw new BadInput("the workshop is there as Markdown only: leave --json out");
      }
      terminal.out().print(ShippedLessons.workshopMarkdown());
    } else {
      show(name);
    }
    return ExitCode.FINE;
  }

  private void show(String named) {
    Lesson lesson = ShippedLessons.find(named).orElseThrow(() -> unknown(named));
    if (json) {
      Json.write(terminal.out(), out -> LessonJson.write(out, lesson));
    } else {
      terminal.out().print(ShippedLessons.markdown(named).orElseThrow(() -> unknown(named)));
    }
  }

  private void list() {
    if (json) {
      Json.write(terminal.out(), out -> LessonJson.list(out, ShippedLessons.lessons()));
      return;
    }
    Columns table =
        new Columns().text("lesson").text("title").figure("questions").figure("minutes");
    for (Lesson each : ShippedLessons.lessons()) {
      table.row(
          each.id(),
          each.title(),
          String.valueOf(each.check().size()),
          String.format(Locale.ROOT, "%.1f", each.minutes()));
    }
    table.print(terminal.out());
    terminal.out().println("\nThe workshop of an hour: fairlead feedback lessons workshop");
  }

  private static BadInput unknown(String named) {
    return new BadInput(
        "there is no lesson %s: it is one of %s, or workshop"
            .formatted(
                named,
                ShippedLessons.lessons().stream()
                    .map(Lesson::id)
                    .collect(Collectors.joining(", "))));
  }
}
