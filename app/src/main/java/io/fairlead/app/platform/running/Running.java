package io.fairlead.app.platform.running;

import java.util.List;

/// Something in progress, as one row of the board.
///
/// @param kind groups rows: `cycles`, `feedback`, `imports`, `framework`, `messages`, `webhooks` or
///   `jobs`, message key `running.<kind>`
/// @param title what it is: "Planning of Q2 2026"
/// @param state where it stands, as a sentence
/// @param counts who or what is where, in the order in which people go through it
/// @param href of the page that shows more; empty for none
/// @param trouble whether somebody should look
/// @param acts what can be done about it here, by who may
public record Running(
    String kind,
    String title,
    String state,
    List<Count> counts,
    String href,
    boolean trouble,
    List<Act> acts) {
  public Running {
    counts = List.copyOf(counts);
    acts = List.copyOf(acts);
  }

  /// How many are at one place.
  public record Count(String words, long number) {}

  /// A form of one button, with a day and a reason where it asks for them.
  ///
  /// @param code tells the acts of a row apart
  /// @param words on the button
  /// @param action the path it posts to
  /// @param day proposed; empty for an act that asks for none
  /// @param fields hidden ones, as names and values in turn
  public record Act(String code, String words, String action, String day, List<String> fields) {
    public Act {
      fields = List.copyOf(fields);
    }
  }
}
