package io.fairlead.app.framework;

import io.fairlead.methods.framework.Field;
import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.framework.FrameworkEdit;
import io.fairlead.methods.framework.FrameworkShape;
import io.fairlead.methods.framework.Parsed;
import io.fairlead.methods.framework.Problem;
import io.fairlead.methods.framework.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Writes what a form says into the text, where somebody touched a field (`was.<path>` is what it
/// held when the page was made) and it differs from what the text says. Each change leaves all else
/// as people wrote it, comments included. One that the document does not allow is left out and
/// named, with what was typed; the others are written.
final class FormWriting {
  /// The key of the reason why a text cannot be changed by field.
  static final String NOT_BY_FIELD = "framework.not-by-field";

  private final Map<String, List<String>> sent;
  private final Map<String, String> typed = new LinkedHashMap<>();
  private final Map<String, String> wrong = new LinkedHashMap<>();
  private final List<Edit> edits = new ArrayList<>();
  private FrameworkDocument document;

  private FormWriting(FrameworkDocument document, Map<String, List<String>> sent) {
    this.document = document;
    this.sent = sent;
  }

  /// One change of the text.
  ///
  /// @param paths the fields that it is made of
  private record Edit(List<String> paths, UnaryOperator<String> change) {}

  /// @param typed what could not be written, by path
  /// @param wrong why not, by path: a sentence, or `NOT_BY_FIELD`
  record Written(String text, Map<String, String> typed, Map<String, String> wrong) {}

  /// @param sent the values of each field; `remove` names an item to take out
  static Written into(String text, Map<String, List<String>> sent) {
    if (!(FrameworkDocument.parse(text) instanceof Parsed.Read(FrameworkDocument document))) {
      return new Written(text, Map.of(), Map.of());
    }
    FormWriting writing = new FormWriting(document, sent);
    for (Field field : FrameworkShape.DOCUMENT.fields()) {
      writing.write(field, field.name());
    }
    for (String path : sent.getOrDefault("remove", List.of())) {
      writing.attempt(List.of(path), before -> FrameworkEdit.remove(before, path));
    }
    writing.make();
    return new Written(writing.document.text(), writing.typed, writing.wrong);
  }

  private void write(Field field, String path) {
    switch (field.shape()) {
      case Shape.Section section when FormPaths.isUnit(field) ->
          unit(section, path, FormPaths.value(document, path) != null);
      case Shape.Section section ->
          section.fields().forEach(each -> write(each, path + "." + each.name()));
      case Shape.Items(Shape.Section section, _, _, _) -> items(section, path);
      case Shape.Items(Shape.Choice _, _, _, _) -> choices(path);
      case Shape.Items _,
          Shape.Text _,
          Shape.Choice _,
          Shape.Flag _,
          Shape.Whole _,
          Shape.Fraction _,
          Shape.Day _,
          Shape.Zone _,
          Shape.Language _ ->
          scalar(field, path);
    }
  }

  private void scalar(Field field, String path) {
    if (!touched(path)) {
      return;
    }
    String value = value(path);
    attempt(
        List.of(path),
        before ->
            value.isEmpty()
                ? FrameworkEdit.remove(before, path)
                : FrameworkEdit.set(before, path, typedAs(field.shape(), value)));
  }

  private void choices(String path) {
    // A form without any box ticked sends none; what it held then says that it was there.
    if (!sent.containsKey("was." + path)) {
      return;
    }
    String chosen = String.join(",", sent.getOrDefault(path, List.of()));
    if (chosen.equals(was(path))
        || chosen.equals(FormPaths.written(FormPaths.value(document, path)))) {
      return;
    }
    attempt(
        List.of(path),
        before ->
            FrameworkEdit.set(
                before, path, chosen.isEmpty() ? List.of() : List.of(chosen.split(","))));
  }

  private void items(Shape.Section section, String path) {
    int size = FormPaths.size(document, path);
    List<Integer> emptied = new ArrayList<>();
    for (int i = 0; i <= size; i++) {
      if (unit(section, path + "[" + i + "]", i < size) && i < size) {
        emptied.add(i);
      }
    }
    for (int i : emptied.reversed()) {
      String item = path + "[" + i + "]";
      attempt(List.of(item), before -> FrameworkEdit.remove(before, item));
    }
  }

  /// @return whether somebody emptied it; an item of a list then is to be taken out
  private boolean unit(Shape.Section section, String path, boolean present) {
    List<String> paths = section.fields().stream().map(each -> path + "." + each.name()).toList();
    if (paths.stream().noneMatch(this::touched)) {
      return false;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field field : section.fields()) {
      String place = path + "." + field.name();
      if (!touched(place) && document.place(place).isEmpty()) {
        continue;
      }
      String value =
          sent.containsKey(place)
              ? value(place)
              : FormPaths.written(FormPaths.value(document, place));
      if (!value.isEmpty()) {
        values.put(field.name(), typedAs(field.shape(), value));
      }
    }
    boolean ofList = path.endsWith("]");
    if (values.isEmpty()) {
      if (!ofList) {
        attempt(paths, before -> FrameworkEdit.remove(before, path));
      }
      return true;
    }
    attempt(
        paths,
        before ->
            present || !ofList
                ? FrameworkEdit.set(before, path, values)
                : FrameworkEdit.insert(
                    before,
                    path.substring(0, path.lastIndexOf('[')),
                    FormPaths.size(document, path.substring(0, path.lastIndexOf('['))),
                    values));
    return false;
  }

  private void attempt(List<String> paths, UnaryOperator<String> edit) {
    edits.add(new Edit(paths, edit));
  }

  /// All together where that can be: some changes only make sense with others, such as cycles of
  /// one's own and the choice of them. Else each that can be.
  private void make() {
    try {
      String edited = document.text();
      for (Edit edit : edits) {
        edited = edit.change().apply(edited);
      }
      if (FrameworkDocument.parse(edited) instanceof Parsed.Read(FrameworkDocument next)) {
        document = next;
        return;
      }
    } catch (IllegalArgumentException e) {
      // One of them cannot be written into this text; which one shows below.
    }
    edits.forEach(this::make);
  }

  private void make(Edit edit) {
    List<String> paths = edit.paths();
    String edited;
    try {
      edited = edit.change().apply(document.text());
    } catch (IllegalArgumentException e) {
      refuse(paths, paths.getFirst(), NOT_BY_FIELD);
      return;
    }
    switch (FrameworkDocument.parse(edited)) {
      case Parsed.Read(FrameworkDocument next) -> document = next;
      case Parsed.Rejected(List<Problem> problems) -> {
        for (Problem problem : problems) {
          refuse(
              paths,
              paths.contains(problem.path()) ? problem.path() : paths.getFirst(),
              problem.suggestion().isEmpty()
                  ? problem.message()
                  : problem.message() + " (" + problem.remedy() + ")");
        }
      }
    }
  }

  private void refuse(List<String> paths, String place, String why) {
    wrong.putIfAbsent(place, why);
    for (String path : paths) {
      typed.put(path, String.join(",", sent.getOrDefault(path, List.of())));
    }
  }

  private boolean touched(String path) {
    if (!sent.containsKey(path)) {
      return false;
    }
    String value = value(path);
    String was = was(path);
    return (was == null || !value.equals(plain(was)))
        && !value.equals(FormPaths.written(FormPaths.value(document, path)));
  }

  private @Nullable String was(String path) {
    List<String> values = sent.get("was." + path);
    return values == null ? null : values.getFirst();
  }

  private String value(String path) {
    return plain(sent.getOrDefault(path, List.of("")).getFirst());
  }

  /// Browsers send every line end of a form as two characters.
  private static String plain(String value) {
    return value.replace("\r\n", "\n").strip();
  }

  private static Object typedAs(Shape shape, String value) {
    return switch (shape) {
      case Shape.Flag _ when value.equals("true") || value.equals("false") ->
          Boolean.valueOf(value);
      case Shape.Whole _ when value.matches("[0-9]{1,9}") -> new BigDecimal(value);
      case Shape.Fraction _ when value.matches("[0-9]{0,9}[.,]?[0-9]{1,9}") ->
          new BigDecimal(value.replace(',', '.'));
      case Shape.Flag _,
          Shape.Whole _,
          Shape.Fraction _,
          Shape.Items _,
          Shape.Text _,
          Shape.Choice _,
          Shape.Day _,
          Shape.Zone _,
          Shape.Language _,
          Shape.Section _ ->
          value;
    };
  }
}
