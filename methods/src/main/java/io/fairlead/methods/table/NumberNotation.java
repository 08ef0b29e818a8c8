package io.fairlead.methods.table;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// How a file writes its numbers. A sign, an exponent, spaces between thousands and a percent sign
/// are understood in both.
public enum NumberNotation {
  /// `1,234.5`
  POINT(
      "[+-]?(?:\\d{1,3}(?:[, \\u00A0\\u202F']\\d{3})+|\\d+)?(?:(?<=\\d)\\.|\\.(?=\\d))?\\d*(?:[eE][+-]?\\d{1,3})?",
      '.', ','),
  /// `1.234,5`
  COMMA(
      "[+-]?(?:\\d{1,3}(?:[. \\u00A0\\u202F']\\d{3})+|\\d+)?(?:(?<=\\d),|,(?=\\d))?\\d*(?:[eE][+-]?\\d{1,3})?",
      ',', '.');

  private static final int LONGEST = 40;

  /// A comma that no thousands can explain.
  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("[+-]?(?:\\d+,(?:\\d{1,2}|\\d{4,})|0,\\d+|\\d{1,3}(?:\\.\\d{3})+,\\d+) ?%?");

  private static final Pattern ONE_COMMA = Pattern.compile("[+-]?\\d+,\\d+ ?%?");
  private static final Pattern PERCENT = Pattern.compile("\\s*%$");

  private final Pattern pattern;
  private final char point;
  private final char thousands;

  NumberNotation(String pattern, char point, char thousands) {
    this.pattern = Pattern.compile(pattern);
    this.point = point;
    this.thousands = thousands;
  }

  /// The notation of a file. Where commas do not separate its cells, a comma within a number is
  /// taken for a decimal one.
  public static NumberNotation of(List<String> cells, char separator) {
    Pattern telling = separator == ',' ? DECIMAL_COMMA : ONE_COMMA;
    boolean hasComma =
        cells.stream()
            .anyMatch(
                cell -> telling.matcher(cell).matches() || DECIMAL_COMMA.matcher(cell).matches());
    return hasComma ? COMMA : POINT;
  }

  /// Empty for what is no number; it may be infinite where the exponent is too large.
  public OptionalDouble read(String cell) {
    String text = PERCENT.matcher(cell).replaceAll("");
    boolean hasDigit = text.chars().anyMatch(each -> each >= '0' && each <= '9');
    if (text.length() > LONGEST || !hasDigit || !pattern.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    String plain =
        text.replace(String.valueOf(thousands), "")
            .replaceAll("[ \\u00A0\\u202F']", "")
            .replace(point, '.');
    try {
      return OptionalDouble.of(Double.parseDouble(plain));
    } catch (NumberFormatException noNumber) {
      return OptionalDouble.empty();
    }
  }
}
