package io.fairlead.app.instruments;

import io.fairlead.methods.instruments.Relationship;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Writes the fields of a form, as [InstrumentFields] names them, as a document. What a form left
/// empty is written as an empty text, so that reading says where something is missing.
final class InstrumentWriting {
  private static final String MOST_OF_A_NUMBER = "\\d{1,6}";

  private final Map<String, String> values;
  private final List<String> languages;

  private InstrumentWriting(Map<String, String> values) {
    this.values = values;
    this.languages = InstrumentFields.languages(values);
  }

  static String document(Map<String, String> values) {
    return InstrumentText.yaml(new InstrumentWriting(values).document());
  }

  private Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("instrument", value("instrument"));
    document.put("edition", number("edition"));
    document.put("languages", languages);
    document.put("name", text("name"));
    document.put("audience", text("audience"));
    document.put("points", number("points"));
    document.put("minutes", number("minutes"));
    document.put(
        "raters",
        Stream.of(Relationship.values())
            .map(Relationship::code)
            .filter(each -> value("raters." + each).equals("true"))
            .toList());
    list(document, "competencies", this::competency);
    document.put("sections", rows("sections", this::section));
    list(document, "comments", this::comment);
    document.put("validity", validity());
    return document;
  }

  private void list(Map<String, Object> document, String name, Function<String, Object> written) {
    List<Object> rows = rows(name, written);
    if (!rows.isEmpty()) {
      document.put(name, rows);
    }
  }

  private List<Object> rows(String list, Function<String, Object> written) {
    return InstrumentFields.rows(values, list).stream()
        .map(row -> written.apply(list + "." + row + "."))
        .toList();
  }

  private Object competency(String at) {
    Map<String, Object> competency = new LinkedHashMap<>();
    competency.put("id", value(at + "id"));
    competency.put("name", text(at + "name"));
    competency.put("means", text(at + "means"));
    competency.put("about", value(at + "about"));
    return competency;
  }

  private Object section(String at) {
    Map<String, Object> section = new LinkedHashMap<>();
    section.put("name", text(at + "name"));
    section.put("items", rows(at + "items", this::item));
    return section;
  }

  private Object item(String at) {
    if (values.containsKey(at + "bank")) {
      return value(at + "bank");
    }
    Map<String, Object> wording = new LinkedHashMap<>();
    wording.put("others", text(at + "wording.others"));
    for (Relationship rater : Relationship.values()) {
      String field = at + "wording." + rater.code();
      if (isSaid(field)) {
        wording.put(rater.code(), text(field));
      }
    }
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", value(at + "id"));
    item.put("competency", value(at + "competency"));
    item.put("about", value(at + "about"));
    item.put("wording", wording);
    item.put("anchors", anchors(at + "anchors"));
    accepted(at, item);
    return item;
  }

  private Object comment(String at) {
    Map<String, Object> comment = new LinkedHashMap<>();
    comment.put("id", value(at + "id"));
    comment.put("kind", value(at + "kind"));
    comment.put("required", value(at + "required").equals("true"));
    comment.put("text", text(at + "text"));
    accepted(at, comment);
    return comment;
  }

  private Map<String, Object> validity() {
    Map<String, Object> sheet = new LinkedHashMap<>();
    sheet.put("status", value("validity.status"));
    sheet.put("purpose", text("validity.purpose"));
    sheet.put("content", text("validity.content"));
    sheet.put("reliability", text("validity.reliability"));
    List<Object> notFor = new ArrayList<>(texts("validity.not-for"));
    notFor.removeIf(""::equals);
    sheet.put("not-for", notFor.isEmpty() ? List.of("") : notFor);
    return sheet;
  }

  private void accepted(String at, Map<String, Object> written) {
    Map<String, Object> reasons = new LinkedHashMap<>();
    String prefix = at + "accepted.";
    values.forEach((path, reason) -> {
      if (path.startsWith(prefix) && !reason.isBlank()) {
        reasons.put(path.substring(prefix.length()), reason.strip());
      }
    });
    if (!reasons.isEmpty()) {
      written.put("accepted", reasons);
    }
  }

  /// Empty ones beyond the scale were left by one with more points.
  private List<Object> anchors(String list) {
    List<Object> anchors = new ArrayList<>(texts(list));
    int points = value("points").equals("7") ? 7 : 5;
    while (anchors.size() > points && anchors.getLast().equals("")) {
      anchors.removeLast();
    }
    return anchors;
  }

  private List<Object> texts(String list) {
    return InstrumentFields.rows(values, list).stream().map(row -> text(list + "." + row)).toList();
  }

  private boolean isSaid(String field) {
    return said(field).values().stream().anyMatch(each -> !each.isEmpty());
  }

  private Map<String, String> said(String field) {
    Map<String, String> said = new LinkedHashMap<>();
    languages.forEach(each -> said.put(each, value(field + "." + each)));
    values.forEach((path, value) -> {
      if (path.startsWith(field + ".") && path.indexOf('.', field.length() + 1) < 0) {
        said.putIfAbsent(path.substring(field.length() + 1), value.strip());
      }
    });
    return said;
  }

  /// A plain text where it is said in the first language alone.
  private Object text(String field) {
    Map<String, String> said = new LinkedHashMap<>(said(field));
    said.values().removeIf(String::isEmpty);
    List<String> in = new ArrayList<>(said.keySet());
    if (in.isEmpty()) {
      return "";
    }
    boolean plain = in.size() == 1 && !languages.isEmpty() && in.equals(languages.subList(0, 1));
    return plain ? said.values().iterator().next() : said;
  }

  private Object number(String field) {
    String value = value(field);
    return value.matches(MOST_OF_A_NUMBER) ? (Object) Integer.valueOf(value) : value;
  }

  private String value(String field) {
    return values.getOrDefault(field, "").strip();
  }
}
