package io.fairlead.methods.instruments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// A section of a YAML file. What is missing, unknown or not what it should be is put down with its
/// line, and reading goes on, so that one reading finds everything.
public final class YamlEntry {
  private static final int LONGEST_FILE = 200_000;
  private static final int LONGEST_TEXT = 1_000;
  private static final int DEEPEST = 10;

  private final Map<String, Node> values = new LinkedHashMap<>();
  private final String name;
  private final int line;
  private final List<FileProblem> problems;

  private YamlEntry(String name, Node node, Set<String> known, List<FileProblem> problems) {
    this.name = name;
    this.line = line(node);
    this.problems = problems;
    if (!(node instanceof MappingNode mapping)) {
      problem(line, "%s holds %s".formatted(name, list(known)));
      return;
    }
    for (NodeTuple entry : mapping.getValue()) {
      String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!known.isEmpty() && !known.contains(key)) {
        problem(
            line(entry.getKeyNode()),
            "%s knows no '%s'; it knows %s".formatted(name, key, list(known)));
      } else if (values.putIfAbsent(key, entry.getValueNode()) != null) {
        problem(line(entry.getKeyNode()), "'%s' stands here a second time".formatted(key));
      }
    }
  }

  /// The whole of a file, or nothing where it cannot be read at all.
  public static Optional<YamlEntry> root(
      String name, String text, Set<String> known, List<FileProblem> problems) {
    if (text.length() > LONGEST_FILE) {
      problems.add(new FileProblem(1, "a file has at most " + LONGEST_FILE + " characters"));
      return Optional.empty();
    }
    try {
      problems.addAll(refused(text));
      if (!problems.isEmpty()) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(settings()).composeString(text);
      if (root.isEmpty()) {
        problems.add(new FileProblem(1, "the file is empty"));
      }
      return root.map(node -> new YamlEntry(name, node, known, problems));
    } catch (YamlEngineException unreadable) {
      String why = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
      int at =
          unreadable instanceof MarkedYamlEngineException marked
              ? marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1)
              : 1;
      problems.add(new FileProblem(at, "this is not readable as YAML: " + why));
      return Optional.empty();
    }
  }

  /// Told from its events, which cost no stack.
  private static List<FileProblem> refused(String text) {
    int depth = 0;
    for (Event event : new Parse(settings()).parseString(text)) {
      int at = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
      depth +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      if (depth > DEEPEST) {
        return List.of(new FileProblem(at, "this is nested too deep"));
      }
      if (event instanceof AliasEvent) {
        return List.of(new FileProblem(at, "aliases are not read here: write the value out"));
      }
    }
    return List.of();
  }

  private static LoadSettings settings() {
    return LoadSettings.builder().setSchema(new CoreSchema()).setUseMarks(true).build();
  }

  int line() {
    return line;
  }

  /// Whether the key is there, whatever it holds.
  public boolean has(String key) {
    return values.containsKey(key);
  }

  Set<String> keys() {
    return values.keySet();
  }

  /// Puts a problem down with the line of a key, or of the section where the key is missing.
  public void problem(String key, String message) {
    problem(line(key), message);
  }

  private void problem(int at, String message) {
    problems.add(new FileProblem(at, message));
  }

  private int line(String key) {
    Node node = values.get(key);
    return node == null ? line : line(node);
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  private @Nullable Node required(String key) {
    Node node = values.get(key);
    if (node == null) {
      problem(line, "%s needs '%s'".formatted(name, key));
    }
    return node;
  }

  /// A text, or "" with a problem.
  public String text(String key) {
    Node node = required(key);
    return node == null ? "" : text(key, node);
  }

  private String text(String key, Node node) {
    if (!(node instanceof ScalarNode scalar)
        || !node.getTag().equals(Tag.STR)
        || scalar.getValue().isBlank()) {
      problem(line(node), "'%s' is a text".formatted(key));
      return "";
    }
    if (scalar.getValue().length() > LONGEST_TEXT) {
      problem(line(node), "'%s' has at most %d characters".formatted(key, LONGEST_TEXT));
      return "";
    }
    return scalar.getValue().strip();
  }

  /// One of a few words, or null with a problem that says them.
  <T> @Nullable T code(String key, Function<String, Optional<T>> find, List<String> known) {
    Node node = required(key);
    if (node == null) {
      return null;
    }
    Optional<T> found =
        node instanceof ScalarNode scalar ? find.apply(scalar.getValue()) : Optional.empty();
    if (found.isEmpty()) {
      problem(line(node), "'%s' is one of %s".formatted(key, String.join(", ", known)));
    }
    return found.orElse(null);
  }

  /// A whole number from `least` to `most`; with a problem, `least`.
  public int whole(String key, int least, int most) {
    Node node = required(key);
    if (node instanceof ScalarNode scalar && scalar.getValue().matches("\\d{1,6}")) {
      int number = Integer.parseInt(scalar.getValue());
      if (number >= least && number <= most) {
        return number;
      }
    }
    if (node != null) {
      problem(line(node), "'%s' is a whole number from %d to %d".formatted(key, least, most));
    }
    return least;
  }

  boolean flag(String key) {
    Node node = values.get(key);
    if (node == null) {
      return false;
    }
    if (!(node instanceof ScalarNode scalar) || !node.getTag().equals(Tag.BOOL)) {
      problem(line(node), "'%s' is true or false".formatted(key));
      return false;
    }
    return Boolean.parseBoolean(scalar.getValue());
  }

  /// A text in the file's language, or texts by language.
  LocalText words(String key, String language) {
    Node node = required(key);
    return node == null ? LocalText.of(language, "") : words(key, node, language);
  }

  private LocalText words(String key, Node node, String language) {
    if (!(node instanceof MappingNode)) {
      return LocalText.of(language, text(key, node));
    }
    YamlEntry entry = new YamlEntry("'" + key + "'", node, Set.of(), problems);
    Map<String, String> texts = new LinkedHashMap<>();
    for (String tag : entry.keys()) {
      if (!isLanguage(tag)) {
        entry.problem(tag, "'%s' is no language: write en, de or pt-BR".formatted(tag));
      }
      texts.put(tag, entry.text(tag));
    }
    if (texts.isEmpty()) {
      problem(line(node), "'%s' is a text".formatted(key));
    }
    return texts.isEmpty() ? LocalText.of(language, "") : new LocalText(texts);
  }

  static boolean isLanguage(String tag) {
    return tag.matches("[a-z]{2,3}(-[A-Z]{2})?");
  }

  List<LocalText> wordsList(String key, String language) {
    return sequence(key).stream().map(node -> words(key, node, language)).toList();
  }

  /// The texts of a list that has to be there and to hold something.
  public List<String> texts(String key) {
    return sequence(key).stream().map(node -> text(key, node)).toList();
  }

  /// What a reader makes of each text of a list; its objections are put down with their lines.
  ///
  /// @param reader throws an `IllegalArgumentException` that says what is wrong
  public <T> List<T> parsed(String key, Function<String, T> reader) {
    List<T> read = new ArrayList<>();
    for (Node node : sequence(key)) {
      String text = text(key, node);
      try {
        if (!text.isEmpty()) {
          read.add(reader.apply(text));
        }
      } catch (IllegalArgumentException objection) {
        problem(line(node), String.valueOf(objection.getMessage()));
      }
    }
    return read;
  }

  /// The nodes of a list that has to be there and to hold something.
  private List<Node> sequence(String key) {
    Node node = required(key);
    if (node instanceof SequenceNode list && !list.getValue().isEmpty()) {
      return list.getValue();
    }
    if (node != null) {
      problem(line(node), "'%s' is a list".formatted(key));
    }
    return List.of();
  }

  /// The sections of a list.
  List<YamlEntry> entries(String key, String each, Set<String> known) {
    return sequence(key).stream().map(node -> new YamlEntry(each, node, known, problems)).toList();
  }

  /// Of a list of names and sections, each as what it is.
  <T> List<T> mixed(
      String key,
      String each,
      Set<String> known,
      Function<ScalarNode, Optional<T>> named,
      Function<YamlEntry, T> written) {
    List<T> found = new ArrayList<>();
    for (Node node : sequence(key)) {
      if (node instanceof ScalarNode scalar) {
        named.apply(scalar).ifPresent(found::add);
      } else {
        found.add(written.apply(new YamlEntry(each, node, known, problems)));
      }
    }
    return found;
  }

  /// A section within this one; an empty one where it is missing.
  Optional<YamlEntry> section(String key, Set<String> known) {
    return Optional.ofNullable(values.get(key))
        .map(node -> new YamlEntry("'" + key + "'", node, known, problems));
  }

  /// Texts by key.
  Map<String, String> textsByKey(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    section(key, Set.of())
        .ifPresent(entry -> entry.keys().forEach(each -> texts.put(each, entry.text(each))));
    return texts;
  }

  private static String list(Set<String> known) {
    return String.join(", ", known.stream().sorted().toList());
  }
}
