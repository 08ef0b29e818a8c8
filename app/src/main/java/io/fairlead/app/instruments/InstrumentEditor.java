package io.fairlead.app.instruments;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.instruments.About;
import io.fairlead.methods.instruments.CommentKind;
import io.fairlead.methods.instruments.InstrumentFinding;
import io.fairlead.methods.instruments.Item;
import io.fairlead.methods.instruments.ItemBank;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.instruments.Validation;
import io.fairlead.methods.wording.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What the pages show on which instruments are written.
public final class InstrumentEditor {
  private static final Set<String> UNSHOWN =
      Set.of(InstrumentCheck.DOCUMENT, "instrument", "edition", "sections");

  private InstrumentEditor() {}

  /// @param from what it can be a copy of
  public record BeginPage(List<Option> from, FormState form, String key) {}

  /// The bank, to take items from.
  ///
  /// @param section its number in the form
  /// @param picked ids that the draft has already
  public record PickPage(
      String id,
      String name,
      String section,
      Bank.Asked asked,
      List<Option> competencies,
      List<BankPages.Group> found,
      Set<String> picked,
      String language,
      long version,
      String key) {}

  /// The draft as its document.
  ///
  /// @param formed whether a form can show it
  /// @param left what stands in the way of publishing it
  public record DocumentPage(
      String id,
      int edition,
      boolean published,
      long version,
      String key,
      FormState form,
      boolean formed,
      boolean readable,
      List<Reason> left,
      List<InstrumentFinding> findings) {}

  /// The draft as a form.
  ///
  /// @param published whether editions of it were
  /// @param annotated whether its document has notes, which a form does not keep
  /// @param competencies those that an own item can be of
  /// @param left what stands in the way of publishing it
  /// @param beside what the lint says, by row: `sections.0.items.2`
  /// @param elsewhere what it says of the whole, or of items of the bank
  public record FormPage(
      String id,
      int edition,
      boolean published,
      long version,
      String key,
      FormState form,
      boolean annotated,
      List<Option> competencies,
      List<Reason> left,
      Map<String, List<InstrumentFinding>> beside,
      List<InstrumentFinding> elsewhere,
      boolean readable,
      SeenBy seenBy,
      String language) {

    public List<String> languages() {
      List<String> languages = InstrumentFields.languages(form.values());
      return languages.isEmpty() ? List.of("en") : languages;
    }

    /// The rows of a list, such as `sections`.
    public List<Integer> rows(String list) {
      return InstrumentFields.rows(form.values(), list);
    }

    public int points() {
      return form.value("points").equals("7") ? 7 : 5;
    }

    /// How many behaviours an own item shows: one a point, and those that are too many.
    public int anchors(String at) {
      List<Integer> rows = rows(at + "anchors");
      return Math.max(points(), rows.isEmpty() ? 0 : rows.getLast() + 1);
    }

    /// Raters for whom an own item may read differently.
    public List<Relationship> raters(String at) {
      return Stream.of(Relationship.values())
          .filter(each ->
              form.checked("raters." + each.code(), "true")
                  || languages().stream()
                      .anyMatch(language ->
                          !form.value(at + "wording." + each.code() + "." + language).isEmpty()))
          .toList();
    }

    /// The item of the bank in a row, if that is what stands there.
    public Optional<Item> fromBank(String at) {
      return ItemBank.shipped().find(form.value(at + "bank"));
    }

    public String competency(Item item) {
      return ItemBank.shipped()
          .competency(item.competency())
          .map(each -> each.name().in(language))
          .orElse(item.competency());
    }

    public List<Option> kinds(Words words) {
      return Stream.of(CommentKind.values())
          .map(each -> new Option(each.code(), words.text("instruments.kind." + each.code())))
          .toList();
    }

    public List<Option> abouts(Words words) {
      return Stream.of(About.values())
          .map(each -> new Option(each.code(), words.text("instruments.about." + each.code())))
          .toList();
    }

    public List<Option> statuses(Words words) {
      return Stream.of(Validation.values())
          .map(each -> new Option(each.code(), words.text("instruments.status." + each.code())))
          .toList();
    }

    public List<Option> scales(Words words) {
      return Stream.of(5, 7)
          .map(each -> new Option(Integer.toString(each), words.text("instruments.points", each)))
          .toList();
    }

    /// The address on the page of what a reason is about.
    public String anchor(Reason reason) {
      String field = reason.field().orElse("");
      return "#field-" + field;
    }

    /// What the field is called that a reason is about.
    public String label(Words words, Reason reason) {
      String field = reason.field().orElse("");
      if (field.startsWith("sections.")) {
        String section =
            form.value(
                field.replaceFirst("^(sections\\.\\d+)\\..*$", "$1.name.")
                    + languages().getFirst());
        String part =
            words.text(field.contains(".items") ? "instruments.items" : "instruments.section-name");
        return section.isBlank() ? part : words.text("instruments.in-section", section, part);
      }
      if (field.startsWith("comments.")) {
        return words.text("instruments.comments");
      }
      if (field.startsWith("competencies.")) {
        return words.text("instruments.own-competencies");
      }
      return switch (field.replaceFirst("(\\.\\d+)?\\.[a-z]{2,3}(-[A-Z]{2})?$", "")) {
        case "name" -> words.text("instruments.name");
        case "audience" -> words.text("instruments.audience");
        case "points" -> words.text("instruments.scale");
        case "minutes" -> words.text("instruments.minutes");
        case "languages" -> words.text("instruments.languages");
        case "raters" -> words.text("instruments.raters");
        case "validity.purpose" -> words.text("instruments.validity.purpose");
        case "validity.content" -> words.text("instruments.validity.content");
        case "validity.reliability" -> words.text("instruments.validity.reliability");
        case "validity.not-for" -> words.text("instruments.validity.not-for");
        default -> "";
      };
    }

    /// Rules whose objection to a row may stay, with a reason.
    public List<String> acceptable(String row) {
      Set<String> rules = new TreeSet<>();
      beside(row).stream()
          .filter(each -> each.fails() && each.rule().severity() != Severity.ERROR)
          .forEach(each -> rules.add(each.rule().id()));
      String prefix = row + ".accepted.";
      form.values().keySet().stream()
          .filter(each -> each.startsWith(prefix))
          .forEach(each -> rules.add(each.substring(prefix.length())));
      return List.copyOf(rules);
    }

    /// Whether something in a row was refused.
    public boolean hasError(String row) {
      return form.reasons().stream()
          .anyMatch(each -> each.field().map(field -> field.startsWith(row + ".")).orElse(false));
    }

    public List<InstrumentFinding> beside(String row) {
      return beside.getOrDefault(row, List.of());
    }

    /// What is said above the form: reasons that have no field on it, or that others have.
    public List<String> general(Words words) {
      if (form.reasons().isEmpty()) {
        return List.of();
      }
      List<String> general =
          form.reasons().stream()
              .filter(each -> each.field().map(UNSHOWN::contains).orElse(true))
              .map(words::refusal)
              .distinct()
              .toList();
      return general.isEmpty() ? List.of(words.text("instruments.not-published")) : general;
    }
  }

