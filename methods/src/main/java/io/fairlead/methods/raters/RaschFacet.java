package io.fairlead.methods.raters;

import java.util.Arrays;

/// One side of a many-facet Rasch model: persons, items or raters.
public final class RaschFacet {
  private final int size;
  private final int[] element;
  private final boolean isAbility;
  private final boolean isCentred;

  private RaschFacet(int size, int[] element, boolean isAbility, boolean isCentred) {
    if (Arrays.stream(element).anyMatch(each -> each < 0 || each >= size)) {
      throw new IllegalArgumentException("elements are numbered from 0");
    }
    this.size = size;
    this.element = element.clone();
    this.isAbility = isAbility;
    this.isCentred = isCentred;
  }

  /// Those who are rated: the higher, the higher their ratings. Centred at 0.
  ///
  /// @param element of each rating, from 0 to below `size`
  public static RaschFacet persons(int size, int[] element) {
    return new RaschFacet(size, element, true, true);
  }

  /// What they are rated on: the higher, the lower the ratings. Centred at 0.
  public static RaschFacet items(int size, int[] element) {
    return new RaschFacet(size, element, false, true);
  }

  /// Those who rate: the higher, the more severe. Not centred, so that all ratings' level is here.
  public static RaschFacet raters(int size, int[] element) {
    return new RaschFacet(size, element, false, false);
  }

  int size() {
    return size;
  }

  int element(int rating) {
    return element[rating];
  }

  int ratings() {
    return element.length;
  }

  boolean isCentred() {
    return isCentred;
  }

  int sign() {
    return isAbility ? 1 : -1;
  }
}
