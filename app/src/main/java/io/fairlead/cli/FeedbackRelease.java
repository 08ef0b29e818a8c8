package io.fairlead.cli;

import io.fairlead.methods.disclosure.AnswerFile;
import io.fairlead.methods.disclosure.Ledger;
import io.fairlead.methods.disclosure.LedgerFile;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.RoundRelease;
import io.fairlead.methods.disclosure.attack.Gate;
import io.fairlead.methods.table.TableText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `fairlead feedback release`
@Command(
    name = "release",
    description = "Say what of a round's answers may be published, and nothing else.",
    footer = {
      "",
      "Columns: subject, group, rater, competency, item, rating, comment; a row is an answer.",
      "The policy: scale: {low, high}, thresholds: {numeric, comments}, width, colluders,",
      "unit: competency or item. Comments need three more than may tell, whatever it says.",
      "A ledger keeps who was published together, for 18 months. It is read from --ledger and",
      "written with this round to --ledger-out, which may be the same file.",
      "Exit code 0, or 2 if a file cannot be used."
    })
final class FeedbackRelease implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "ANSWERS.csv", description = "The answers of a closed round.")
  private @Nullable Path file;

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "POLICY.yaml",
      description = "What was set at launch.")
  private @Nullable Path policyFile;

  @Option(
      names = "--ledger",
      paramLabel = "LEDGER.json",
      description = "What was published before.")
  private @Nullable Path ledgerFile;

  @Option(
      names = "--ledger-out",
      paramLabel = "LEDGER.json",
      description = "Where to write what was published until now, this round included.")
  private @Nullable Path ledgerOut;

  @Option(
      names = "--round",
      paramLabel = "NAME",
      description = "The round's name in the ledger; without it, the name of the file.")
  private @Nullable String round;

  @Option(
      names = "--closed",
      paramLabel = "DAY",
      description = "The day on which it was closed; without it, today.")
  private @Nullable LocalDate closed;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  FeedbackRelease(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ReleasePolicy policy = FeedbackFiles.policy(Objects.requireNonNull(policyFile));
    Ledger ledger = ledgerFile == null ? Ledger.empty() : FeedbackFiles.ledger(ledgerFile);
    Path path = Objects.requireNonNull(file);
    AnswerFile answers = AnswerFile.parse(TableText.decoded(TextFile.bytes(path)), policy);
    Problems.print(terminal, path, answers.problems());
    if (answers.hasErrors()) {
      return ExitCode.BAD_INPUT;
    }
    String name = round == null ? String.valueOf(path.getFileName()) : round;
    LocalDate day = closed == null ? LocalDate.now(ZoneOffset.UTC) : closed;
    RoundRelease release = new RoundRelease(policy, ledger, name, day, new SecureRandom());
    if (release.isOut()) {
      throw new BadInput(
          "the ledger holds the round " + name + ": a round is published once (--round names it)");
    }
    pass(policy, answers);
    policy.notes().forEach(note -> terminal.err().println("note: " + note));
    if (ledgerOut != null) {
      begin(ledgerOut);
    }
    if (json) {
      ReleaseJson.write(terminal.out(), policy, answers.answers(), release);
    } else {
      ReleaseTable.print(terminal.out(), policy.scale(), answers.answers(), release);
    }
    if (ledgerOut != null) {
      write(ledgerOut, LedgerFile.write(release.ledger()));
    }
    return ExitCode.FINE;
  }

  /// Of the counts alone; what it finds is a defect of the rule, and nothing is published.
  private static void pass(ReleasePolicy policy, AnswerFile answers) {
    Gate gate = new Gate(policy);
    answers.answers().stream()
        .flatMap(subject -> gate.violations(subject).stream())
        .findFirst()
        .ifPresent(violation -> {
          throw new BadInput(
              "nothing is published: an attacker who knows the counts would succeed against %s: %s"
                  .formatted(violation.where(), violation.detail()));
        });
  }

  /// Before anything is published: what is out and in no ledger could be subtracted from the next
  /// round.
  private static void begin(Path ledger) {
    try {
      Files.writeString(part(ledger), "");
    } catch (IOException unwritable) {
      throw new BadInput("cannot write the ledger " + ledger);
    }
  }

  /// All of it or nothing.
  private static void write(Path ledger, String text) {
    try {
      Files.writeString(part(ledger), text);
      Files.move(
          part(ledger),
          ledger,
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      throw new BadInput("cannot write the ledger " + ledger + ": do not use what was printed");
    }
  }

  private static Path part(Path ledger) {
    return ledger.resolveSibling(ledger.getFileName() + ".part");
  }
}
