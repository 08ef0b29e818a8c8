package io.fairlead.methods.assignment;

import java.util.List;

/// Why places stay empty: raters are at their caps, and what others are nominated for does not
/// suffice. It is a cut: whatever is assigned, at most `possible` of the places can be filled, as
/// follows from the nominations and caps alone.
///
/// @param places that these raters would have to fill, without those that fixed pairs fill
/// @param needed how many places these are
/// @param raters who are at their caps, with what they can take on beside their fixed pairs
/// @param others nominations of all other raters for these places: each fills one, and is assigned
public record Bottleneck(List<Places> places, int needed, List<FullRater> raters, int others) {
  /// @param group empty for places that any group may fill
  public record Places(String reviewee, String group, int needed, int filled) {}

  /// @param room reviewees that the rater can take on beside the fixed ones
  public record FullRater(String rater, int room) {}

  public Bottleneck {
    places = List.copyOf(places);
    raters = List.copyOf(raters);
  }

  /// Places that can be filled at most.
  public int possible() {
    return others + raters.stream().mapToInt(FullRater::room).sum();
  }

  /// Places that stay empty.
  public int missing() {
    return needed - possible();
  }
}
