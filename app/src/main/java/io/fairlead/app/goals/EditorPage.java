package io.fairlead.app.goals;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The editor as its page shows it.
///
/// @param id null for an objective that is not stored yet
/// @param version that the writer has before them
/// @param key lets a new one be stored once
/// @param tab `write` or `paste`
/// @param focus the row whose title takes the cursor, or −1
/// @param contributions those that it stands in already, offered or agreed
/// @param contributionsAtMost how many it may have
public record EditorPage(
    @Nullable UUID id,
    ObjectiveState state,
    long version,
    String key,
    String tab,
    EditorForm form,
    int focus,
    List<Reason> reasons,
    List<EditorMerge.Clash> clashes,
    String other,
    String saved,
    EditorPreview preview,
    List<Option> cycles,
    List<Option> owners,
    List<EditorOffer> parents,
    List<Alignment> contributions,
    int contributionsAtMost,
    List<String> people,
    SeenBy published) {

  public String action() {
    return id == null ? "/goals/new" : "/goals/" + id + "/edit";
  }

  /// The sentence beside a field, or null.
  public @Nullable String error(Words words, String field) {
    return reasons.stream()
        .filter(reason -> field.equals(formField(reason)))
        .findFirst()
        .map(words::refusal)
        .orElse(null);
  }

  /// The reasons that belong to no field that the form shows.
  public List<String> general(Words words) {
    return reasons.stream()
        .filter(reason -> !isShown(formField(reason)))
        .map(words::refusal)
        .distinct()
        .toList();
  }

  private static boolean isShown(@Nullable String field) {
    return field != null
        && (field.equals("title")
            || field.equals("why")
            || field.startsWith("kr.")
            || field.startsWith("contribution-")
            || field.startsWith("share-"));
  }

  /// `keyResults[1].target` is `kr.1.target` in the form.
  private static @Nullable String formField(Reason reason) {
    String field = reason.fieldName();
    return field == null ? null : field.replace("keyResults[", "kr.").replace("].", ".");
  }

  /// The name of a field that two people changed: "Key result 1: Target".
  public String nameOf(Words words, String field) {
    String[] parts = field.split("\\.");
    return parts.length == 3
        ? words.text(
            "editor.clash.part",
            words.text("editor.row", Integer.parseInt(parts[1]) + 1),
            words.text("editor.clash.field." + (parts[2].equals("title") ? "words" : parts[2])))
        : words.text("editor.clash.field." + field);
  }

  /// A value of such a field as the form shows it: a name, not an id.
  public String shownOf(Words words, String field, String value) {
    if (value.isEmpty()) {
      return words.text("editor.clash.empty");
    }
    return switch (field) {
      case "cycle" -> named(cycles, value);
      case "owner" -> named(owners, value);
      case "parent" ->
          parents.stream()
              .filter(offer -> offer.value().equals(value))
              .findFirst()
              .map(EditorOffer::name)
              .orElse(value);
      case "kind" -> words.text("goals.kind." + value);
      case "visibility" -> words.text("editor.visibility." + value);
      default -> value;
    };
  }

  private static String named(List<Option> options, String value) {
    return options.stream()
        .filter(option -> option.value().equals(value))
        .findFirst()
        .map(Option::words)
        .orElse(value);
  }

  public Optional<EditorOffer> parent() {
    return parents.stream().filter(offer -> offer.value().equals(form.value("parent"))).findFirst();
  }

  /// The numbers of the contributions that may still be asked for, by the fields of the form.
  public List<Integer> freeContributions() {
    int free = Math.max(0, contributionsAtMost - contributions.size());
    return IntStream.range(0, free).boxed().toList();
  }

  /// Whether something is written of contributions, or wrong with them.
  public boolean showsContributions() {
    return !contributions.isEmpty() || form.wishes().stream().anyMatch(wish -> !wish.isPrimary());
  }

  /// "Ask Henrik Dahl to agree", as long as one person is asked.
  public String ask(Words words) {
    List<String> asked =
        form.wishes().stream()
            .flatMap(wish -> parents.stream().filter(offer -> offer.value().equals(wish.parent())))
            .map(EditorOffer::beside)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    return switch (asked.size()) {
      case 0 -> words.text("editor.ask.nobody");
      case 1 -> words.text("editor.ask", asked.getFirst());
      default -> words.text("editor.ask.several", asked.size());
    };
  }

  /// The one line over the form: cycle and kind.
  public String frame(Words words) {
    String cycle =
        cycles.stream()
            .filter(option -> option.value().equals(form.value("cycle")))
            .findFirst()
            .map(Option::words)
            .orElse("");
    return words.text("editor.frame", cycle, words.text("goals.kind." + kind()));
  }

  public String kind() {
    return Objects.requireNonNull(
        form.value("kind").isEmpty() ? "aspirational" : form.value("kind"));
  }

  public List<EditorRow> rows() {
    return form.rows();
  }

  /// What it comes to both ways, for a row; a row that was only just added has nothing yet.
  public EditorPreview.Change change(int row, Words words) {
    return row < preview.changes().size()
        ? preview.changes().get(row)
        : new EditorPreview.Change(words.text("editor.percent"), words.text("editor.points"), true);
  }
}
