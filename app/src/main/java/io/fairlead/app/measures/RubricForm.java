package io.fairlead.app.measures;

import io.fairlead.app.people.People;
import io.fairlead.app.people.PersonEntry;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Between the fields of a form and how samples are scored: `items[0].name`, `items[0].anchors[4]`.
@Component
class RubricForm {
  private final People people;

  RubricForm(People people) {
    this.people = people;
  }

  /// What was sent, and what of it cannot be read.
  record Sent(RubricInput input, List<Reason> wrong) {}

  Sent read(Viewer viewer, Map<String, String> form) {
    List<Reason> wrong = new ArrayList<>();
    Integer sent = MeasureForm.whole(form, "points", wrong);
    int points = sent == null || sent > MOST_POINTS ? RubricReading.USUAL_POINTS : sent;
    List<RubricInput.ItemInput> items = new ArrayList<>();
    for (int item = 0; item < last(form, points); item++) {
      String at = at(item);
      List<@Nullable String> anchors = new ArrayList<>();
      IntStream.range(0, points).forEach(point -> anchors.add(form.get(anchor(at, point))));
      items.add(
          new RubricInput.ItemInput(form.get(at + "name"), form.get(at + "question"), anchors));
    }
    RubricInput input =
        new RubricInput(
            items,
            points,
            MeasureForm.whole(form, "samples", wrong),
            MeasureForm.whole(form, "raters", wrong),
            named(viewer, form, "people", wrong));
    return new Sent(input, wrong);
  }

  private static final int MOST_POINTS = 7;

  /// How many items there are up to the last of which something is written.
  private static int last(Map<String, String> form, int points) {
    int last = 0;
    for (int item = 0; item < RubricReading.MOST_ITEMS; item++) {
      String at = at(item);
      boolean written =
          !form.getOrDefault(at + "name", "").isBlank()
              || !form.getOrDefault(at + "question", "").isBlank()
              || IntStream.range(0, points)
                  .anyMatch(point -> !form.getOrDefault(anchor(at, point), "").isBlank());
      last = written ? item + 1 : last;
    }
    return last;
  }

  static String at(int item) {
    return "items[" + item + "].";
  }

  static String anchor(String at, int point) {
    return at + "anchors[" + point + "]";
  }

  /// The fields of a form that show a rubric.
  Map<String, String> fields(Viewer viewer, Rubric rubric) {
    Map<String, String> fields = new HashMap<>(fields(rubric.newest().items()));
    fields.put("points", Integer.toString(rubric.newest().points()));
    fields.put("samples", Integer.toString(rubric.samples()));
    fields.put("raters", Integer.toString(rubric.raters()));
    fields.put("people", names(viewer, rubric.people()));
    return fields;
  }

  static Map<String, String> fields(List<RubricItem> items) {
    Map<String, String> fields = new HashMap<>();
    for (int item = 0; item < items.size(); item++) {
      RubricItem each = items.get(item);
      String at = at(item);
      fields.put(at + "name", each.name());
      fields.put(at + "question", each.question());
      for (int point = 0; point < each.anchors().size(); point++) {
        fields.put(anchor(at, point), each.anchors().get(point));
      }
    }
    return fields;
  }

  String names(Viewer viewer, List<UUID> named) {
    return String.join(
        "\n",
        named.stream()
            .map(each -> people.find(viewer, each).map(PersonEntry::name).orElse(each.toString()))
            .toList());
  }

  /// The people whom a field names, one a line.
  List<UUID> named(Viewer viewer, Map<String, String> form, String field, List<Reason> wrong) {
    List<UUID> named = new ArrayList<>();
    form.getOrDefault(field, "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .limit(MeasureReading.MOST_PEOPLE + 1L)
        .forEach(name -> {
          UUID found = one(viewer, name);
          if (found == null) {
            wrong.add(Reason.invalid(field, "measures.nobody", name));
          } else {
            named.add(found);
          }
        });
    return named;
  }

  /// Whom a name means; null for nobody, or several.
  @Nullable UUID one(Viewer viewer, String name) {
    return name.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? UUID.fromString(name)
        : people.meant(viewer, name).map(PersonEntry::id).orElse(null);
  }
}
