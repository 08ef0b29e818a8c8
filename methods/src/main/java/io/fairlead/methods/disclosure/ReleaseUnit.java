package io.fairlead.methods.disclosure;

/// Of what a mean is published: never of both.
public enum ReleaseUnit {
  /// A competency of at least [#LEAST_ITEMS] items.
  COMPETENCY,
  /// Each item, and only where a block has at least [#LEAST_RATERS].
  ITEM;

  public static final int LEAST_ITEMS = 3;
  public static final int LEAST_RATERS = 6;
}
