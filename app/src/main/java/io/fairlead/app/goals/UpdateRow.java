package io.fairlead.app.goals;

import io.fairlead.app.goals.CheckIns.ToUpdate;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.words.Words;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of "update my goals" as the page says it: the last value in words, and in each field
/// what was typed, or the last value to type over.
public record UpdateRow(ToUpdate row, FormState form, Words words) {

  public String id() {
    return row.keyResult().id().toString();
  }

  public String name(String part) {
    return CheckInPages.name(row.keyResult().id(), part);
  }

  public boolean isYesNo() {
    return row.keyResult().kind() == KeyResultKind.YES_NO;
  }

  public boolean isMilestones() {
    return row.keyResult().kind() == KeyResultKind.MILESTONES;
  }

  /// "48 % on 6 May, goal 60 %".
  public String last() {
    KeyResultDefinition keyResult = row.keyResult();
    String goal = goal();
    if (row.fed()) {
      return words.text("check-in.goal-alone", goal);
    }
    if (row.track() == null) {
      return row.awaitsBaseline()
          ? words.text("check-in.baseline-wanted")
          : words.text("check-in.first", goal);
    }
    String value =
        switch (keyResult.kind()) {
          case MILESTONES ->
              words.text("check-in.milestones", row.done().size(), keyResult.milestones().size());
          case YES_NO ->
              words.text(
                  "check-in.answer."
                      + (row.track().value() == null ? "0" : value(row.track().value())));
          case INCREASE, DECREASE, BAND -> figure(words, keyResult, row.track().value());
        };
    return words.text("check-in.last", value, words.plainDate(row.track().lastDay()), goal);
  }

  /// Where it stands by the measure that it follows.
  public String now() {
    return row.track() == null
        ? words.text("check-in.none")
        : figure(words, row.keyResult(), row.track().value());
  }

  private String goal() {
    return goal(words, row.keyResult());
  }

  /// What it should come to: "60 %", "2 to 4 h", "4 milestones", "yes".
  static String goal(Words words, KeyResultDefinition keyResult) {
    return switch (keyResult.kind()) {
      case INCREASE, DECREASE ->
          keyResult.target() == null
              ? words.text("check-in.goal.open")
              : figure(words, keyResult, keyResult.target());
      case BAND ->
          words.text(
              "check-in.goal.band",
              plain(keyResult.low()),
              figure(words, keyResult, keyResult.high()));
      case MILESTONES -> words.text("check-in.goal.milestones", keyResult.milestones().size());
      case YES_NO -> words.text("check-in.answer.1");
    };
  }

  /// A figure with its unit.
  static String figure(Words words, KeyResultDefinition keyResult, @Nullable BigDecimal figure) {
    if (figure == null) {
      return words.text("check-in.none");
    }
    String number = words.number(figure.doubleValue(), Math.clamp(figure.scale(), 0, 6));
    return keyResult.unit().isEmpty()
        ? number
        : words.text("check-in.figure", number, keyResult.unit());
  }

  private static String plain(@Nullable BigDecimal figure) {
    return figure == null ? "–" : value(figure);
  }

  private static String value(BigDecimal figure) {
    return Figures.plain(figure);
  }

  public String value() {
    if (form.wasRefused()) {
      return form.value(name("value"));
    }
    return row.track() == null || row.track().value() == null ? "" : value(row.track().value());
  }

  public boolean same() {
    return form.checked(name("same"), "true");
  }

  public @Nullable Integer confidence() {
    String said = form.value(name("confidence"));
    return said.matches("\\d|10") ? Integer.valueOf(said) : null;
  }

  public String note() {
    return form.value(name("note"));
  }

  public @Nullable String error(String part) {
    return form.error(words, name(part));
  }

  /// Everything that is wrong with this row.
  public List<String> errors() {
    return form.reasons().stream()
        .filter(reason -> reason.fieldName() != null && reason.fieldName().startsWith(id()))
        .map(words::refusal)
        .toList();
  }
}
