package io.fairlead.app.instruments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A document as the fields of a form, named by where they stand:
/// `sections.0.items.2.wording.self.en`. An item of the bank is `sections.0.items.1.bank`, whoever
/// may be asked `raters.peer`.
///
/// @param values in the order of the document
/// @param lines where each stands in the document, from 1; also of lists that are empty
record InstrumentFields(Map<String, String> values, Map<String, Integer> lines) {
  private static final int DEEPEST = 10;
  private static final String ITEM = "sections\\.\\d+\\.items\\.\\d+\\.";

  /// What is said in each language.
  private static final String TEXT =
      "name|audience|competencies\\.\\d+\\.(name|means)|sections\\.\\d+\\.name|"
          + ITEM
          + "(wording\\.[a-z]+|anchors\\.\\d+)|comments\\.\\d+\\.text"
          + "|validity\\.(purpose|content|reliability|not-for\\.\\d+)";

  private static final Pattern UNTRANSLATED = Pattern.compile(TEXT);

  private static final Pattern KNOWN =
      Pattern.compile(
          "instrument|edition|languages|points|minutes|raters\\.[a-z]+"
              + "|competencies\\.\\d+\\.(id|about)|comments\\.\\d+\\.(id|kind|required|accepted\\.[a-z-]+)|"
              + ITEM
              + "(bank|id|competency|about|accepted\\.[a-z-]+)|validity\\.status|("
              + TEXT
              + ")\\.[a-z]{2,3}(-[A-Z]{2})?");

  /// The fields of a document; nothing where a form could not show all that stands in it.
  static Optional<InstrumentFields> of(String document) {
    try {
      if (!isFlat(document)) {
        return Optional.empty();
      }
      Map<String, String> values = new LinkedHashMap<>();
      Map<String, Integer> lines = new LinkedHashMap<>();
      Optional<Node> root = new Compose(settings()).composeString(document);
      if (root.isEmpty() || !walk(root.get(), "", values, lines)) {
        return Optional.empty();
      }
      return Optional.of(new InstrumentFields(values, lines).translated())
          .filter(found -> found.values().keySet().stream().allMatch(InstrumentFields::isKnown));
    } catch (YamlEngineException _) {
      return Optional.empty();
    }
  }

  /// Whether it is the name of a field.
  static boolean isKnown(String path) {
    return KNOWN.matcher(path).matches();
  }

  /// Told from its events, which cost no stack.
  private static boolean isFlat(String document) {
    int depth = 0;
    for (Event event : new Parse(settings()).parseString(document)) {
      depth +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      if (depth > DEEPEST || event instanceof AliasEvent) {
        return false;
      }
    }
    return true;
  }

  private static LoadSettings settings() {
    return LoadSettings.builder().setUseMarks(true).build();
  }

  /// @return false where something stands twice
  private static boolean walk(
      Node node, String path, Map<String, String> values, Map<String, Integer> lines) {
    if (node instanceof CollectionNode<?> collection && collection.getValue().isEmpty()) {
      lines.put(path, line(node));
      return true;
    }
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (!walk(entry.getValueNode(), below(path, key), values, lines)) {
          return false;
        }
      }
      return true;
    }
    if (node instanceof SequenceNode sequence) {
      for (int i = 0; i < sequence.getValue().size(); i++) {
        if (!walk(sequence.getValue().get(i), below(path, Integer.toString(i)), values, lines)) {
          return false;
        }
      }
      return true;
    }
    lines.put(path, line(node));
    return values.putIfAbsent(path, ((ScalarNode) node).getValue()) == null;
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  private static String below(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /// Lists as single fields, and texts that say no language as said in the first.
  private InstrumentFields translated() {
    List<String> languages = new ArrayList<>();
    values.forEach((path, value) -> {
      if (path.matches("languages\\.\\d+")) {
        languages.add(value);
      }
    });
    String first = languages.isEmpty() ? "en" : languages.getFirst();
    Map<String, String> named = new LinkedHashMap<>();
    Map<String, Integer> at = new LinkedHashMap<>(lines);
    at.keySet().removeAll(values.keySet());
    named.put("languages", String.join(", ", languages));
    values.forEach((path, value) -> {
      String field = path;
      String says = value;
      if (path.matches("languages\\.\\d+")) {
        at.putIfAbsent("languages", line(path));
        return;
      }
      if (path.matches("raters\\.\\d+")) {
        field = "raters." + value;
        says = "true";
      } else if (path.matches("sections\\.\\d+\\.items\\.\\d+")) {
        field = path + ".bank";
      } else if (UNTRANSLATED.matcher(path).matches()) {
        field = path + "." + first;
      }
      named.put(field, says);
      at.put(field, line(path));
    });
    return new InstrumentFields(named, at);
  }

  private int line(String path) {
    return lines.getOrDefault(path, 1);
  }

  /// The field that a line of the document is about; null where there is none.
  @Nullable String at(int line) {
    return lines.entrySet().stream()
        .filter(each -> each.getValue() == line)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /// The languages that a form names, such as `en, de`.
  static List<String> languages(Map<String, String> values) {
    return Stream.of(values.getOrDefault("languages", "").split("[\\s,;]+", -1))
        .filter(each -> !each.isEmpty())
        .distinct()
        .toList();
  }

  /// The rows that a list has, such as `sections` or `sections.0.items`.
  static List<Integer> rows(Map<String, String> values, String list) {
    TreeSet<Integer> rows = new TreeSet<>();
    for (String path : values.keySet()) {
      if (path.startsWith(list + ".")) {
        String number = path.substring(list.length() + 1).split("\\.", 2)[0];
        if (number.matches("\\d{1,4}")) {
          rows.add(Integer.parseInt(number));
        }
      }
    }
    return List.copyOf(rows);
  }
}
