package io.fairlead.app.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A key result as it stands in `goals.txt`.
///
/// @param from the figure at the start; null for what has no scale
/// @param change in per cent of the baseline, when the target is said so
/// @param mayBeUnknown whether the baseline is one that somebody still has to measure
record Measure(
    String title,
    String kind,
    @Nullable BigDecimal from,
    @Nullable BigDecimal to,
    @Nullable BigDecimal change,
    @Nullable BigDecimal tolerance,
    String unit,
    List<String> milestones,
    boolean mayBeUnknown,
    String guardrail) {
  private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";
  private static final Pattern WAY = Pattern.compile(NUMBER + " > " + NUMBER + "(?: (.*))?");
  private static final Pattern RELATIVE =
      Pattern.compile("(\\? )?" + NUMBER + " ([-+])" + NUMBER + "%(?: (.*))?");
  private static final Pattern BAND =
      Pattern.compile(NUMBER + "\\.\\." + NUMBER + " ~" + NUMBER + "(?: (.*))?");

  static Measure parse(String line) {
    List<String> cells = Resource.cells(line.substring(2));
    String title = cells.get(0);
    String measure = cells.get(1);
    String guardrail = cells.size() > 2 ? cells.get(2) : "";
    Matcher way = WAY.matcher(measure);
    if (way.matches()) {
      BigDecimal from = new BigDecimal(way.group(1));
      BigDecimal to = new BigDecimal(way.group(2));
      String kind = to.compareTo(from) > 0 ? "increase" : "decrease";
      return new Measure(
          title, kind, from, to, null, null, text(way.group(3)), List.of(), false, guardrail);
    }
    Matcher relative = RELATIVE.matcher(measure);
    if (relative.matches()) {
      BigDecimal from = new BigDecimal(relative.group(2));
      BigDecimal change = new BigDecimal(relative.group(4));
      BigDecimal by = from.multiply(change).movePointLeft(2);
      boolean falls = relative.group(3).equals("-");
      return new Measure(
          title,
          falls ? "decrease" : "increase",
          from,
          falls ? from.subtract(by) : from.add(by),
          change,
          null,
          text(relative.group(5)),
          List.of(),
          relative.group(1) != null,
          guardrail);
    }
    Matcher band = BAND.matcher(measure);
    if (band.matches()) {
      return new Measure(
          title,
          "band",
          new BigDecimal(band.group(1)),
          new BigDecimal(band.group(2)),
          null,
          new BigDecimal(band.group(3)),
          text(band.group(4)),
          List.of(),
          false,
          guardrail);
    }
    if (measure.equals("yes")) {
      return new Measure(title, "yes-no", null, null, null, null, "", List.of(), false, guardrail);
    }
    return new Measure(
        title,
        "milestones",
        null,
        null,
        null,
        null,
        "",
        List.of(measure.split("\\s*;\\s*")),
        false,
        guardrail);
  }

  private static String text(@Nullable String unit) {
    return unit == null ? "" : unit.strip();
  }

  boolean isWay() {
    return kind.equals("increase") || kind.equals("decrease");
  }
}
