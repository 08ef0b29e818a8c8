package io.fairlead.cli;

import io.fairlead.methods.framework.Framework;
import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.rehearsal.FeedbackAssumptions;
import io.fairlead.methods.rehearsal.FeedbackDuties;
import io.fairlead.methods.rehearsal.GoalAssumptions;
import io.fairlead.methods.rehearsal.GoalDuties;
import io.fairlead.methods.rehearsal.MeasureDuties;
import io.fairlead.methods.rehearsal.Rehearsal;
import io.fairlead.methods.rehearsal.Rehearsal.Load;
import io.fairlead.methods.rehearsal.Rehearsal.Week;
import io.fairlead.methods.rehearsal.RoundCoverage;
import io.fairlead.methods.rehearsal.Staff;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/// `fairlead simulate FRAMEWORK.yaml --people people.csv`
@Command(
    name = "simulate",
    description = "Rehearse a framework: how many minutes it asks of whom, and in which weeks.",
    footer =
        "%nExit code 0, 1 if a row of the people file has a problem or a week is over the budget,"
            + " 2 if a file cannot be read.")
final class Simulate implements Callable<Integer> {
  private static final int MOST_WEEKS = 520;

  private final Terminal terminal;

  @Parameters(paramLabel = "FRAMEWORK.yaml", description = "The framework document.")
  private @Nullable Path file;

