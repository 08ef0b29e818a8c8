package io.fairlead.app.instruments;

import io.fairlead.methods.instruments.InstrumentFile;
import io.fairlead.methods.instruments.InstrumentFile.Read.Sound;
import io.fairlead.methods.instruments.InstrumentFinding;
import io.fairlead.methods.instruments.InstrumentLint;
import io.fairlead.methods.instruments.InstrumentRule;
import io.fairlead.methods.instruments.ItemBank;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.instruments.Validation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A draft that cannot be read yet, with its gaps filled, so that the lint can say something of the
/// sentences that are there: whoever writes hears of them while writing, not at the end.
final class InstrumentSketch {
  private static final String GAP = "…";

  /// What is found in a single sentence or item.
  private static final Set<InstrumentRule> OF_SENTENCES =
      Set.of(
          InstrumentRule.DOUBLE_BARRELLED,
          InstrumentRule.LEADING,
          InstrumentRule.ABSOLUTE,
          InstrumentRule.UNOBSERVABLE,
          InstrumentRule.NEGATED,
          InstrumentRule.TOO_LONG);

  private final Map<String, String> values;
  private final String language;

  private InstrumentSketch(Map<String, String> fields) {
    this.values = new LinkedHashMap<>(InstrumentIds.filled(fields));
    List<String> languages = InstrumentFields.languages(fields);
    this.language = languages.isEmpty() ? "en" : languages.getFirst();
  }

  /// What the lint says of the sentences of a draft, each by its row: `sections.0.items.2`. Nothing
  /// where not even the gaps can be filled.
  static Map<InstrumentFinding, String> findings(Map<String, String> fields) {
    InstrumentSketch sketch = new InstrumentSketch(fields);
    sketch.fill();
    String document = InstrumentWriting.document(sketch.values);
    Map<InstrumentFinding, String> found = new LinkedHashMap<>();
    if (InstrumentFile.read(document, ItemBank.shipped()) instanceof Sound(var instrument)) {
      InstrumentFields written = InstrumentFields.of(document).orElseThrow();
      for (InstrumentFinding each : InstrumentLint.lint(instrument, ItemBank.shipped())) {
        String field = each.line() == 0 ? null : written.at(each.line());
        if (field != null && OF_SENTENCES.contains(each.rule())) {
          found.put(each, field.substring(0, field.lastIndexOf('.')));
        }
      }
    }
    return found;
  }

  private void fill() {
    values.put("languages", String.join(", ", languages()));
    otherwise("instrument", InstrumentStore.CODE, "sketch");
    otherwise("edition", "[1-9]\\d{0,3}", "1");
    otherwise("points", "[57]", "5");
    otherwise("minutes", "[1-9]|[1-5]\\d|60", "60");
    if (Stream.of(Relationship.values())
        .noneMatch(each -> "true".equals(values.get("raters." + each.code())))) {
      values.put("raters." + Relationship.PEER.code(), "true");
    }
    Stream.of("name", "audience").forEach(this::say);
    Stream.of("purpose", "content", "reliability", "not-for.0")
        .forEach(each -> say("validity." + each));
    otherwise(
        "validity.status", "not-yet-validated|validated", Validation.NOT_YET_VALIDATED.code());
    Set<String> competencies = competencies();
    if (InstrumentFields.rows(values, "sections").isEmpty()) {
      say("sections.0.name");
    }
    for (int section : InstrumentFields.rows(values, "sections")) {
      section("sections." + section + ".", competencies);
    }
    for (int row : InstrumentFields.rows(values, "comments")) {
      say("comments." + row + ".text");
      otherwise("comments." + row + ".kind", "start|stop|continue|free", "free");
      otherwise("comments." + row + ".id", InstrumentStore.CODE, "comment-" + row);
    }
  }

  private List<String> languages() {
    List<String> named = InstrumentFields.languages(values);
    return named.isEmpty() ? List.of(language) : named;
  }

  /// Those that an item can be of, once own ones are whole.
  private Set<String> competencies() {
    for (int row : InstrumentFields.rows(values, "competencies")) {
      say("competencies." + row + ".name");
      say("competencies." + row + ".means");
      otherwise("competencies." + row + ".about", "what|how", "how");
      otherwise("competencies." + row + ".id", InstrumentStore.CODE, "competency-" + row);
    }
    return Stream.concat(
            ItemBank.shipped().competencies().stream().map(each -> each.id()),
            InstrumentFields.rows(values, "competencies").stream()
                .map(row -> values.getOrDefault("competencies." + row + ".id", "")))
        .collect(Collectors.toSet());
  }

  private void section(String at, Set<String> competencies) {
    String usual = ItemBank.shipped().items().getFirst().id();
    say(at + "name");
    if (InstrumentFields.rows(values, at + "items").isEmpty()) {
      values.put(at + "items.0.bank", usual);
    }
    for (int row : InstrumentFields.rows(values, at + "items")) {
      String item = at + "items." + row + ".";
      if (values.containsKey(item + "bank")) {
        if (ItemBank.shipped().find(values.getOrDefault(item + "bank", "")).isEmpty()) {
          values.put(item + "bank", usual);
        }
        continue;
      }
      otherwise(item + "id", InstrumentStore.CODE, "item-" + row);
      if (!competencies.contains(values.getOrDefault(item + "competency", ""))) {
        values.put(item + "competency", ItemBank.shipped().competencies().getFirst().id());
      }
      otherwise(item + "about", "what|how", "how");
      say(item + "wording.others");
      say(item + "anchors.0");
      InstrumentFields.rows(values, item + "anchors")
          .forEach(each -> say(item + "anchors." + each));
    }
  }

  private void say(String field) {
    if (languages().stream()
        .allMatch(each -> values.getOrDefault(field + "." + each, "").isBlank())) {
      values.put(field + "." + language, GAP);
    }
  }

  private void otherwise(String field, String pattern, String instead) {
    if (!values.getOrDefault(field, "").strip().matches(pattern)) {
      values.put(field, instead);
    }
  }
}
