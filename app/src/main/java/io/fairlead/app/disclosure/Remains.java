package io.fairlead.app.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// What is left of the answers about one subject: nothing in it says who gave which.
///
/// @param members who was counted in which block; never what they said
public record Remains(List<Score> scores, List<Comment> comments, List<Member> members) {
  /// A member's mean is kept in these parts of a point, whatever the number of answers up to 10.
  public static final int PARTS = 2520;

  public Remains {
    scores = List.copyOf(scores);
    comments = List.copyOf(comments);
    members = List.copyOf(members);
  }

  /// One member's mean for a competency, in 2520ths of a point.
  public record Score(String block, String competency, int score) {}

  public record Comment(String block, String question, String words) {}

  public record Member(String block, UUID person) {}

  /// The same in another order; each kind in one of its own.
  Remains shuffled(Random random) {
    return new Remains(
        shuffled(scores, random), shuffled(comments, random), shuffled(members, random));
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }
}
