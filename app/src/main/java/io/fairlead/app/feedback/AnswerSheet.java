package io.fairlead.app.feedback;

import java.util.Map;
import java.util.TreeMap;

/// What one writes about another, as far as it got. As JSON it is what module `disclosure` keeps
/// closed until the round is sealed.
///
/// @param ratings by item; [#CANNOT_JUDGE] where they chose not to
/// @param comments by question; none of them blank
/// @param at the item or question at which they left, for going on there; empty at the beginning
/// @param seconds for which the page was in front of them, all visits together
/// @param handedIn whether they said that they are done; they may still change it
public record AnswerSheet(
    Map<String, Integer> ratings,
    Map<String, String> comments,
    String at,
    int seconds,
    boolean handedIn) {
  public static final int CANNOT_JUDGE = 0;
  public static final AnswerSheet EMPTY = new AnswerSheet(Map.of(), Map.of(), "", 0, false);

  public AnswerSheet {
    ratings = Map.copyOf(new TreeMap<>(ratings));
    comments = Map.copyOf(new TreeMap<>(comments));
  }
}
