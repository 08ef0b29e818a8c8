package io.fairlead.methods.raters;

import io.fairlead.methods.agreement.Rating;
import io.fairlead.methods.agreement.RatingFile;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A file of ratings and what is asked of it.
///
/// @param file without errors
/// @param fixed the names of those of its further columns that a rating may depend on
/// @param categories those of them that are categories even where they are written as numbers
/// @param seed of the probes by which very large models are estimated
public record RaterQuestion(
    RatingFile file, List<String> fixed, Set<String> categories, long seed) {
  private static final Predicate<String> NOT_GIVEN =
      Pattern.compile("|NA|N/A", Pattern.CASE_INSENSITIVE).asMatchPredicate();

  public RaterQuestion {
    fixed = List.copyOf(fixed);
    categories = Set.copyOf(categories);
  }

  /// The ratings that have a cell in every column that is asked for.
  List<Rating> complete() {
    return fixed.isEmpty()
        ? file.ratings()
        : file.ratings().stream()
            .filter(rating -> rating.others().stream().limit(fixed.size()).noneMatch(NOT_GIVEN))
            .toList();
  }
}
