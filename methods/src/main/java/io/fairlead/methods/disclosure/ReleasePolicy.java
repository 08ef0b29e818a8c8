package io.fairlead.methods.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// What was set when a round was launched; nothing loosens it afterwards.
///
/// @param numeric raters that a block of ratings needs
/// @param comments raters that a block of comments needs
/// @param width w, in points: nobody's rating can be told closer than w + 1 neighbouring points
/// @param colluders c: the promise holds while no more than so many of a group tell what they gave
/// @param groups of raters who are not named, in the order in which groups are put together
public record ReleasePolicy(
    Scale scale,
    int numeric,
    int comments,
    int width,
    int colluders,
    ReleaseUnit unit,
    List<String> groups) {
  /// The reviewee, named.
  public static final String SELF = "self";

  /// Named; each is a block of one.
  public static final String MANAGER = "manager";

  public static final List<String> USUAL_GROUPS =
      List.of("peer", "report", "other", "crossfunctional");

  /// Below this nobody is one among others, whatever the scale.
  public static final int LEAST = 3;

  private static final int MOST = 1000;

  public ReleasePolicy {
    groups = List.copyOf(groups);
  }

  /// Thresholds 4 and 5, width 2, nobody colluding, competencies, the usual groups.
  public static ReleasePolicy usual(Scale scale) {
    return new ReleasePolicy(scale, 4, 5, 2, 0, ReleaseUnit.COMPETENCY, USUAL_GROUPS);
  }

  /// The smallest threshold that keeps the promise: the least n, 3 or more, with n · R > 2w + 2cR,
  /// where R is the scale's span. On five points with w = 2: 3, 4 and 6 for c = 0, 1 and 2.
  public int leastThreshold() {
    int span = scale.span();
    return Math.max(LEAST, (2 * width + 2 * colluders * span) / span + 1);
  }

  /// The smallest threshold of comments that keeps the promise: c + 3. Whoever tells knows which
  /// comments are theirs, and three must remain of whom each may have written the others.
  public int leastComments() {
    return colluders + LEAST;
  }

  /// Raters that a block of comments has in any case: what was set, if that is enough.
  public int commentsFrom() {
    return Math.max(comments, leastComments());
  }

  /// In what it is followed more strictly than it is written; empty where in nothing.
  public List<String> notes() {
    return comments >= leastComments()
        ? List.of()
        : List.of(
            "thresholds.comments is %d; with %d colluders comments are published from groups of %d on, as of fewer the others' authors could be told"
                .formatted(comments, colluders, leastComments()));
  }

  /// Why it cannot be used; empty where it can.
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (width < 1 || width >= scale.span()) {
      problems.add(
          "width is %d; on a scale from %d to %d it is 1 to %d"
              .formatted(width, scale.low(), scale.high(), scale.span() - 1));
    }
    if (colluders < 0 || colluders > MOST / 10) {
      problems.add("colluders is %d; it is 0, 1 or 2, at most %d".formatted(colluders, MOST / 10));
    }
    if (problems.isEmpty() && numeric < leastThreshold()) {
      problems.add(
          "thresholds.numeric is %d; with width %d and %d colluders on a scale from %d to %d it is at least %d"
              .formatted(numeric, width, colluders, scale.low(), scale.high(), leastThreshold()));
    }
    if (comments < LEAST) {
      problems.add("thresholds.comments is %d; it is at least %d".formatted(comments, LEAST));
    }
    if (numeric > MOST || comments > MOST) {
      problems.add("a threshold is at most " + MOST);
    }
    if (groups.isEmpty()
        || new HashSet<>(groups).size() < groups.size()
        || groups.stream().anyMatch(group -> group.isBlank() || isNamed(group))) {
      problems.add("groups are different names, none of them self or manager");
    }
    return problems;
  }

  /// Whether who rates in that group is shown by name.
  public static boolean isNamed(String group) {
    return group.equals(SELF) || group.equals(MANAGER);
  }
}
