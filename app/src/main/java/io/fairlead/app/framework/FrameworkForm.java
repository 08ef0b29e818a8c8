package io.fairlead.app.framework;

import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.framework.Field;
import io.fairlead.methods.framework.Finding;
import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.framework.FrameworkShape;
import io.fairlead.methods.framework.Shape;
import io.fairlead.methods.instruments.ShippedInstruments;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The whole document as a form: every place that its shape knows, with what stands there, where in
/// the text, and what the lint has to say of it. A form field is named by its path.
///
/// @param groups one for each section of the document
/// @param elsewhere findings about a place that has no field of its own
public record FrameworkForm(List<Group> groups, List<Finding> elsewhere) {
  private static final String MARK = "framework.setting.";
  private static final int SHORT = 20;
  private static final String INSTRUMENT = "feedback.rounds.instrument";

  public FrameworkForm {
    groups = List.copyOf(groups);
    elsewhere = List.copyOf(elsewhere);
  }

  /// @param findings how many there are on its fields
  /// @param wrong whether something was typed into it that cannot be written
  public record Group(String name, String title, List<Part> parts, int findings, boolean wrong) {}

  public sealed interface Part {}

  /// What stands above a few fields that belong together.
  public record Heading(String title, String hint) implements Part {}

  /// How a field is filled in.
  public enum Kind {
    LINE,
    PARAGRAPH,
    CHOICE,
    CHOICES,
    NUMBER,
    DAY
  }

  /// One field.
  ///
  /// @param value as the form sends it; the words of several choices are joined by a comma
  /// @param held the value that the text has, which differs where what was typed is not in it
  /// @param line of the text where it stands; null while the usual value holds
  /// @param error why what was typed is not in the text
  public record Entry(
      String path,
      String label,
      String hint,
      Kind kind,
      String value,
      String held,
      List<Option> options,
      @Nullable Integer longest,
      @Nullable Integer line,
      @Nullable String error,
      List<Finding> findings)
      implements Part {
    /// Whether an option would be cut off in a short field.
    public boolean hasLongOptions() {
      return options.stream().anyMatch(option -> option.words().length() > SHORT);
    }

    public boolean chosen(String option) {
      return List.of(value.split(",")).contains(option);
    }
  }

  /// Entries that are written and removed together: an ambition, the word for an objective.
  ///
  /// @param present whether it is in the text; if not, the entries are blank for a new one
  /// @param removable whether it can be taken out of a list
  public record Item(
      String path, String title, boolean present, boolean removable, List<Entry> entries)
      implements Part {}

  /// The form of a document.
  ///
  /// @param typed what was typed and could not be written, by path
  /// @param wrong why not, by path
  static FrameworkForm of(
      FrameworkDocument document,
      List<Finding> findings,
      Map<String, String> typed,
      Map<String, String> wrong,
      Words words) {
    Builder builder = new Builder(document, findings, typed, wrong, words);
    List<Group> groups = new ArrayList<>();
    for (Field field : FrameworkShape.DOCUMENT.fields()) {
      if (!(field.shape() instanceof Shape.Whole)) {
        builder.begin();
        builder.add(field, field.name());
        groups.add(
            new Group(
                field.name(),
                builder.label(field.name()),
                List.copyOf(builder.parts),
                builder.found,
                builder.failed));
      }
    }
    return new FrameworkForm(
        groups, findings.stream().filter(each -> !builder.placed.contains(each)).toList());
  }

  private static final class Builder {
    private final FrameworkDocument document;
    private final List<Finding> findings;
    private final Map<String, String> typed;
    private final Map<String, String> wrong;
    private final Words words;
    private final Set<Finding> placed = new HashSet<>();
    private List<Part> parts = new ArrayList<>();
    private int found;
    private boolean failed;

    private Builder(
        FrameworkDocument document,
        List<Finding> findings,
        Map<String, String> typed,
        Map<String, String> wrong,
        Words words) {
      this.document = document;
      this.findings = findings;
      this.typed = typed;
      this.wrong = wrong;
      this.words = words;
    }

    private void begin() {
      parts = new ArrayList<>();
      found = 0;
      failed = false;
    }

    private String label(String path) {
      return words.text(MARK + FormPaths.general(path));
    }

