package io.fairlead.cli;

import io.fairlead.methods.disclosure.Ledger;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.Scale;
import io.fairlead.methods.disclosure.attack.AttackSuite;
import io.fairlead.methods.disclosure.attack.ReleaseAttack;
import io.fairlead.methods.disclosure.attack.ReleasedReports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `fairlead feedback attack`
@Command(
    name = "attack",
    description = "Try to find out from published feedback who gave what.",
    footer = {
      "",
      "RELEASES.json is what `feedback release --json` printed; several are attacked together.",
      "With --ledger the attacker also knows whose ratings were published together.",
      "--suite attacks rounds made up at random and rules that leave something out.",
      "Exit code 0 if nothing was found, 1 if something was, 2 if a file cannot be used."
    })
final class FeedbackAttack implements Callable<Integer> {
  private static final int MOST_ROUNDS = 1_000_000;
  private static final int MOST_ITEMS = 50;

  private final Terminal terminal;

  @Parameters(arity = "0..*", paramLabel = "RELEASES.json", description = "Published rounds.")
  private List<Path> files = List.of();

  @Option(
      names = "--policy",
      paramLabel = "POLICY.yaml",
      description = "Theirs; without it five points, thresholds 4 and 5, width 2, no colluders.")
  private @Nullable Path policyFile;

  @Option(
      names = "--ledger",
      paramLabel = "LEDGER.json",
      description = "Whose ratings were published together.")
  private @Nullable Path ledgerFile;

  @Option(
      names = "--items",
      paramLabel = "N",
      defaultValue = "3",
      description = "Items of a competency; the fewer, the more can be told (default 3).")
  private int items = 3;

  @Option(names = "--suite", description = "Attack made-up rounds instead of files.")
  private boolean isSuite;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many rounds the suite makes up (default 1000).")
  private int rounds = 1000;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The same seed gives the same rounds (default 1).")
  private long seed = 1;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  FeedbackAttack(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (isSuite != files.isEmpty()) {
      throw new BadInput("name published rounds, or --suite and none");
    }
    return isSuite ? suite() : files();
  }

  private int suite() {
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw new BadInput("--rounds is 1 to " + MOST_ROUNDS);
    }
    AttackSuite.Figures figures = AttackSuite.run(rounds, seed, true);
    if (json) {
      Json.write(terminal.out(), document -> AttackReport.write(document, figures));
    } else {
      AttackReport.print(terminal.out(), figures);
    }
    return figures.isKept() ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  private int files() {
    if (items < 1 || items > MOST_ITEMS) {
      throw new BadInput("--items is 1 to " + MOST_ITEMS);
    }
    ReleasePolicy policy =
        policyFile == null
            ? ReleasePolicy.usual(new Scale(1, 5))
            : FeedbackFiles.policy(policyFile);
    ReleaseAttack attack = new ReleaseAttack(policy, items);
    List<ReleasedReports> all = new ArrayList<>();
    for (Path file : files) {
      all.add(FeedbackFiles.reports(file));
    }
    all.forEach(attack::attack);
    if (ledgerFile == null) {
      attack.history(all);
    } else {
      Ledger ledger = FeedbackFiles.ledger(ledgerFile);
      attack.history(ledger);
    }
    if (json) {
      Json.write(terminal.out(), document -> AttackReport.write(document, attack));
    } else {
      AttackReport.print(terminal.out(), attack);
    }
    return attack.found().isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
  }
}