  static FormPage formPage(
      Words words, OwnInstrument own, FormState form, long version, String key, SeenBy seenBy) {
    OwnInstrument.Draft draft = own.draft();
    String document = draft == null ? "" : draft.document();
    InstrumentCheck check = InstrumentCheck.of(document, own.code(), own.next());
    Map<String, List<InstrumentFinding>> beside = new HashMap<>();
    List<InstrumentFinding> elsewhere = new ArrayList<>();
    for (InstrumentFinding each : check.findings()) {
      check
          .place(each)
          .map(row -> beside.computeIfAbsent(row, _ -> new ArrayList<>()))
          .orElse(elsewhere)
          .add(each);
    }
    InstrumentFields fields = check.fields();
    if (check.instrument() == null && fields != null) {
      InstrumentSketch.findings(fields.values())
          .forEach(
              (finding, row) -> beside.computeIfAbsent(row, _ -> new ArrayList<>()).add(finding));
    }
    String language = InstrumentPages.language(words);
    return new FormPage(
        own.code(),
        own.next(),
        own.editions() > 0,
        version,
        key,
        form,
        document.lines().anyMatch(each -> each.strip().startsWith("#")),
        competencies(words, form, language),
        check.refusals(),
        beside,
        elsewhere,
        check.instrument() != null,
        seenBy,
        language);
  }

  /// Those of the bank, then the own ones.
  private static List<Option> competencies(Words words, FormState form, String language) {
    List<Option> options =
        new ArrayList<>(BankPages.competencies(words, language, "instruments.choose-competency"));
    for (int row : InstrumentFields.rows(form.values(), "competencies")) {
      String at = "competencies." + row + ".";
      if (!form.value(at + "id").isBlank()) {
        String name = form.value(at + "name." + language);
        options.add(
            new Option(form.value(at + "id"), name.isBlank() ? form.value(at + "id") : name));
      }
    }
    return options;
  }

  static String title(Map<String, String> fields, String instead) {
    return fields.entrySet().stream()
        .filter(each -> each.getKey().startsWith("name.") && !each.getValue().isBlank())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(instead);
  }

  /// Items of the bank that a draft has.
  static Set<String> picked(Map<String, String> fields) {
    Set<String> picked = new HashSet<>();
    fields.forEach((path, value) -> {
      if (path.endsWith(".bank")) {
        picked.add(value);
      }
    });
    return picked;
  }
}
