package io.fairlead.cli;

import io.fairlead.methods.disclosure.Ledger;
import io.fairlead.methods.disclosure.LedgerFile;
import io.fairlead.methods.disclosure.PolicyFile;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.Scale;
import io.fairlead.methods.disclosure.attack.ReleasedReports;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.InstrumentFile;
import io.fairlead.methods.instruments.ItemBank;
import java.nio.file.Path;
import java.util.List;

/// Files of feedback, refused in words where they cannot be used.
final class FeedbackFiles {
  private static final int SHOWN = 20;

  private FeedbackFiles() {}

  static ReleasePolicy policy(Path file) {
    return switch (PolicyFile.read(TextFile.read(file))) {
      case PolicyFile.Read.Policy(ReleasePolicy policy) -> policy;
      case PolicyFile.Read.Refused refused ->
          throw new BadInput(file.getFileName() + ": " + String.join("; ", refused.problems()));
    };
  }

  /// An instrument; what is wrong with its file is said line by line.
  static Instrument instrument(Terminal terminal, Path file) {
    return switch (InstrumentFile.read(TextFile.read(file), ItemBank.shipped())) {
      case InstrumentFile.Read.Sound(Instrument instrument) -> instrument;
      case InstrumentFile.Read.Refused refused -> {
        refused.problems().stream()
            .limit(SHOWN)
            .forEach(problem ->
                terminal
                    .err()
                    .println(
                        Columns.plain(
                            "%s:%d: %s"
                                .formatted(
                                    file.getFileName(), problem.line(), problem.message()))));
        throw new BadInput(
            "%s is no instrument that can be used: %d to correct"
                .formatted(file.getFileName(), refused.problems().size()));
      }
    };
  }

  static Ledger ledger(Path file) {
    try {
      return LedgerFile.read(TextFile.read(file));
    } catch (IllegalArgumentException noLedger) {
      throw new BadInput(file.getFileName() + " is no ledger: " + noLedger.getMessage());
    }
  }

  static ReleasedReports reports(Path file) {
    try {
      return ReleasedReports.read(String.valueOf(file.getFileName()), TextFile.read(file));
    } catch (IllegalArgumentException noReports) {
      throw new BadInput(file.getFileName() + " is no published round: " + noReports.getMessage());
    }
  }

  /// The reports of a published round.
  static List<Published> published(Path file, Scale scale) {
    ReleasedReports reports = reports(file);
    try {
      return reports.published(scale);
    } catch (IllegalArgumentException noReports) {
      throw new BadInput(
          Columns.plain(file.getFileName() + " is no published round: " + noReports.getMessage()));
    }
  }
}
