package io.fairlead.methods.coaching.conversations;

import java.util.List;

/// A pattern of situations in which somebody prepares a conversation.
///
/// @param id once and for good, such as `missed-commitments`
/// @param edition from 1
/// @param when by what one recognises it, in a sentence
/// @param look what to look at or to decide before
/// @param example one observation, as it could be written
/// @param opening a sentence or two to begin with, in quotation marks
/// @param questions three to ask and to listen to
/// @param avoid what is better not said
/// @param agreements what could be agreed at the end
/// @param followUpDays after how many days to look at it together
public record Situation(
    String id,
    int edition,
    String name,
    String when,
    List<String> look,
    Example example,
    String opening,
    List<String> questions,
    List<Avoid> avoid,
    List<String> agreements,
    int followUpDays) {
  public Situation {
    look = List.copyOf(look);
    questions = List.copyOf(questions);
    avoid = List.copyOf(avoid);
    agreements = List.copyOf(agreements);
  }

  /// An observation: when and where, what was done or said, what came of it.
  public record Example(String situation, String behaviour, String effect) {}

  /// @param said in quotation marks
  /// @param why what it does
  public record Avoid(String said, String why) {}
}
