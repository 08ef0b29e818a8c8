package io.fairlead.cli;

import java.io.Serial;

/// The command cannot use what it was given. The message is for the person who typed it; the exit
/// code is 2.
final class BadInput extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  BadInput(String message) {
    super(message);
  }
}