    private void add(Field field, String path) {
      switch (field.shape()) {
        case Shape.Section section when FormPaths.isUnit(field) -> item(section, path, true, false);
        case Shape.Section section -> {
          if (path.contains(".")) {
            parts.add(new Heading(label(path), field.meaning()));
          }
          section.fields().forEach(each -> add(each, path + "." + each.name()));
        }
        case Shape.Items(Shape.Section section, _, int most, _) -> {
          parts.add(new Heading(label(path), field.meaning()));
          int size = FormPaths.size(document, path);
          for (int i = 0; i < Math.min(size + 1, most); i++) {
            item(section, path + "[" + i + "]", i < size, i < size);
          }
        }
        case Shape.Items _,
            Shape.Text _,
            Shape.Choice _,
            Shape.Flag _,
            Shape.Whole _,
            Shape.Fraction _,
            Shape.Day _,
            Shape.Zone _,
            Shape.Language _ ->
            parts.add(entry(field, path));
      }
    }

    private void item(Shape.Section section, String path, boolean present, boolean removable) {
      List<Entry> entries =
          section.fields().stream().map(each -> entry(each, path + "." + each.name())).toList();
      Object name = present ? FormPaths.value(document, path + ".name") : null;
      parts.add(
          new Item(
              path,
              name != null
                  ? name.toString()
                  : words.text(
                      removable || path.endsWith("]")
                          ? MARK + FormPaths.general(path) + ".another"
                          : MARK + path),
              present,
              removable,
              entries));
    }

    private Entry entry(Field field, String path) {
      List<Finding> here =
          findings.stream()
              .filter(each -> each.path().equals(path) && !placed.contains(each))
              .toList();
      placed.addAll(here);
      found += here.size();
      failed |= wrong.containsKey(path);
      Shape shape = field.shape();
      String held = FormPaths.written(FormPaths.value(document, path));
      return new Entry(
          path,
          label(path),
          field.meaning(),
          held.contains("\n") ? Kind.PARAGRAPH : kind(shape),
          typed.getOrDefault(path, held),
          held,
          options(field, path),
          shape instanceof Shape.Text(int longest) ? longest : null,
          document.place(path).map(FrameworkDocument.Place::line).orElse(null),
          wrong.get(path),
          here);
    }

    private static Kind kind(Shape shape) {
      return switch (shape) {
        case Shape.Text(int longest) -> longest > 200 ? Kind.PARAGRAPH : Kind.LINE;
        case Shape.Choice _, Shape.Flag _ -> Kind.CHOICE;
        case Shape.Items _ -> Kind.CHOICES;
        case Shape.Whole _, Shape.Fraction _ -> Kind.NUMBER;
        case Shape.Day _ -> Kind.DAY;
        case Shape.Zone _, Shape.Language _, Shape.Section _ -> Kind.LINE;
      };
    }

    private List<Option> options(Field field, String path) {
      return switch (field.shape()) {
        case Shape.Choice(List<String> choices) when field.required() || field.fallback() != null ->
            options(path, choices);
        case Shape.Choice(List<String> choices) ->
            Stream.concat(
                    Stream.of(new Option("", words.text("framework.none"))),
                    options(path, choices).stream())
                .toList();
        case Shape.Items(Shape.Choice(List<String> choices), _, _, _) -> options(path, choices);
        case Shape.Flag _ -> options(path, List.of("true", "false"));
        case Shape.Text _ when FormPaths.general(path).equals(INSTRUMENT) -> instruments();
        case Shape.Items _,
            Shape.Text _,
            Shape.Whole _,
            Shape.Fraction _,
            Shape.Day _,
            Shape.Zone _,
            Shape.Language _,
            Shape.Section _ ->
            List.of();
      };
    }

    /// Those that come with Fairlead; another may be typed.
    private List<Option> instruments() {
      return ShippedInstruments.all().stream()
          .map(each -> new Option(each.id(), each.name().in(words.locale().toLanguageTag())))
          .toList();
    }

    /// A word that means something of its own at a place is said there; else as everywhere.
    private List<Option> options(String path, List<String> choices) {
      return choices.stream()
          .map(word -> {
            String here = "framework.option." + FormPaths.general(path) + "." + word;
            return new Option(
                word, words.text(words.has(here) ? here : "framework.option." + word));
          })
          .toList();
    }
  }
}
