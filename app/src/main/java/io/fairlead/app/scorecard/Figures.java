package io.fairlead.app.scorecard;

import java.math.BigDecimal;
import java.util.Optional;

/// Figures as people write them: `1,200.5`, `1.200,5`, `1 200`, `-3`, `6.4 %`.
final class Figures {
  private static final int LONGEST = 24;

  private Figures() {}

  static Optional<BigDecimal> read(String text) {
    String plain = text.replaceAll("[\\s\\u00a0\\u202f'’%€$£]", "").replace('−', '-');
    if (plain.length() > LONGEST || !plain.matches("[+-]?\\d+([.,]\\d+)*|[+-]?[.,]\\d+")) {
      return Optional.empty();
    }
    int comma = plain.lastIndexOf(',');
    int point = plain.lastIndexOf('.');
    char decimal = comma > point ? ',' : '.';
    char grouping = decimal == ',' ? '.' : ',';
    String grouped = plain.replace(String.valueOf(grouping), "");
    boolean many = grouped.indexOf(decimal) != grouped.lastIndexOf(decimal);
    // One comma before three digits groups thousands; one point never does.
    boolean thousands = decimal == ',' && point < 0 && grouped.matches("[+-]?[1-9]\\d{0,2},\\d{3}");
    String number =
        many || thousands
            ? grouped.replace(String.valueOf(decimal), "")
            : grouped.replace(decimal, '.');
    return Optional.of(new BigDecimal(number));
  }
}
