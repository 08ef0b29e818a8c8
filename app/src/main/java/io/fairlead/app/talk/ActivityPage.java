package io.fairlead.app.talk;

import io.fairlead.app.platform.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened, by day.
///
/// @param address of the page itself
/// @param back where it belongs
/// @param many whether it is of many objectives, so that each is named
/// @param newest whether it begins with what happened last
public record ActivityPage(
    Activity.Page activity,
    String address,
    String back,
    String backTo,
    boolean many,
    boolean newest) {

  /// What one person did to one objective at one moment: a check-in of five key results is one.
  public record Happening(List<Entry> entries) {
    public Happening {
      entries = List.copyOf(entries);
    }

    public Entry first() {
      return entries.getFirst();
    }
  }

  /// A day with what happened on it.
  public record Day(LocalDate day, List<Happening> happenings) {
    public Day {
      happenings = List.copyOf(happenings);
    }
  }

  public List<Day> days(Words words) {
    List<Day> days = new ArrayList<>();
    List<Happening> ofDay = new ArrayList<>();
    List<Entry> together = new ArrayList<>();
    LocalDate day = null;
    for (Entry entry : activity.entries()) {
      LocalDate its = LocalDate.ofInstant(entry.at(), words.zone());
      if (!together.isEmpty() && !belong(together.getFirst(), entry)) {
        ofDay.add(new Happening(together));
        together.clear();
      }
      if (day != null && !day.equals(its)) {
        days.add(new Day(day, ofDay));
        ofDay.clear();
      }
      day = its;
      together.add(entry);
    }
    if (day != null) {
      ofDay.add(new Happening(together));
      days.add(new Day(day, ofDay));
    }
    return days;
  }

  private static boolean belong(Entry one, Entry other) {
    return one.kind() == Entry.Kind.CHECK_IN
        && other.kind() == Entry.Kind.CHECK_IN
        && one.objective().equals(other.objective())
        && one.at().equals(other.at())
        && java.util.Objects.equals(one.byId(), other.byId());
  }

  /// What happened, in a sentence without its subject.
  public String sentence(Words words, Entry entry) {
    return switch (entry.kind()) {
      case STATE -> words.text("activity.state." + entry.code());
      case STATUS ->
          entry.code() == null
              ? words.text("activity.status.figures")
              : words.text("activity.status", words.text("status." + entry.code()));
      case CHECK_IN -> words.text("activity.check-in");
      case GRADE ->
          words.text(
              entry.noChange() ? "activity.grade.provisional" : "activity.grade",
              number(words, entry, 2));
      case COMMENT -> words.text("activity.comment");
      case ALIGNMENT -> aligned(words, entry, "activity.alignment.");
      case BELOW -> aligned(words, entry, "activity.below.");
      case LINK -> words.text("activity.link");
    };
  }

  private static String aligned(Words words, Entry entry, String key) {
    String other = entry.otherTitle();
    return words.text(
        key + entry.code(), other == null ? words.text("activity.another") : "“" + other + "”");
  }

  /// How a key result stood then.
  public String figure(Words words, Entry entry) {
    if (entry.noChange()) {
      return words.text("activity.no-change", String.valueOf(entry.part()));
    }
    if (entry.value() == null) {
      return String.valueOf(entry.part());
    }
    return words.text(
        "activity.figure",
        String.valueOf(entry.part()),
        figure(words, entry.partKind(), entry.value(), entry.unit()));
  }

  /// A figure as people say it: a yes-or-no key result has no number.
  static String figure(Words words, @Nullable String kind, BigDecimal value, String unit) {
    if ("yes-no".equals(kind)) {
      return words.text(value.signum() > 0 ? "activity.yes" : "activity.no");
    }
    return words.number(value.doubleValue(), 6) + (unit.isEmpty() ? "" : " " + unit);
  }

  private static String number(Words words, Entry entry, int digits) {
    return entry.value() == null ? "" : words.number(entry.value().doubleValue(), digits);
  }
}
