package io.fairlead.app.measures;

import io.fairlead.app.people.People;
import io.fairlead.app.people.PersonEntry;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Between the fields of a form and what a measure is: figures as people write them, people by
/// their names.
@Component
class MeasureForm {
  private static final int MOST_DIGITS = 24;

  private final People people;

  MeasureForm(People people) {
    this.people = people;
  }

  /// What was sent, and what of it cannot be read.
  record Sent(MeasureInput input, List<Reason> wrong) {}

  Sent read(Viewer viewer, Map<String, String> form) {
    List<Reason> wrong = new ArrayList<>();
    MeasureInput input =
        new MeasureInput(
            form.get("code"),
            form.get("name"),
            form.get("definition"),
            person(viewer, form, wrong),
            id(form.get("ofUnit")),
            form.get("unit"),
            whole(form, "decimals", wrong),
            form.get("direction"),
            form.get("frequency"),
            form.get("tense"),
            figure(form, "target", wrong),
            figure(form, "low", wrong),
            figure(form, "high", wrong),
            figure(form, "warning", wrong),
            figure(form, "alarm", wrong),
            whole(form, "baseline", wrong),
            form.get("source"),
            form.get("formula"),
            form.get("decision"),
            form.containsKey("pays"),
            form.get("visibility"),
            named(viewer, form, "enters", wrong),
            named(viewer, form, "readers", wrong));
    return new Sent(input, wrong);
  }

  /// The fields of a form that show what a measure is.
  Map<String, String> fields(Viewer viewer, Measure measure) {
    MeasurePlan plan = measure.plan();
    return Map.ofEntries(
        Map.entry("code", measure.code()),
        Map.entry("name", plan.name()),
        Map.entry("definition", plan.definition()),
        Map.entry("owner", measure.ownerName() == null ? "" : measure.ownerName()),
        Map.entry("ofUnit", plan.ofUnit() == null ? "" : plan.ofUnit().toString()),
        Map.entry("unit", plan.unit()),
        Map.entry("decimals", Integer.toString(plan.decimals())),
        Map.entry("direction", plan.way().code()),
        Map.entry("frequency", plan.frequency().code()),
        Map.entry("tense", plan.tense().code()),
        Map.entry("target", text(plan.target())),
        Map.entry("low", text(plan.low())),
        Map.entry("high", text(plan.high())),
        Map.entry("warning", text(plan.warning())),
        Map.entry("alarm", text(plan.alarm())),
        Map.entry("baseline", Integer.toString(plan.baseline())),
        Map.entry("source", plan.source().code()),
        Map.entry("formula", plan.formula()),
        Map.entry("decision", plan.decision()),
        Map.entry("pays", plan.pays() ? "true" : ""),
        Map.entry("visibility", plan.audience().code()),
        Map.entry("enters", names(viewer, plan.enters())),
        Map.entry("readers", names(viewer, plan.readers())));
  }

  private static String text(@Nullable BigDecimal figure) {
    return figure == null ? "" : figure.stripTrailingZeros().toPlainString();
  }

  private String names(Viewer viewer, List<UUID> named) {
    return String.join(
        "\n",
        named.stream()
            .map(each -> people.find(viewer, each).map(PersonEntry::name).orElse(each.toString()))
            .toList());
  }

  private @Nullable UUID person(Viewer viewer, Map<String, String> form, List<Reason> wrong) {
    String name = form.getOrDefault("owner", "").strip();
    if (name.isEmpty()) {
      return null;
    }
    Optional<UUID> found = meant(viewer, name);
    if (found.isEmpty()) {
      wrong.add(Reason.invalid("owner", "measures.nobody", name));
    }
    return found.orElse(null);
  }

  private List<UUID> named(
      Viewer viewer, Map<String, String> form, String field, List<Reason> wrong) {
    List<UUID> named = new ArrayList<>();
    List<String> typed =
        form.getOrDefault(field, "")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    if (typed.size() > MeasureReading.MOST_PEOPLE) {
      wrong.add(Reason.invalid(field, "measures.too-many-people", MeasureReading.MOST_PEOPLE));
      return named;
    }
    for (String name : typed) {
      meant(viewer, name)
          .ifPresentOrElse(
              named::add, () -> wrong.add(Reason.invalid(field, "measures.nobody", name)));
    }
    return named;
  }

  private Optional<UUID> meant(Viewer viewer, String name) {
    return id(name) == null
        ? people.meant(viewer, name).map(PersonEntry::id)
        : Optional.ofNullable(id(name));
  }

  private static @Nullable UUID id(@Nullable String text) {
    return text != null
            && text.strip().matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? UUID.fromString(text.strip())
        : null;
  }

  static @Nullable Integer whole(Map<String, String> form, String field, List<Reason> wrong) {
    String text = form.getOrDefault(field, "").strip();
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("\\d{1,4}")) {
      wrong.add(Reason.invalid(field, "measures.not-whole"));
      return null;
    }
    return Integer.valueOf(text);
  }

  static @Nullable BigDecimal figure(Map<String, String> form, String field, List<Reason> wrong) {
    String text = form.getOrDefault(field, "").strip();
    Optional<BigDecimal> read = figure(text);
    if (!text.isEmpty() && read.isEmpty()) {
      wrong.add(Reason.invalid(field, "measures.not-a-figure"));
    }
    return read.orElse(null);
  }

  /// A figure as people write it: `1,200.5`, `1.200,5`, `1 200`, `-3`, `6.4 %`.
  static Optional<BigDecimal> figure(String text) {
    String plain = text.replaceAll("[\\s\\u00a0\\u202f'’%€$£]", "").replace('−', '-');
    if (plain.isEmpty()
        || plain.length() > MOST_DIGITS
        || !plain.matches("[+-]?(\\d+([.,]\\d+)*|[.,]\\d+)([eE][+-]?\\d{1,3})?")) {
      return Optional.empty();
    }
    int comma = plain.lastIndexOf(',');
    int point = plain.lastIndexOf('.');
    String read;
    if (comma >= 0 && point >= 0) {
      char decimal = comma > point ? ',' : '.';
      read = plain.replace(decimal == ',' ? "." : ",", "").replace(decimal, '.');
    } else if (comma >= 0) {
      boolean grouped = plain.matches("[+-]?[1-9]\\d{0,2}(,\\d{3})+");
      read = plain.replace(",", grouped ? "" : ".");
    } else {
      boolean grouped = plain.matches("[+-]?[1-9]\\d{0,2}(\\.\\d{3}){2,}");
      read = grouped ? plain.replace(".", "") : plain;
    }
    try {
      return Optional.of(new BigDecimal(read));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
