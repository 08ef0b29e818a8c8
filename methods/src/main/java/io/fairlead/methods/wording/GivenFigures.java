package io.fairlead.methods.wording;

/// What is given beside the words of a key result, as it was written.
///
/// @param baseline empty if none is given; so are `target` and `unit`
public record GivenFigures(String baseline, String target, String unit) {
  public static final GivenFigures NONE = new GivenFigures("", "", "");
}
