package io.fairlead.app.people;

import java.util.List;

/// The organisation's shape with names: see `OrganisationShape` for what each part means. Of long
/// lists only the first stand here, with how many there are in all.
///
/// @param layers how many people stand on each layer, the top first
/// @param top who leads the most; empty when everybody stands in a circle
/// @param leaders how many lead somebody directly
/// @param medianSpan how many people a leader in the middle leads directly
public record Shape(
    int people,
    List<Integer> layers,
    List<PersonName> top,
    int leaders,
    int medianSpan,
    Listed<Span> wideSpans,
    Listed<PersonName> spansOfOne,
    Listed<PersonName> alone,
    Listed<List<PersonName>> circles,
    Listed<UnitName> unitsOfOne) {
  public Shape {
    layers = List.copyOf(layers);
    top = List.copyOf(top);
  }

  /// Whether there is nothing to look at.
  public boolean fine() {
    return wideSpans.none()
        && spansOfOne.none()
        && alone.none()
        && circles.none()
        && unitsOfOne.none();
  }

  /// A leader and how many people report to them directly.
  public record Span(PersonName leader, int reports) {}

  /// The first of a list, and how many there are.
  public record Listed<T>(int total, List<T> first) {
    public Listed {
      first = List.copyOf(first);
    }

    public boolean none() {
      return total == 0;
    }

    /// How many there are beyond the first.
    public int more() {
      return total - first.size();
    }
  }
}
