package io.fairlead.app.setup;

import java.util.List;
import java.util.Locale;

/// Whether one thing about the server is as it should be.
///
/// @param code such as `disk`, message key `check.<code>`
/// @param sentence message key of what was found
/// @param parameters of the sentence
/// @param command that puts it right, as one would type it; empty where nothing is to be done
public record Check(
    String code, State state, String sentence, List<Object> parameters, String command) {
  public Check {
    parameters = List.copyOf(parameters);
  }

  /// How it stands.
  public enum State {
    FINE,
    /// Works, and could hurt one day.
    ATTENTION,
    /// Does not work.
    WRONG,
    /// Nothing to be done about it.
    NOTE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Check fine(String code, String sentence, Object... parameters) {
    return new Check(code, State.FINE, "check." + code + "." + sentence, List.of(parameters), "");
  }

  static Check of(String code, State state, String command, String sentence, Object... parameters) {
    return new Check(code, state, "check." + code + "." + sentence, List.of(parameters), command);
  }
}
