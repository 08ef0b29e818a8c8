package io.fairlead.cli;

import io.fairlead.methods.disclosure.Ledger;
import io.fairlead.methods.disclosure.LedgerFile;
import io.fairlead.methods.disclosure.PolicyFile;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.attack.ReleasedReports;
import java.nio.file.Path;

/// Files of feedback, refused in words where they cannot be used.
final class FeedbackFiles {
  private FeedbackFiles() {}

  static ReleasePolicy policy(Path file) {
    return switch (PolicyFile.read(TextFile.read(file))) {
      case PolicyFile.Read.Policy(ReleasePolicy policy) -> policy;
      case PolicyFile.Read.Refused refused ->
          throw new BadInput(file.getFileName() + ": " + String.join("; ", refused.problems()));
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
    } catch (IllegalArgumentException | ArithmeticException noReports) {
      throw new BadInput(file.getFileName() + " is no published round: " + noReports.getMessage());
    }
  }
}
