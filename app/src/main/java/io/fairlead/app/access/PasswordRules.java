package io.fairlead.app.access;

import io.fairlead.app.platform.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a password must be: long enough and not one that everybody tries. No rule about kinds of
/// characters and no expiry, which only make people choose worse ones.
final class PasswordRules {
  static final int SHORTEST = 12;
  static final int LONGEST = 200;
  private static final int FEWEST_DIFFERENT = 5;
  private static final Set<String> COMMON = common();

  private PasswordRules() {}

  /// @param known words a guesser would try first: the person's name and address, the
  ///   organisation's name
  static Optional<Reason> refusal(String field, String password, List<String> known) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(Reason.invalid(field, "password-too-short", SHORTEST));
    }
    if (length > LONGEST) {
      return Optional.of(Reason.invalid(field, "too-long", LONGEST));
    }
    if (isCommon(password) || isMostlyKnown(password, known)) {
      return Optional.of(Reason.invalid(field, "password-too-common"));
    }
    return Optional.empty();
  }

  private static boolean isCommon(String password) {
    String plain = plain(password);
    return plain.codePoints().distinct().count() < FEWEST_DIFFERENT
        || isRun(plain)
        || isRepeated(plain)
        || COMMON.contains(plain)
        || COMMON.contains(plain.replaceAll("[^\\p{L}]", ""))
        || COMMON.contains(plain.replaceAll("[0-9!.?*#$]+$", ""));
  }

  /// Nearly every character follows the one before it: 123456789012, abcdefghijkl.
  private static boolean isRun(String plain) {
    int steps = 0;
    for (int i = 1; i < plain.length(); i++) {
      int step = plain.charAt(i) - plain.charAt(i - 1);
      if (Math.abs(step) == 1 || step == -9) {
        steps++;
      }
    }
    return steps >= plain.length() - 2;
  }

  /// One short word over and over: passpasspass.
  private static boolean isRepeated(String plain) {
    for (int unit = 1; unit <= plain.length() / 2; unit++) {
      if (plain.length() % unit == 0
          && plain.substring(0, unit).repeat(plain.length() / unit).equals(plain)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMostlyKnown(String password, List<String> known) {
    String rest = plain(password);
    for (String phrase : known) {
      for (String word : plain(phrase).split("[^\\p{L}\\p{N}]+")) {
        if (word.length() >= 4) {
          rest = rest.replace(word, "");
        }
      }
    }
    return rest.codePointCount(0, rest.length()) < SHORTEST / 2;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  private static Set<String> common() {
    try (InputStream list =
        PasswordRules.class.getResourceAsStream("/access/common-passwords.txt")) {
      if (list == null) {
        throw new IllegalStateException("the list of common passwords is missing");
      }
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(PasswordRules::plain)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
