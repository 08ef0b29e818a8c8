package io.fairlead.cli;

/// What a command tells the shell.
final class ExitCode {
  static final int FINE = 0;

  /// The input was understood, and something in it fails.
  static final int FINDINGS = 1;

  /// The command line or its input cannot be understood.
  static final int BAD_INPUT = 2;

  /// A bug in Fairlead, after `sysexits.h`.
  static final int BUG = 70;

  private ExitCode() {}
}
