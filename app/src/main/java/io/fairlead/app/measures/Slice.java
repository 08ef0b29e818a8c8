package io.fairlead.app.measures;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A part of what a measure counts: one value of one dimension, such as the north of the regions.
/// Slices of one dimension exclude each other; those of two dimensions overlap, and so does a slice
/// with the whole.
///
/// @param dimension such as `region`; empty for the whole
/// @param name such as `North`; empty for the whole, or where a person is the slice
/// @param person whose own figures these are; null for all others
public record Slice(String dimension, String name, @Nullable UUID person) {
  public static final Slice WHOLE = new Slice("", "", null);

  public boolean isWhole() {
    return dimension.isEmpty();
  }

  /// Whether something may be counted in both, so that adding them up would count it twice.
  public boolean overlaps(Slice other) {
    return isWhole()
        || other.isWhole()
        || !dimension.equalsIgnoreCase(other.dimension)
        || equalsIgnoringCase(other);
  }

  private boolean equalsIgnoringCase(Slice other) {
    return name.equalsIgnoreCase(other.name) && java.util.Objects.equals(person, other.person);
  }
}
