package io.fairlead.methods.agreement;

import java.util.List;
import java.util.Set;

/// Which columns of a file hold what. A name that is empty is looked for among the usual ones.
///
/// @param others further columns whose cells are kept as they are
public record RatingColumns(
    String rater, String ratee, String rating, String item, List<String> others) {
  static final Set<String> RATERS =
      Set.of("rater", "judge", "observer", "reviewer", "coder", "assessor");
  static final Set<String> RATEES =
      Set.of(
          "ratee",
          "subject",
          "reviewee",
          "person",
          "employee",
          "target",
          "unit",
          "participant",
          "id");
  static final Set<String> RATINGS = Set.of("rating", "score", "value", "answer", "mark", "x");
  static final Set<String> ITEMS =
      Set.of("item", "dim", "dimension", "competency", "question", "criterion", "trait");

  public RatingColumns {
    others = List.copyOf(others);
  }

  /// All by their usual names.
  public static RatingColumns usual() {
    return new RatingColumns("", "", "", "", List.of());
  }
}
