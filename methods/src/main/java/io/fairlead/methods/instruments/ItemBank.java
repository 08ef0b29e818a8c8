package io.fairlead.methods.instruments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Competencies and their items.
public final class ItemBank {
  /// In the order in which lists show them.
  private static final List<String> SHIPPED =
      List.of(
          "direction",
          "delivery",
          "planning",
          "decisions",
          "customers",
          "craft",
          "improvement",
          "communication",
          "listening",
          "collaboration",
          "feedback",
          "developing",
          "inclusion",
          "learning");

  private static final Set<String> KEYS =
      Set.of("competency", "edition", "languages", "status", "name", "means", "about", "items");

  private final Map<String, Competency> competencies = new LinkedHashMap<>();
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, List<String>> languages = new LinkedHashMap<>();

  private ItemBank() {}

  private static final class Shipped {
    static final ItemBank BANK = new ItemBank();

    static {
      SHIPPED.forEach(name -> BANK.add(name, Content.read("bank/" + name + ".yaml")));
    }
  }

  /// The bank that comes with Fairlead, of our own writing and not yet validated: no round has been
  /// analysed with it.
  public static ItemBank shipped() {
    return Shipped.BANK;
  }

  /// A bank without anything, to read instruments by that have all of their items written out.
  public static ItemBank empty() {
    return new ItemBank();
  }

  /// A bank of one file, for tests.
  static ItemBank of(String name, String text) {
    ItemBank bank = new ItemBank();
    bank.add(name, text);
    return bank;
  }

  /// @throws IllegalStateException for a mistake in a file, since these come with the product
  private void add(String name, String text) {
    List<FileProblem> problems = new ArrayList<>();
    YamlEntry.root("a file of the bank", text, KEYS, problems).ifPresent(this::file);
    if (!problems.isEmpty() || !competencies.containsKey(name)) {
      throw new IllegalStateException("the bank's " + name + ": " + problems);
    }
  }

  private void file(YamlEntry file) {
    List<String> there = InstrumentFile.languages(file);
    String language = there.isEmpty() ? "en" : there.getFirst();
    String id = file.text("competency");
    file.whole("edition", 1, 9_999);
    file.code(
        "status", Validation::find, Stream.of(Validation.values()).map(Validation::code).toList());
    competencies.put(
        id,
        new Competency(
            id,
            file.words("name", language),
            file.words("means", language),
            ItemReader.about(file)));
    languages.put(id, there);
    ItemReader reader = new ItemReader(language);
    for (YamlEntry entry : file.entries("items", "an item", ItemReader.KEYS)) {
      Item item = reader.item(entry, id);
      if (items.putIfAbsent(item.id(), item) != null) {
        entry.problem("id", "there is an item '%s' already".formatted(item.id()));
      }
    }
  }

  public List<Competency> competencies() {
    return List.copyOf(competencies.values());
  }

  public List<Item> items() {
    return List.copyOf(items.values());
  }

  /// The items of one competency.
  public List<Item> items(String competency) {
    return items.values().stream().filter(item -> item.competency().equals(competency)).toList();
  }

  public Optional<Competency> competency(String id) {
    return Optional.ofNullable(competencies.get(id));
  }

  /// By its id: `communication.point-first`.
  public Optional<Item> find(String id) {
    return Optional.ofNullable(items.get(id));
  }

  /// The languages that a competency's items are there in.
  List<String> languages(String competency) {
    return languages.getOrDefault(competency, List.of());
  }
}
