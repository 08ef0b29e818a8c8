package io.fairlead.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Where a command writes: what was asked for on `out`, what went wrong on `err`.
record Terminal(PrintWriter out, PrintWriter err) {

  static Terminal system() {
    return new Terminal(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8));
  }
}
