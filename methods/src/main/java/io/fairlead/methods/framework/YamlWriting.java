package io.fairlead.methods.framework;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/// Values as people would write them in YAML: plain where that is unmistakable, else quoted.
final class YamlWriting {
  private static final Pattern PLAIN =
      Pattern.compile("\\p{L}[\\p{L}\\p{N} _./()'’–—%&+;!?-]*|[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern PLAIN_OUTSIDE_BRACKETS =
      Pattern.compile("\\p{L}[\\p{L}\\p{N} _./()'’–—%&+;!?,-]*");
  private static final Set<String> SPECIAL =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private YamlWriting() {}

  /// On one line, inside brackets or not.
  static String inline(Object value, boolean inFlow) {
    return inline(value, inFlow, ScalarStyle.PLAIN);
  }

  static String inline(Object value, boolean inFlow, ScalarStyle style) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> inlineEntry(String.valueOf(entry.getKey()), entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> list ->
          list.stream().map(item -> inline(item, true)).collect(Collectors.joining(", ", "[", "]"));
      case String string -> text(string, inFlow, style);
      case Number number -> new BigDecimal(number.toString()).toPlainString();
      default -> value.toString();
    };
  }

  static String inlineEntry(String key, Object value) {
    return text(key, true, ScalarStyle.PLAIN) + ": " + inline(value, true);
  }

  /// `key: value` with what belongs under it, without a final line break.
  static String entry(String key, Object value, int indent, String lineBreak) {
    String start = " ".repeat(indent) + text(key, false, ScalarStyle.PLAIN) + ":";
    return switch (value) {
      case Map<?, ?> map when !map.isEmpty() ->
          start + lineBreak + block(map, indent + 2, lineBreak);
      case List<?> list when list.stream().anyMatch(Map.class::isInstance) ->
          start + lineBreak + block(list, indent + 2, lineBreak);
      case String string when isLong(string) ->
          start + " " + literal(string, indent + 2, lineBreak);
      default -> start + " " + inline(value, value instanceof List || value instanceof Map);
    };
  }

  /// A section or list as lines of their own.
  static String block(Object value, int indent, String lineBreak) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry(String.valueOf(entry.getKey()), entry.getValue(), indent, lineBreak))
          .collect(Collectors.joining(lineBreak));
    }
    return ((List<?>) value)
        .stream().map(item -> item(item, indent, lineBreak)).collect(Collectors.joining(lineBreak));
  }

  private static String item(Object item, int indent, String lineBreak) {
    if (item instanceof Map<?, ?> map && !map.isEmpty()) {
      return " ".repeat(indent) + "- " + block(map, indent + 2, lineBreak).substring(indent + 2);
    }
    return " ".repeat(indent) + "- " + inline(item, false);
  }

  /// Whether a text reads better as lines of its own; one that YAML could not give back so does
  /// not.
  static boolean isLong(String text) {
    return text.strip().contains("\n")
        && !text.contains("\r")
        && text.equals(text.stripLeading())
        && text.lines().noneMatch(line -> !line.equals(line.stripTrailing()))
        && text.codePoints().allMatch(c -> c == '\n' || isPrintable(c))
        && !text.endsWith("\n\n");
  }

  /// Whether the lines of this value end in a text block.
  static boolean endsInTextBlock(Object value) {
    return switch (value) {
      case Map<?, ?> map when !map.isEmpty() ->
          endsInTextBlock(List.copyOf(map.values()).getLast());
      case List<?> list when !list.isEmpty() ->
          list.getLast() instanceof Map<?, ?> last && endsInTextBlock(last);
      case String string -> isLong(string);
      default -> false;
    };
  }

  /// A text block, with its `|`, without a final line break.
  static String literal(String text, int indent, String lineBreak) {
    String lines =
        text.lines()
            .map(line -> line.isEmpty() ? "" : " ".repeat(indent) + line)
            .collect(Collectors.joining(lineBreak));
    return (text.endsWith("\n") ? "|" : "|-") + lineBreak + lines;
  }

  private static String text(String text, boolean inFlow, ScalarStyle style) {
    if (style == ScalarStyle.SINGLE_QUOTED
        && text.codePoints().allMatch(YamlWriting::isPrintable)) {
      return "'" + text.replace("'", "''") + "'";
    }
    Pattern plain = inFlow ? PLAIN : PLAIN_OUTSIDE_BRACKETS;
    boolean isPlain =
        (PLAIN.matcher(text).matches() || plain.matcher(text).matches())
            && text.equals(text.strip())
            && !SPECIAL.contains(text.toLowerCase(Locale.ROOT));
    return isPlain && style != ScalarStyle.DOUBLE_QUOTED ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
              if (isPrintable(c)) {
                quoted.appendCodePoint(c);
              } else {
                quoted.append(String.format(Locale.ROOT, "\\U%08X", c));
              }
            }
          }
        });
    return quoted.append('"').toString();
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
