package io.fairlead.cli;

import io.fairlead.methods.assignment.Assignment;
import io.fairlead.methods.assignment.AssignmentProblem;
import io.fairlead.methods.assignment.NominationFile;
import io.fairlead.methods.assignment.RaterCaps;
import io.fairlead.methods.assignment.RaterNeeds;
import io.fairlead.methods.assignment.RatingEffort;
import io.fairlead.methods.assignment.RoundRehearsal;
import io.fairlead.methods.assignment.RoundRehearsal.Assumptions;
import io.fairlead.methods.table.TableText;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `fairlead feedback assign`
@Command(
    name = "assign",
    description = "Choose among those nominated who rates whom, so that nobody rates too many.",
    footer = {
      "",
      "Columns: reviewee, rater, and if needed group, cost, fixed, forbidden, cap; a",
      "row is a pair. Fixed and forbidden are yes or no. The cap is the rater's.",
      "As many places as possible are filled, then at least cost, then with even loads.",
      "Exit code 0, 1 if places stay empty, 2 if the file or options cannot be used."
    })
final class FeedbackAssign implements Callable<Integer> {
  /// The fewest whom a report shows as a group.
  private static final int USUAL_TOTAL = 4;

  /// Of the rounds that a rehearsal makes up: the same file gives the same figures.
  private static final long SEED = 1;

  private static final Pattern NEED = Pattern.compile("([^=?]+)=(\\d{1,4})(\\??)");

  private final Terminal terminal;

  @Parameters(paramLabel = "NOMINATIONS.csv", description = "Who may rate whom.")
  private @Nullable Path file;

  @Option(
      names = "--need",
      paramLabel = "GROUP=N",
      split = ",",
      description =
          "Raters of a group that every reviewee needs; GROUP=N? asks it only of those with"
              + " somebody nominated in it.")
  private List<String> needs = List.of();

  @Option(
      names = "--total",
      paramLabel = "N",
      description =
          "Raters that every reviewee needs in all (default: those of the groups; without any, 4).")
  private @Nullable Integer total;

  @Option(
      names = "--cap",
      paramLabel = "N",
      defaultValue = "6",
      description = "Reviewees of a rater without a cap of their own (default: ${DEFAULT-VALUE}).")
  private int cap;

  @Option(
      names = "--fairness",
      paramLabel = "W",
      defaultValue = "0",
      description =
          "What a load costs: W times its square (default: 0, it decides between equal costs).")
  private double fairness;

  @Option(
      names = "--response",
      paramLabel = "P",
      description =
          "Also rehearse the round: minutes, and who can be shown if this share of raters answers"
              + " (0.7).")
  private @Nullable Double response;

  @Option(
      names = "--items",
      paramLabel = "N",
      defaultValue = "30",
      description = "Items about a reviewee, for the rehearsal (default: ${DEFAULT-VALUE}).")
  private int items;

  @Option(
      names = "--comments",
      paramLabel = "N",
      defaultValue = "2",
      description = "Questions for comments, likewise (default: ${DEFAULT-VALUE}).")
  private int comments;

  @Option(
      names = "--threshold",
      paramLabel = "N",
      defaultValue = "4",
      description = "Answers that a group needs to be shown (default: ${DEFAULT-VALUE}).")
  private int threshold;

  @Option(
      names = "--budget",
      paramLabel = "MINUTES",
      defaultValue = "20",
      description = "Minutes of a rater (default: ${DEFAULT-VALUE}, a sitting).")
  private double allowed;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  FeedbackAssign(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    RaterNeeds asked = needs();
    Optional<Assumptions> assumed = assumed();
    if (cap < 0 || cap > RaterCaps.MOST) {
      throw new BadInput("--cap is 0 to " + RaterCaps.MOST);
    }
    Path path = Objects.requireNonNull(file);
    NominationFile nominations = NominationFile.parse(TableText.decoded(TextFile.bytes(path)));
    Problems.print(terminal, path, nominations.problems());
    if (nominations.hasErrors()) {
      return ExitCode.BAD_INPUT;
    }
    AssignmentProblem problem =
        new AssignmentProblem(
            nominations.nominations(), asked, new RaterCaps(cap, nominations.caps()), fairness);
    Assignment found = assigned(problem);
    Optional<RoundRehearsal> rehearsal =
        assumed.map(given -> RoundRehearsal.of(found, given, SEED));
    if (json) {
      Json.write(terminal.out(), document -> AssignmentJson.write(document, found, rehearsal));
    } else {
      AssignmentTable.print(terminal.out(), found);
      rehearsal.ifPresent(it -> RehearsalReport.print(terminal.out(), it));
    }
    return found.isComplete() ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  private static Assignment assigned(AssignmentProblem problem) {
    if (!problem.problems().isEmpty()) {
      throw new BadInput(String.join("; ", problem.problems()));
    }
    try {
      return Assignment.of(problem);
    } catch (IllegalArgumentException tooLarge) {
      throw new BadInput(String.valueOf(tooLarge.getMessage()));
    }
  }

  private Optional<Assumptions> assumed() {
    if (response == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Assumptions(new RatingEffort(items, comments), allowed, response, threshold));
    } catch (IllegalArgumentException impossible) {
      throw new BadInput(String.valueOf(impossible.getMessage()));
    }
  }

  private RaterNeeds needs() {
    Map<String, Integer> places = new LinkedHashMap<>();
    Set<String> some = new HashSet<>();
    for (String need : needs) {
      Matcher matcher = NEED.matcher(need.strip());
      if (!matcher.matches()) {
        throw new BadInput("--need is GROUP=N or GROUP=N?, such as peer=3, not " + need);
      }
      String group = matcher.group(1).strip().toLowerCase(Locale.ROOT);
      if (places.put(group, Integer.parseInt(matcher.group(2))) != null) {
        throw new BadInput("--need names " + group + " twice");
      }
      if (!matcher.group(3).isEmpty()) {
        some.add(group);
      }
    }
    if (total != null && total < 1) {
      throw new BadInput("--total is at least 1");
    }
    int all = total != null ? total : places.isEmpty() ? USUAL_TOTAL : 0;
    return new RaterNeeds(places, some, all);
  }
}
