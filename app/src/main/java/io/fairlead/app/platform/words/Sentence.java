package io.fairlead.app.platform.words;

import java.text.MessageFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A sentence with its places, as `MessageFormat` reads it. Most have words alone for their places,
/// and a page has hundreds of them: those are put together without reading a pattern each time.
final class Sentence {
  private Sentence() {}

  static String of(String pattern, Locale locale, Object... parameters) {
    String plain = plain(pattern, parameters);
    return plain == null ? new MessageFormat(pattern, locale).format(parameters) : plain;
  }

  /// @return null where a place wants a format, an apostrophe may quote, or a parameter is no words
  private static @Nullable String plain(String pattern, Object... parameters) {
    if (pattern.indexOf('\'') >= 0) {
      return null;
    }
    StringBuilder said = new StringBuilder(pattern.length() + 32);
    int at = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
      int place = open + 2 < pattern.length() ? pattern.charAt(open + 1) - '0' : -1;
      if (place < 0
          || place >= Math.min(parameters.length, 10)
          || pattern.charAt(open + 2) != '}'
          || !(parameters[place] instanceof String words)) {
        return null;
      }
      said.append(pattern, at, open).append(words);
      at = open + 3;
    }
    return said.append(pattern, at, pattern.length()).toString();
  }
}
