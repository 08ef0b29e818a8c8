package io.fairlead.app.measures;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes a rubric of what was sent, or says everything that is wrong with it at once.
final class RubricReading {
  static final int FEWEST_ITEMS = 5;
  static final int MOST_ITEMS = 8;
  static final int USUAL_POINTS = 5;
  static final int USUAL_SAMPLES = 5;
  static final int USUAL_RATERS = 2;
  static final int MOST_SAMPLES = 200;
  static final int MOST_RATERS = 10;
  static final int LONGEST_NAME = 80;
  static final int LONGEST = 300;
  private static final Set<Integer> POINTS = Set.of(3, 5, 7);

  private final List<Reason> wrong = new ArrayList<>();

  static Outcome<RubricInput.Read> read(RubricInput input) {
    RubricReading reading = new RubricReading();
    RubricInput.Read read = reading.rubric(input);
    return reading.wrong.isEmpty() ? Outcome.done(read) : Outcome.refused(reading.wrong);
  }

  private RubricInput.Read rubric(RubricInput input) {
    int points = Objects.requireNonNullElse(input.points(), USUAL_POINTS);
    if (!POINTS.contains(points)) {
      wrong.add(Reason.invalid("points", "measures.rubric-points"));
      points = USUAL_POINTS;
    }
    List<UUID> people =
        Objects.requireNonNullElse(input.people(), List.<UUID>of()).stream()
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (people.size() > MeasureReading.MOST_PEOPLE) {
      wrong.add(Reason.invalid("people", "measures.too-many-people", MeasureReading.MOST_PEOPLE));
    }
    return new RubricInput.Read(
        points,
        items(Objects.requireNonNullElse(input.items(), List.of()), points),
        within("samples", input.samples(), USUAL_SAMPLES, MOST_SAMPLES),
        within("raters", input.raters(), USUAL_RATERS, MOST_RATERS),
        people);
  }

  private List<RubricItem> items(List<RubricInput.ItemInput> sent, int points) {
    if (sent.size() < FEWEST_ITEMS || sent.size() > MOST_ITEMS) {
      wrong.add(Reason.invalid("items", "measures.rubric-items", FEWEST_ITEMS, MOST_ITEMS));
    }
    List<RubricItem> items = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (RubricInput.ItemInput each : sent.stream().limit(MOST_ITEMS).toList()) {
      String at = "items[" + items.size() + "].";
      RubricItem item =
          new RubricItem(
              needed(at + "name", each.name(), LONGEST_NAME),
              needed(at + "question", each.question(), LONGEST),
              anchors(at, each, points));
      if (!item.name().isEmpty() && !names.add(item.name().toLowerCase(Locale.ROOT))) {
        wrong.add(Reason.invalid(at + "name", "measures.rubric-twice"));
      }
      items.add(item);
    }
    return items;
  }

  private List<String> anchors(String at, RubricInput.ItemInput item, int points) {
    List<@Nullable String> sent = Objects.requireNonNullElse(item.anchors(), List.of());
    if (sent.size() > points) {
      wrong.add(Reason.invalid(at + "anchors", "measures.rubric-anchors", points));
    }
    List<String> anchors = new ArrayList<>();
    for (int point = 0; point < points; point++) {
      String field = at + "anchors[" + point + "]";
      String text = text(field, point < sent.size() ? sent.get(point) : null, LONGEST);
      boolean needed = point == 0 || point == points / 2 || point == points - 1;
      if (needed && text.isEmpty()) {
        wrong.add(Reason.invalid(field, "measures.rubric-anchor"));
      }
      anchors.add(text);
    }
    return anchors;
  }

  private String needed(String field, @Nullable String sent, int longest) {
    String text = text(field, sent, longest);
    if (text.isEmpty()) {
      wrong.add(Reason.invalid(field, "required"));
    }
    return text;
  }

  private String text(String field, @Nullable String sent, int longest) {
    String text = Objects.requireNonNullElse(sent, "").strip();
    if (text.length() > longest) {
      wrong.add(Reason.invalid(field, "too-long", longest));
    }
    if (text.indexOf('\0') >= 0) {
      wrong.add(Reason.invalid(field, "measures.unreadable"));
    }
    return text;
  }

  private int within(String field, @Nullable Integer sent, int usual, int highest) {
    int value = Objects.requireNonNullElse(sent, usual);
    if (value < 1 || value > highest) {
      wrong.add(Reason.invalid(field, "measures.out-of-range", 1, highest));
    }
    return value;
  }
}
