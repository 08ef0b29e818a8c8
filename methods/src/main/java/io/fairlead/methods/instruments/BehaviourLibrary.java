package io.fairlead.methods.instruments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Behaviours to choose from for a plan, by competency and level.
public final class BehaviourLibrary {
  private static final Set<String> KEYS = Set.of("competency", "edition", "languages", "levels");
  private static final Set<String> LEVELS = Set.of("languages", "levels");
  private static final int HIGHEST = 5;

  private final List<BehaviourLevel> levels;
  private final Map<String, Behaviour> behaviours = new LinkedHashMap<>();

  private BehaviourLibrary(List<BehaviourLevel> levels) {
    this.levels = levels;
  }

  private static final class Shipped {
    static final BehaviourLibrary LIBRARY = new BehaviourLibrary(readLevels());

    static {
      for (Competency competency : ItemBank.shipped().competencies()) {
        LIBRARY.add(competency.id(), Content.read("library/" + competency.id() + ".yaml"));
      }
    }
  }

  /// The library that comes with Fairlead: six behaviours for each level of each competency of the
  /// bank, of our own writing. The measures are proposals, nothing was measured for them.
  public static BehaviourLibrary shipped() {
    return Shipped.LIBRARY;
  }

  /// A library of one file, for tests.
  static BehaviourLibrary of(String competency, String text) {
    BehaviourLibrary library = new BehaviourLibrary(readLevels());
    library.add(competency, text);
    return library;
  }

  private static List<BehaviourLevel> readLevels() {
    List<FileProblem> problems = new ArrayList<>();
    List<BehaviourLevel> read = new ArrayList<>();
    YamlEntry.root("the levels", Content.read("library/levels.yaml"), LEVELS, problems)
        .ifPresent(file -> {
          String language = InstrumentFile.languages(file).getFirst();
          for (YamlEntry entry :
              file.entries("levels", "a level", Set.of("level", "name", "means"))) {
            read.add(
                new BehaviourLevel(
                    entry.whole("level", 1, HIGHEST),
                    entry.words("name", language),
                    entry.words("means", language)));
          }
        });
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the levels of the library: " + problems);
    }
    return List.copyOf(read);
  }

  /// @throws IllegalStateException for a mistake in a file, since these come with the product
  private void add(String competency, String text) {
    List<FileProblem> problems = new ArrayList<>();
    YamlEntry.root("a file of the library", text, KEYS, problems)
        .ifPresent(file -> file(file, competency));
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the library's " + competency + ": " + problems);
    }
  }

  private void file(YamlEntry file, String competency) {
    List<String> there = InstrumentFile.languages(file);
    String language = there.isEmpty() ? "en" : there.getFirst();
    file.whole("edition", 1, 9_999);
    if (!file.text("competency").equals(competency)) {
      file.problem("competency", "this file is about " + competency);
    }
    for (YamlEntry level : file.entries("levels", "a level", Set.of("level", "behaviours"))) {
      int number = level.whole("level", 1, HIGHEST);
      for (YamlEntry entry :
          level.entries("behaviours", "a behaviour", Set.of("id", "does", "shows"))) {
        String id = competency + "." + ItemReader.id(entry);
        Behaviour behaviour =
            new Behaviour(
                id,
                competency,
                number,
                entry.words("does", language),
                entry.words("shows", language));
        if (behaviours.putIfAbsent(id, behaviour) != null) {
          entry.problem("id", "there is a behaviour '%s' already".formatted(id));
        }
      }
    }
  }

  /// From the lowest.
  public List<BehaviourLevel> levels() {
    return levels;
  }

  public List<Behaviour> behaviours() {
    return List.copyOf(behaviours.values());
  }

  /// Those of one level of a competency, to choose one or two from.
  public List<Behaviour> behaviours(String competency, int level) {
    return behaviours.values().stream()
        .filter(each -> each.competency().equals(competency) && each.level() == level)
        .toList();
  }

  /// By its id: `listening.speaks-last`.
  public Optional<Behaviour> find(String id) {
    return Optional.ofNullable(behaviours.get(id));
  }
}
