package io.fairlead.app.goals;

import io.fairlead.app.goals.ObjectiveInput.WatchedInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// All that stands in the editor, as text: what a browser sends and what a page shows again. Rows
/// are `kr.0.title`, `kr.0.baseline`, …; what is watched is `watch.0.name`, `watch.0.note`.
///
/// @param fields title, why, kind, question, cycle, owner (`person:ID`), delegate, visibility,
///   readers, standsAloneBecause, parent
public record EditorForm(
    Map<String, String> fields, List<EditorRow> rows, List<WatchedInput> watched) {
  static final List<String> FIELDS =
      List.of(
          "title",
          "why",
          "kind",
          "question",
          "cycle",
          "owner",
          "delegate",
          "visibility",
          "readers",
          "standsAloneBecause",
          "parent",
          "contribution-0",
          "share-0",
          "contribution-1",
          "share-1",
          "contribution-2",
          "share-2");

  public EditorForm {
    fields = Map.copyOf(fields);
    rows = List.copyOf(rows);
    watched = List.copyOf(watched);
  }

  public String value(String field) {
    return fields.getOrDefault(field, "");
  }

  /// Reads what a browser sent; rows that nobody wrote in are left out.
  static EditorForm of(Map<String, String> sent) {
    Map<String, String> fields = new HashMap<>();
    FIELDS.forEach(field -> fields.put(field, sent.getOrDefault(field, "").strip()));
    List<EditorRow> rows = new ArrayList<>();
    for (int i = 0; i <= ObjectiveReading.MOST_KEY_RESULTS; i++) {
      Map<String, String> row = new HashMap<>();
      for (String field : EditorRow.FIELDS) {
        row.put(field, sent.getOrDefault("kr." + i + "." + field, "").strip());
      }
      row.put("milestoneIds", sent.getOrDefault("kr." + i + ".milestoneIds", ""));
      rows.add(new EditorRow(row));
    }
    List<WatchedInput> watched = new ArrayList<>();
    for (int i = 0; i <= ObjectiveReading.MOST_WATCHED; i++) {
      watched.add(
          new WatchedInput(
              "",
              sent.getOrDefault("watch." + i + ".name", ""),
              sent.getOrDefault("watch." + i + ".note", "")));
    }
    return new EditorForm(
        fields,
        rows.stream().filter(row -> !row.isBlank()).toList(),
        watched.stream().filter(one -> !one.name().isEmpty() || !one.note().isEmpty()).toList());
  }

  /// A stored objective in the editor.
  ///
  /// @param name tells the name of a person
  static EditorForm of(ObjectivePlan plan, String parent, UnaryOperator<String> name) {
    Map<String, String> fields = new HashMap<>();
    fields.put("title", plan.title());
    fields.put("why", plan.why());
    fields.put("kind", plan.kind().code());
    fields.put("question", plan.question());
    fields.put("cycle", plan.cycle().toString());
    fields.put(
        "owner",
        plan.owner().kind().code() + ":" + (plan.owner().id() == null ? "" : plan.owner().id()));
    fields.put("delegate", plan.delegate() == null ? "" : name.apply(plan.delegate().toString()));
    fields.put("visibility", plan.visibility().code());
    fields.put(
        "readers",
        String.join(
            ", ", plan.readers().stream().map(id -> name.apply(id.toString())).sorted().toList()));
    fields.put("standsAloneBecause", plan.standsAloneBecause());
    fields.put("parent", parent);
    return new EditorForm(
        fields,
        plan.keyResults().stream()
            .map(one ->
                EditorRow.of(one, one.owner() == null ? "" : name.apply(one.owner().toString())))
            .toList(),
        plan.watched().stream().map(one -> new WatchedInput("", one.name(), one.note())).toList());
  }

  /// An objective as it came in as JSON, for the preview.
  static EditorForm of(ObjectiveInput input) {
    return new EditorForm(
        Map.of(
            "title", input.title(),
            "why", input.why(),
            "kind", input.kind(),
            "question", input.question(),
            "cycle", input.cycle()),
        input.keyResults().stream().map(EditorRow::of).filter(row -> !row.isBlank()).toList(),
        input.watched());
  }

  EditorForm with(String field, String value) {
    Map<String, String> changed = new HashMap<>(fields);
    changed.put(field, value);
    return new EditorForm(changed, rows, watched);
  }

  /// The most contributions that one form offers.
  static final int CONTRIBUTIONS = 3;

  /// What it is to be put to: the primary parent as `parent`, contributions by their number.
  ///
  /// @param field whose value it is
  record Wish(String field, String parent, String share) {
    boolean isPrimary() {
      return field.equals("parent");
    }

    AlignmentInput input() {
      return new AlignmentInput("", "proposed", isPrimary() ? "true" : "", share, "", "");
    }

    /// The field of the form that a reason of the alignment is about.
    String about(String reasonField) {
      return isPrimary() || !reasonField.equals("share")
          ? field
          : field.replace("contribution", "share");
    }
  }

  /// What it is to be put to, the primary parent first.
  List<Wish> wishes() {
    List<Wish> wishes = new ArrayList<>();
    if (!value("parent").isEmpty()) {
      wishes.add(new Wish("parent", value("parent"), ""));
    }
    for (int i = 0; i < CONTRIBUTIONS; i++) {
      if (!value("contribution-" + i).isEmpty()) {
        wishes.add(new Wish("contribution-" + i, value("contribution-" + i), value("share-" + i)));
      }
    }
    return wishes;
  }

  private static final List<String> WISHES =
      FIELDS.stream()
          .filter(field ->
              field.equals("parent")
                  || field.startsWith("contribution-")
                  || field.startsWith("share-"))
          .toList();

  private static final int LONGEST_WISH = 60;

  /// What was written of what it is to be put to, by field; without empty fields and what is too
  /// long to be a choice.
  Map<String, String> written() {
    return WISHES.stream()
        .filter(field -> !value(field).isEmpty() && value(field).length() <= LONGEST_WISH)
        .collect(Collectors.toMap(field -> field, this::value));
  }

  /// With what a draft was to be put to when it was last saved.
  EditorForm withWritten(Map<String, String> wishes) {
    Map<String, String> changed = new HashMap<>(fields);
    WISHES.stream().filter(wishes::containsKey).forEach(it -> changed.put(it, wishes.get(it)));
    return new EditorForm(changed, rows, watched);
  }

  /// With what another form is to be put to.
  EditorForm withWishesOf(EditorForm other) {
    Map<String, String> changed = new HashMap<>(fields);
    WISHES.forEach(field -> changed.put(field, other.value(field)));
    return new EditorForm(changed, rows, watched);
  }

  /// With a row to begin with where there is none yet.
  EditorForm begun() {
    return rows.isEmpty() ? withRow(EditorRow.EMPTY) : this;
  }

  EditorForm withRow(EditorRow row) {
    List<EditorRow> more = new ArrayList<>(rows);
    more.add(row);
    return new EditorForm(fields, more, watched);
  }

  EditorForm withoutRow(int index) {
    List<EditorRow> fewer = new ArrayList<>(rows);
    if (index >= 0 && index < fewer.size()) {
      fewer.remove(index);
    }
    return new EditorForm(fields, fewer, watched);
  }

  EditorForm withWatched(List<WatchedInput> others) {
    return new EditorForm(fields, rows, others);
  }

  /// A text of several lines that was pasted, added to what stands here.
  EditorForm withPasted(String text) {
    PastedObjective pasted = PastedObjective.read(text);
    List<EditorRow> more = new ArrayList<>(rows);
    more.addAll(pasted.rows());
    EditorForm form = new EditorForm(fields, more, watched);
    if (value("title").isEmpty()) {
      form = form.with("title", pasted.title());
    }
    return value("why").isEmpty() ? form.with("why", pasted.why()) : form;
  }

  /// As the capability takes it.
  ///
  /// @param id tells the id of a person from what was typed; what nobody is called stays as it is
  ObjectiveInput input(String accountable, UnaryOperator<String> id) {
    String[] owner = value("owner").split(":", 2);
    return new ObjectiveInput(
        value("cycle"),
        value("title"),
        value("why"),
        value("kind"),
        value("question"),
        owner[0],
        owner.length > 1 ? owner[1] : "",
        accountable,
        id.apply(value("delegate")),
        value("visibility"),
        List.of(value("readers").split(",", -1)).stream()
            .map(String::strip)
            .filter(reader -> !reader.isEmpty())
            .map(id)
            .toList(),
        value("standsAloneBecause"),
        rows.stream().map(row -> row.input(id.apply(row.value("owner")))).toList(),
        watched);
  }
}
