package io.fairlead.app.measures;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long it usually takes until what a leading measure shows is seen in the one it leads.
///
/// @param least in units
/// @param most in units
/// @param unit `days`, `weeks`, `months` or `quarters`
public record UsualLag(int least, int most, String unit) {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,2})-(\\d{1,2}) (days|weeks|months|quarters)");

  /// As the files write it: `2-6 weeks`.
  static Optional<UsualLag> parse(String text) {
    Matcher found = WRITTEN.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    int least = Integer.parseInt(found.group(1));
    int most = Integer.parseInt(found.group(2));
    return least < most ? Optional.of(new UsualLag(least, most, found.group(3))) : Optional.empty();
  }
}