  @Option(
      names = "--people",
      required = true,
      paramLabel = "people.csv",
      description = "Who would live with it: our own file, or that of Lattice or 15Five.")
  private @Nullable Path people;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "The first week is the one that holds this day (default: today).")
  private @Nullable LocalDate from;

  @Option(
      names = "--weeks",
      paramLabel = "N",
      defaultValue = "52",
      description = "How many weeks (default: ${DEFAULT-VALUE}).")
  private int weeks;

  @Option(
      names = "--budget",
      paramLabel = "MINUTES",
      description =
          "What a week may take of somebody on average, whatever their role; more is reported"
              + " (default: as the document's `effort` says).")
  private @Nullable Integer mostMinutes;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  Simulate(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (file == null || people == null) {
      throw new BadInput("which document, and which people?");
    }
    if (weeks < 1 || weeks > MOST_WEEKS) {
      throw new BadInput("--weeks is 1 to " + MOST_WEEKS);
    }
    if (mostMinutes != null && mostMinutes <= 0) {
      throw new BadInput("--budget is more than 0 minutes");
    }
    Optional<FrameworkDocument> document = FrameworkFile.read(terminal, file, json);
    if (document.isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    Framework framework = document.get().framework();
    LocalDate first =
        from == null ? LocalDate.now(Clock.system(framework.organisation().zone())) : from;
    FilePeople read = FilePeople.read(people, first);
    Staff staff = read.staff();
    GoalDuties goals = GoalDuties.usual();
    Rehearsal rehearsal =
        Rehearsal.of(
            framework,
            staff,
            first,
            weeks,
            List.of(goals, MeasureDuties.usual(), FeedbackDuties.usual()));
    List<RoundCoverage> coverage =
        RoundCoverage.of(framework, staff, FeedbackAssumptions.USUAL.response());
    if (json) {
      Json.write(
          terminal.out(),
          out ->
              write(
                  out,
                  framework,
                  rehearsal,
                  goals.assumptions(framework),
                  coverage,
                  read.problems()));
    } else {
      print(framework, rehearsal, goals.assumptions(framework), read.problems());
      print(coverage);
    }
    boolean over = rehearsal.loads().stream().anyMatch(load -> !over(framework, load).isEmpty());
    return read.problems().isEmpty() && !over ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  private List<Week> over(Framework framework, Load load) {
    return load.over(budget(framework, load));
  }

  private OptionalInt budget(Framework framework, Load load) {
    return mostMinutes == null
        ? load.role().budget(framework.effort())
        : OptionalInt.of(mostMinutes);
  }

  private void print(
      Framework framework,
      Rehearsal rehearsal,
      GoalAssumptions each,
      List<FilePeople.Problem> problems) {
    problems.forEach(problem ->
        terminal
            .err()
            .printf(
                "%s: row %d, %s: %s%n", people, problem.row(), problem.column(), problem.said()));
    Columns columns =
        new Columns()
            .text("role")
            .figure("people")
            .figure("reports")
            .figure("minutes a month")
            .figure("busiest week")
            .figure("its minutes")
            .figure("nine in ten")
            .figure("weeks over budget");
    for (Load load : rehearsal.loads()) {
      Week busiest = load.busiest();
      columns.row(
          load.role().code(),
          Integer.toString(load.people()),
          figure(load.reports()),
          figure(load.minutesAMonth()),
          busiest.monday().toString(),
          figure(busiest.mean()),
          figure(busiest.most()),
          budget(framework, load).isEmpty() ? "" : Integer.toString(over(framework, load).size()));
    }
    columns.print(terminal.out());
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%d people, %d weeks from %s: %.0f hours in all. Assumed: %s objectives each with %s key results.%n",
            rehearsal.people(),
            rehearsal.weeks().size(),
            rehearsal.weeks().getFirst(),
            hours(rehearsal),
            figure(each.objectives()),
            figure(each.keyResults()));
  }

  private void print(List<RoundCoverage> coverage) {
    if (coverage.stream().allMatch(round -> round.groups().isEmpty())) {
      return;
    }
    Columns columns =
        new Columns()
            .text("round")
            .text("group")
            .figure("reviewees")
            .figure("asked")
            .figure("answers needed")
            .figure("shown for %")
            .figure("with one more %")
            .figure("cannot have enough %");
    for (RoundCoverage round : coverage) {
      for (RoundCoverage.Group group : round.groups()) {
        columns.row(
            round.round(),
            group.relationship().code(),
            Integer.toString(group.reviewees()),
            Integer.toString(group.asked()),
            Integer.toString(group.needed()),
            figure(100 * group.expected()),
            figure(100 * group.withOneMore()),
            figure(100 * group.tooFew()));
      }
    }
    terminal.out().println();
    columns.print(terminal.out());
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "Assumed: %.0f %% of those who are asked answer, each by themselves.%n",
            100 * FeedbackAssumptions.USUAL.response());
  }

  private static double hours(Rehearsal rehearsal) {
    return rehearsal.loads().stream().mapToDouble(Load::minutes).sum() / 60;
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private void write(
      JsonGenerator document,
      Framework framework,
      Rehearsal rehearsal,
      GoalAssumptions each,
      List<RoundCoverage> coverage,
      List<FilePeople.Problem> problems) {
    document.writeStartObject();
    document.writeNumberProperty("people", rehearsal.people());
    document.writeStringProperty("from", rehearsal.weeks().getFirst().toString());
    document.writeNumberProperty("weeks", rehearsal.weeks().size());
    document.writeNumberProperty("hours", hours(rehearsal));
    document.writeObjectPropertyStart("assumptions");
    document.writeNumberProperty("objectives", each.objectives());
    document.writeNumberProperty("key_results", each.keyResults());
    document.writeNumberProperty("minutes_to_write_objective", each.minutesToWriteObjective());
    document.writeNumberProperty("minutes_to_write_key_result", each.minutesToWriteKeyResult());
    document.writeNumberProperty("minutes_to_agree", each.minutesToAgree());
    document.writeNumberProperty("seconds_to_check_in", each.secondsToCheckIn());
    document.writeNumberProperty("seconds_to_read", each.secondsToRead());
    document.writeNumberProperty("minutes_to_grade", each.minutesToGrade());
    document.writeNumberProperty("minutes_to_talk_over", each.minutesToTalkOver());
    document.writeEndObject();
    document.writeArrayPropertyStart("roles");
    rehearsal.loads().forEach(load -> write(document, framework, load));
    document.writeEndArray();
    document.writeArrayPropertyStart("coverage");
    coverage.forEach(round -> write(document, round));
    document.writeEndArray();
    FilePeople.write(document, problems);
    document.writeEndObject();
  }

  private static void write(JsonGenerator document, RoundCoverage round) {
    document.writeStartObject();
    document.writeStringProperty("round", round.round());
    document.writeNumberProperty("reviewees", round.reviewees());
    document.writeNumberProperty("response", FeedbackAssumptions.USUAL.response());
    document.writeArrayPropertyStart("groups");
    for (RoundCoverage.Group group : round.groups()) {
      document.writeStartObject();
      document.writeStringProperty("group", group.relationship().code());
      document.writeNumberProperty("reviewees", group.reviewees());
      document.writeNumberProperty("asked", group.asked());
      document.writeNumberProperty("needed", group.needed());
      document.writeNumberProperty("expected", group.expected());
      document.writeNumberProperty("with_one_more", group.withOneMore());
      document.writeNumberProperty("too_few", group.tooFew());
      document.writeEndObject();
    }
    document.writeEndArray();
    document.writeEndObject();
  }

  private void write(JsonGenerator document, Framework framework, Load load) {
    document.writeStartObject();
    document.writeStringProperty("role", load.role().code());
    document.writeNumberProperty("people", load.people());
    document.writeNumberProperty("reports", load.reports());
    document.writeNumberProperty("minutes_a_month", load.minutesAMonth());
    budget(framework, load).ifPresent(minutes -> document.writeNumberProperty("budget", minutes));
    document.writeNumberProperty("weeks_over_budget", over(framework, load).size());
    document.writeArrayPropertyStart("weeks");
    for (Week week : load.weeks()) {
      document.writeStartObject();
      document.writeStringProperty("week", week.monday().toString());
      document.writeNumberProperty("mean", week.mean());
      document.writeNumberProperty("nine_in_ten", week.most());
      document.writeNumberProperty("largest", week.largest());
      document.writeObjectPropertyStart("duties");
      week.duties().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(duty -> document.writeNumberProperty(duty.getKey(), duty.getValue()));
      document.writeEndObject();
      document.writeEndObject();
    }
    document.writeEndArray();
    document.writeEndObject();
  }
}
