package io.fairlead.app.goals;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads figures as people and programs write them: `6.4`, `6,4`, `1,200`, `1 200`, `-3`. No
/// exponents, at most 15 digits before the point and 9 after it.
final class Figures {
  static final BigDecimal LARGEST = new BigDecimal("1000000000000000");
  private static final int MOST_DECIMALS = 9;
  private static final Pattern PLAIN = Pattern.compile("[-+−]?\\d{1,18}(\\.\\d{1,18})?");
  private static final Pattern GROUPED = Pattern.compile("[-+−]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

  private Figures() {}

  static Optional<BigDecimal> parse(String text) {
    String bare = text.replaceAll("[\\s\\u00a0\\u202f'_]", "");
    if (bare.length() > 40) {
      return Optional.empty();
    }
    String pointed =
        GROUPED.matcher(bare).matches() ? bare.replace(",", "") : bare.replace(',', '.');
    if (!PLAIN.matcher(pointed).matches()) {
      return Optional.empty();
    }
    BigDecimal figure = new BigDecimal(pointed.replace('−', '-'));
    return figure.abs().compareTo(LARGEST) < 0 && figure.scale() <= MOST_DECIMALS
        ? Optional.of(figure)
        : Optional.empty();
  }

  /// Without exponent and without trailing zeros: how a figure stands in a form.
  static String plain(BigDecimal figure) {
    BigDecimal bare = figure.stripTrailingZeros();
    return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
  }
}
