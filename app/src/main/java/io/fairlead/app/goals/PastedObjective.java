package io.fairlead.app.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An objective found in a piece of text somebody pasted: lines that begin with "Objective" or "O:"
/// and "KR", "Key result" or a bullet; "Why" begins the reason. Sentences with figures become
/// measured key results, others a yes or no.
record PastedObjective(String title, String why, List<EditorRow> rows) {
  private static final int MOST_LINES = 200;
  private static final Pattern OBJECTIVE =
      Pattern.compile(
          "(?i)^(?:objective|goal|o)\\s*\\d*\\s*[:.)\\-–]\\s*(.+)$|^objective\\s+(.+)$");
  private static final Pattern WHY = Pattern.compile("(?i)^why\\s*[:.\\-–]\\s*(.+)$");
  private static final Pattern KEY_RESULT =
      Pattern.compile(
          "(?i)^(?:kr|key result)\\s*[\\d.]*\\s*[:.)\\-–]?\\s+(.+)$|^[-*•–]\\s+(.+)$|^\\d{1,2}[.)]\\s+(.+)$");
  private static final String FIGURE = "([-−]?[€$£]?\\d[\\d.,]*)\\s*([^\\s\\d.,;]{1,20})?";
  private static final Pattern FROM_TO =
      Pattern.compile("(?i)^(.*?)\\s*\\bfrom\\s+" + FIGURE + "\\s+to\\s+" + FIGURE + "\\s*\\.?$");
  private static final Pattern BY =
      Pattern.compile("(?i)^(.*?)\\s+by\\s+([\\d.,]+)\\s*(%|per cent|percent|points?)\\s*\\.?$");
  private static final Pattern UNDER =
      Pattern.compile("(?i)^(?:keep\\s+)?(.*?)\\s+(?:under|below)\\s+" + FIGURE + "\\s*\\.?$");
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?i)^(?:keep\\s+)?(.*?)\\s+between\\s+" + FIGURE + "\\s+and\\s+" + FIGURE + "\\s*\\.?$");
  private static final Pattern UP =
      Pattern.compile("(?i)^(increase|raise|grow|lift|improve|boost)\\s+(.+)$");
  private static final Pattern DOWN =
      Pattern.compile("(?i)^(decrease|reduce|lower|cut|shorten)\\s+(.+)$");
  private static final Pattern MOVE = Pattern.compile("(?i)^(move|bring|take|get)\\s+(.+)$");

  static PastedObjective read(String text) {
    String title = "";
    String why = "";
    List<EditorRow> rows = new ArrayList<>();
    for (String line : text.lines().limit(MOST_LINES).map(String::strip).toList()) {
      if (line.isEmpty()) {
        continue;
      }
      Matcher objective = OBJECTIVE.matcher(line);
      Matcher reason = WHY.matcher(line);
      Matcher keyResult = KEY_RESULT.matcher(line);
      if (title.isEmpty() && objective.matches()) {
        title = shortened(group(objective));
      } else if (why.isEmpty() && reason.matches()) {
        why = reason.group(1);
      } else if (keyResult.matches()) {
        rows.add(row(shortened(group(keyResult))));
      } else if (title.isEmpty()) {
        title = shortened(line);
      }
    }
    return new PastedObjective(title, why, rows);
  }

  private static String group(Matcher matcher) {
    for (int i = 1; i <= matcher.groupCount(); i++) {
      String group = matcher.group(i);
      if (group != null) {
        return group.strip();
      }
    }
    return "";
  }

  private static String shortened(String text) {
    return text.length() <= ObjectiveReading.LONGEST_TITLE
        ? text
        : text.substring(0, ObjectiveReading.LONGEST_TITLE);
  }

  private static EditorRow row(String sentence) {
    Matcher fromTo = FROM_TO.matcher(sentence);
    if (fromTo.matches()) {
      String unit = fromTo.group(5) != null ? fromTo.group(5) : orEmpty(fromTo.group(3));
      return EditorRow.EMPTY
          .with("shape", "move")
          .with("title", bare(fromTo.group(1)))
          .with("baseline", figure(fromTo.group(2)))
          .with("target", figure(fromTo.group(4)))
          .with("unit", unit);
    }
    Matcher by = BY.matcher(sentence);
    if (by.matches()) {
      boolean points = by.group(3).toLowerCase(Locale.ROOT).startsWith("point");
      return EditorRow.EMPTY
          .with("shape", DOWN.matcher(sentence).matches() ? "reduce" : "raise")
          .with("title", bare(by.group(1)))
          .with("change", figure(by.group(2)))
          .with("mode", points ? "points" : "percent-of-baseline");
    }
    Matcher between = BETWEEN.matcher(sentence);
    if (between.matches()) {
      return EditorRow.EMPTY
          .with("shape", "keep")
          .with("title", bare(between.group(1)))
          .with("low", figure(between.group(2)))
          .with("high", figure(between.group(4)))
          .with("unit", between.group(5) != null ? between.group(5) : orEmpty(between.group(3)));
    }
    Matcher under = UNDER.matcher(sentence);
    if (under.matches()) {
      return EditorRow.EMPTY
          .with("shape", "keep")
          .with("title", bare(under.group(1)))
          .with("high", figure(under.group(2)))
          .with("unit", orEmpty(under.group(3)));
    }
    return EditorRow.EMPTY.with("shape", "answer").with("title", sentence);
  }

  /// The words without the verb that the sentence of the editor says itself.
  private static String bare(String words) {
    for (Pattern verb : List.of(UP, DOWN, MOVE)) {
      Matcher matcher = verb.matcher(words.strip());
      if (matcher.matches()) {
        return matcher.group(2).strip();
      }
    }
    return words.strip();
  }

  private static String figure(String text) {
    return text.replaceAll("[€$£]", "").replaceAll("[.,]$", "").replace('−', '-');
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }
}
