package io.fairlead.methods.wording;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A figure that says how much, as it stands in a text. A year, a version, a name with a number in
/// it or the length of a plan is none.
///
/// @param text as written: `$ 2M`, `99.9%`, `two`, `N12`
/// @param from where it begins in the text; `to` is behind its end
/// @param kind what it counts in
/// @param role what it is for
public record Quantity(String text, int from, int to, Kind kind, Role role) {

  private static final Pattern NUMBER =
      Pattern.compile("(\\d++(?:[.,]\\d++)*+)(bn|[kKmMbB])?(?![a-zA-Z])");

  /// What it counts in.
  public enum Kind {
    PERCENT,
    MONEY,
    /// `3x`, `double`
    MULTIPLE,
    TIME,
    COUNT,
    /// `#1`, `top 5`
    RANK,
    /// None at all: `zero incidents`
    NONE
  }

  /// What it is for.
  public enum Role {
    BASELINE,
    TARGET,
    /// Describes a thing: `50k-node testbed`, `the top 3 reasons`. Nothing is measured by it.
    DETAIL
  }

  /// Its value, in the unit that it is written in; empty if it is masked or a word.
  public OptionalDouble value() {
    Matcher number = NUMBER.matcher(text);
    if (!number.find()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(plain(number.group(1)));
    String suffix = number.group(2);
    return OptionalDouble.of(value * (suffix == null ? 1 : scale(suffix)));
  }

  /// `1,250.5` and `1.250,5` are the same; so are `2,5` and `2.5`.
  private static String plain(String written) {
    int decimal = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
    String digits = written.replaceAll("[^0-9]", "");
    boolean three = decimal >= 0 && written.length() - decimal == 4;
    boolean grouped = three && (written.charAt(decimal) == ',' || written.indexOf('.') < decimal);
    if (decimal < 0 || grouped) {
      return digits;
    }
    int behind = written.length() - decimal - 1;
    return digits.substring(0, digits.length() - behind)
        + "."
        + digits.substring(digits.length() - behind);
  }

  private static double scale(String suffix) {
    return switch (suffix) {
      case "k", "K" -> 1e3;
      case "m", "M" -> 1e6;
      case "b", "B", "bn" -> 1e9;
      default -> 1;
    };
  }

  public boolean isTarget() {
    return role == Role.TARGET;
  }

  public boolean isBaseline() {
    return role == Role.BASELINE;
  }
}
