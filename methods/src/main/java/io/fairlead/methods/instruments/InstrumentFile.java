package io.fairlead.methods.instruments;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// An instrument as YAML: `docs/item-bank.md` says what stands in it. Items are taken from the bank
/// by their id, or written out.
public final class InstrumentFile {
  private static final Set<String> KEYS =
      Set.of(
          "instrument",
          "edition",
          "languages",
          "name",
          "audience",
          "points",
          "minutes",
          "raters",
          "competencies",
          "sections",
          "comments",
          "validity");
  private static final Set<String> COMMENT = Set.of("id", "kind", "required", "text", "accepted");
  private static final Set<String> VALIDITY =
      Set.of("status", "purpose", "content", "reliability", "not-for");

  private final ItemBank bank;
  private final List<FileProblem> problems;
  private final Map<String, Competency> declared = new HashMap<>();
  private final Map<String, Competency> used = new LinkedHashMap<>();

  private InstrumentFile(ItemBank bank, List<FileProblem> problems) {
    this.bank = bank;
    this.problems = problems;
  }

  /// What a text says.
  public sealed interface Read {
    record Sound(Instrument instrument) implements Read {}

    /// Why it is no instrument; in the order of the lines.
    record Refused(List<FileProblem> problems) implements Read {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  public static Read read(String text, ItemBank bank) {
    List<FileProblem> problems = new ArrayList<>();
    Optional<Instrument> instrument =
        YamlEntry.root("an instrument", text, KEYS, problems)
            .map(file -> new InstrumentFile(bank, problems).instrument(file));
    if (instrument.isPresent() && problems.isEmpty()) {
      return new Read.Sound(instrument.get());
    }
    return new Read.Refused(
        problems.stream().sorted((a, b) -> Integer.compare(a.line(), b.line())).toList());
  }

  private Instrument instrument(YamlEntry file) {
    List<String> languages = languages(file);
    String language = languages.isEmpty() ? "en" : languages.getFirst();
    competencies(file, language);
    int points = file.whole("points", 5, 7);
    if (points == 6) {
      file.problem("points", "a scale has 5 or 7 points");
    }
    String id = file.text("instrument");
    if (!id.isEmpty() && !id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      file.problem("instrument", "an id has small letters, digits and hyphens: '%s'".formatted(id));
    }
    List<Section> sections = sections(file, language);
    return new Instrument(
        id,
        file.whole("edition", 1, 9_999),
        languages,
        file.words("name", language),
        file.words("audience", language),
        points,
        file.whole("minutes", 1, 60),
        raters(file),
        used,
        sections,
        comments(file, language),
        validity(file, language));
  }

  static List<String> languages(YamlEntry file) {
    List<String> languages = file.texts("languages");
    if (!languages.stream().allMatch(YamlEntry::isLanguage)
        || Set.copyOf(languages).size() < languages.size()) {
      file.problem("languages", "'languages' are different ones such as en, de or pt-BR");
    }
    return languages;
  }

  private void competencies(YamlEntry file, String language) {
    if (!file.has("competencies")) {
      return;
    }
    for (YamlEntry entry :
        file.entries("competencies", "a competency", Set.of("id", "name", "means", "about"))) {
      Competency competency =
          new Competency(
              ItemReader.id(entry),
              entry.words("name", language),
              entry.words("means", language),
              ItemReader.about(entry));
      if (bank.competency(competency.id()).isPresent()
          || declared.put(competency.id(), competency) != null) {
        entry.problem("id", "there is a competency '%s' already".formatted(competency.id()));
      }
    }
  }

  private static Set<Relationship> raters(YamlEntry file) {
    Set<Relationship> raters = EnumSet.noneOf(Relationship.class);
    for (String code : file.texts("raters")) {
      Optional<Relationship> rater = Relationship.find(code);
      if (rater.isEmpty() || !raters.add(rater.get())) {
        file.problem(
            "raters",
            "'raters' are different ones of "
                + String.join(
                    ", ", Stream.of(Relationship.values()).map(Relationship::code).toList()));
      }
    }
    return raters;
  }

  private List<Section> sections(YamlEntry file, String language) {
    ItemReader reader = new ItemReader(language);
    return file.entries("sections", "a section", Set.of("name", "items")).stream()
        .map(entry ->
            new Section(
                entry.words("name", language),
                entry.mixed(
                    "items",
                    "an item",
                    ItemReader.KEYS,
                    this::fromBank,
                    written -> written(reader, written))))
        .toList();
  }

  private Optional<Item> fromBank(ScalarNode name) {
    Optional<Item> item = bank.find(name.getValue());
    if (item.isEmpty()) {
      int line = name.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.add(
          new FileProblem(line, "the item bank has no item '%s'".formatted(name.getValue())));
    }
    item.flatMap(found -> bank.competency(found.competency()))
        .ifPresent(competency -> used.put(competency.id(), competency));
    return item;
  }

  private Item written(ItemReader reader, YamlEntry entry) {
    String id = entry.text("competency");
    Optional<Competency> competency =
        bank.competency(id).or(() -> Optional.ofNullable(declared.get(id)));
    if (competency.isEmpty() && !id.isEmpty()) {
      entry.problem(
          "competency",
          "there is no competency '%s': neither in the bank nor under 'competencies'"
              .formatted(id));
    }
    competency.ifPresent(found -> used.put(found.id(), found));
    return reader.item(entry, id);
  }

  private static List<CommentQuestion> comments(YamlEntry file, String language) {
    if (!file.has("comments")) {
      return List.of();
    }
    List<String> kinds = Stream.of(CommentKind.values()).map(CommentKind::code).toList();
    return file.entries("comments", "a comment question", COMMENT).stream()
        .map(entry ->
            new CommentQuestion(
                ItemReader.id(entry),
                Objects.requireNonNullElse(
                    entry.code("kind", CommentKind::find, kinds), CommentKind.FREE),
                entry.flag("required"),
                entry.words("text", language),
                ItemReader.accepted(entry),
                entry.line()))
        .toList();
  }

  private static Validity validity(YamlEntry file, String language) {
    Optional<YamlEntry> entry = file.section("validity", VALIDITY);
    if (entry.isEmpty()) {
      file.problem("validity", "an instrument needs 'validity'");
      LocalText none = LocalText.of(language, "");
      return new Validity(Validation.NOT_YET_VALIDATED, none, none, none, List.of());
    }
    YamlEntry sheet = entry.get();
    return new Validity(
        Objects.requireNonNullElse(
            sheet.code(
                "status",
                Validation::find,
                Stream.of(Validation.values()).map(Validation::code).toList()),
            Validation.NOT_YET_VALIDATED),
        sheet.words("purpose", language),
        sheet.words("content", language),
        sheet.words("reliability", language),
        sheet.wordsList("not-for", language));
  }
}
