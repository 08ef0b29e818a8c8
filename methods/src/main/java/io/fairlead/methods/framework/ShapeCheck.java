package io.fairlead.methods.framework;

import io.fairlead.methods.framework.FrameworkDocument.Place;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Holds YAML nodes against the shape of the document and collects what does not fit; yields plain
/// values with defaults filled in, and where each path stands.
final class ShapeCheck {
  private static final Set<Tag> KNOWN_TAGS =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  List<Problem> problems() {
    return problems;
  }

  Map<String, Place> places() {
    return places;
  }

  Map<String, Object> document(@Nullable Node root) {
    if (root == null) {
      problems.add(
          new Problem(
              "missing-key",
              1,
              1,
              "organisation",
              "the document is empty",
              "begin with 'organisation:'"));
      return Map.of();
    }
    return section(FrameworkShape.DOCUMENT, root, "");
  }

  private @Nullable Object value(Shape shape, Node node, String path) {
    if (!KNOWN_TAGS.contains(node.getTag())) {
      add(
          "tag",
          node,
          path,
          "tags such as " + node.getTag() + " are not read here",
          "remove the tag");
      return null;
    }
    return switch (shape) {
      case Shape.Section section -> section(section, node, path);
      case Shape.Items items -> items(items, node, path);
      case Shape.Text(int longest) -> text(node, path, longest);
      case Shape.Choice(List<String> words) -> choice(words, node, path);
      case Shape.Flag _ -> flag(node, path);
      case Shape.Whole(int least, int most) -> whole(node, path, least, most);
      case Shape.Fraction(double least, double most) -> fraction(node, path, least, most);
      case Shape.Day _ -> day(node, path);
      case Shape.Zone _ -> zone(node, path);
      case Shape.Language _ -> language(node, path);
    };
  }

  private Map<String, Object> section(Shape.Section shape, Node node, String path) {
    Map<String, Node> written = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        entry(shape, written, entry, path);
      }
    } else if (!isEmpty(node)) {
      wrongType(node, path, "a section of fields, each on a line as 'name: value',", null);
      return Map.of();
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field field : shape.fields()) {
      String fieldPath = path.isEmpty() ? field.name() : path + "." + field.name();
      Node child = written.get(field.name());
      Object value =
          child == null ? silence(field, node, fieldPath) : value(field.shape(), child, fieldPath);
      if (value != null) {
        values.put(field.name(), value);
      }
    }
    return values;
  }

  private void entry(Shape.Section shape, Map<String, Node> written, NodeTuple entry, String path) {
    if (!(entry.getKeyNode() instanceof ScalarNode key)) {
      add("key-not-text", entry.getKeyNode(), path, "a key must be a word", null);
      return;
    }
    String name = key.getValue();
    String keyPath = path.isEmpty() ? name : path + "." + name;
    if (shape.field(name).isEmpty()) {
      unknown(shape, key, path, keyPath);
      return;
    }
    if (written.containsKey(name)) {
      Place first = places.getOrDefault(keyPath, new Place(1, 1));
      add(
          "duplicate-key",
          key,
          keyPath,
          "'" + name + "' stands here a second time",
          "it is already on line " + first.line());
      return;
    }
    written.put(name, entry.getValueNode());
    places.put(keyPath, place(key));
  }

  private void unknown(Shape.Section shape, ScalarNode key, String path, String keyPath) {
    String name = key.getValue();
    if (path.isEmpty() && FrameworkShape.LATER.contains(name)) {
      add(
          "unknown-section",
          key,
          keyPath,
          "this version of Fairlead has no section '" + name + "' yet",
          "remove it, or use a version that has it");
      return;
    }
    String code = path.isEmpty() ? "unknown-section" : "unknown-key";
    String where =
        path.isEmpty() ? "section '" + name + "'" : "key '" + name + "' in '" + path + "'";
    String remedy =
        Nearest.to(name, shape.names())
            .map(near -> "did you mean '" + near + "'?")
            .or(() -> KnownPaths.elsewhere(name).map(other -> "did you mean '" + other + "'?"))
            .orElse("known here: " + String.join(", ", shape.names()));
    add(code, key, keyPath, "unknown " + where, remedy);
  }

  private @Nullable Object silence(Field field, Node around, String path) {
    if (field.required()) {
      add(
          "missing-key",
          around,
          path,
          "'"
              + field.name()
              + "' is missing"
              + (path.contains(".")
                  ? " in '" + path.substring(0, path.lastIndexOf('.')) + "'"
                  : ""),
          "add '" + field.name() + ":'");
      return null;
    }
    if (field.fillsItself() && field.shape() instanceof Shape.Section section) {
      return Defaults.of(section);
    }
    return field.fallback();
  }

  private @Nullable List<Object> items(Shape.Items shape, Node node, String path) {
    if (!(node instanceof SequenceNode sequence)) {
      wrongType(
          node,
          path,
          "a list",
          node instanceof ScalarNode scalar && !isEmpty(node)
              ? "[" + scalar.getValue() + "]"
              : null);
      return null;
    }
    List<Object> values = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (Node item : sequence.getValue()) {
      String itemPath = path + "[" + values.size() + "]";
      places.put(itemPath, place(item));
      Object value = value(shape.item(), item, itemPath);
      if (shape.distinct() && value != null && !seen.add(value)) {
        add("duplicate-item", item, itemPath, "'" + value + "' is listed twice", "remove one");
      }
      values.add(value == null ? "" : value);
    }
    if (values.size() < shape.least() || values.size() > shape.most()) {
      add(
          "list-length",
          node,
          path,
          "a list of "
              + shape.least()
              + " to "
              + shape.most()
              + " items is expected, here are "
              + values.size(),
          null);
    }
    return values;
  }

  private @Nullable String text(Node node, String path, int longest) {
    String text = plain(node, path, "text", Tag.STR);
    if (text == null) {
      return null;
    }
    if (text.isBlank()) {
      add("empty", node, path, "the text is empty", "write something, or remove the key");
      return null;
    }
    if (text.codePointCount(0, text.length()) > longest) {
      add("too-long", node, path, "the text is longer than " + longest + " characters", null);
      return null;
    }
    return text;
  }

  private @Nullable String choice(List<String> words, Node node, String path) {
    String word = plain(node, path, "one of " + String.join(", ", words), Tag.STR);
    if (word == null || words.contains(word)) {
      return word;
    }
    add(
        "unknown-word",
        node,
        path,
        "'" + word + "' is none of " + String.join(", ", words),
        Nearest.to(word, words).map(near -> "did you mean '" + near + "'?").orElse(null));
    return null;
  }

  private @Nullable Boolean flag(Node node, String path) {
    if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.BOOL)) {
      return Boolean.valueOf(scalar.getValue().toLowerCase(Locale.ROOT));
    }
    String meant =
        node instanceof ScalarNode scalar ? scalar.getValue().toLowerCase(Locale.ROOT) : "";
    String remedy =
        switch (meant) {
          case "yes", "on", "y", "1" -> "write true";
          case "no", "off", "n", "0" -> "write false";
          default -> null;
        };
    wrongType(node, path, "true or false", remedy);
    return null;
  }

  private @Nullable Integer whole(Node node, String path, int least, int most) {
    String digits = plain(node, path, "a whole number", Tag.INT);
    if (digits == null) {
      return null;
    }
    if (!digits.matches("[+-]?[0-9]{1,9}")) {
      wrongType(node, path, "a whole number", null);
      return null;
    }
    int number = Integer.parseInt(digits);
    return inRange(number, least, most, null, node, path) ? number : null;
  }

  private @Nullable Double fraction(Node node, String path, double least, double most) {
    String digits = plain(node, path, "a number", Tag.FLOAT, Tag.INT);
    if (digits == null) {
      return null;
    }
    if (!digits.matches("[+-]?[0-9]{0,9}\\.?[0-9]{1,9}")) {
      wrongType(node, path, "a number such as 0.7", null);
      return null;
    }
    double number = Double.parseDouble(digits);
    String remedy =
        most == 1 && number > 1 && number <= 100
            ? "write " + number / 100 + " for " + Wording.number(number) + " %"
            : null;
    return inRange(number, least, most, remedy, node, path) ? number : null;
  }

  private boolean inRange(
      double number, double least, double most, @Nullable String remedy, Node node, String path) {
    if (number >= least && number <= most) {
      return true;
    }
    String range =
        least == most
            ? " is not " + Wording.number(least) + ", which is all that can stand here"
            : " is not between " + Wording.number(least) + " and " + Wording.number(most);
    add("out-of-range", node, path, Wording.number(number) + range, remedy);
    return false;
  }

  private @Nullable String day(Node node, String path) {
    String text = plain(node, path, "a date as 2026-01-31", Tag.STR);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text).toString();
    } catch (DateTimeException e) {
      add(
          "not-a-date",
          node,
          path,
          "'" + text + "' is not a date",
          "write year-month-day, as 2026-01-31");
      return null;
    }
  }

  private @Nullable String zone(Node node, String path) {
    String name = plain(node, path, "a time zone such as Europe/Berlin", Tag.STR);
    if (name == null || ZoneId.getAvailableZoneIds().contains(name)) {
      return name;
    }
    add(
        "unknown-zone",
        node,
        path,
        "'" + name + "' is no time zone",
        Nearest.to(name, ZoneId.getAvailableZoneIds())
            .map(near -> "did you mean '" + near + "'?")
            .orElse("write it as Europe/Berlin"));
    return null;
  }

  private @Nullable String language(Node node, String path) {
    String tag = plain(node, path, "a language such as en or pt-BR", Tag.STR);
    if (tag == null) {
      return null;
    }
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      if (Set.of(Locale.getISOLanguages()).contains(locale.getLanguage())) {
        return tag;
      }
    } catch (IllformedLocaleException e) {
      // said below
    }
    add(
        "unknown-language",
        node,
        path,
        "'" + tag + "' is no language",
        "write it as en, de or pt-BR");
    return null;
  }

  private @Nullable String plain(Node node, String path, String expected, Tag... tags) {
    if (node instanceof ScalarNode scalar && Set.of(tags).contains(node.getTag())) {
      return scalar.getValue();
    }
    boolean wouldQuote =
        Set.of(tags).contains(Tag.STR) && node instanceof ScalarNode && !isEmpty(node);
    boolean isQuoted =
        node instanceof ScalarNode && node.getTag().equals(Tag.STR) && !isPlain(node);
    wrongType(
        node,
        path,
        expected,
        wouldQuote
            ? "\"" + ((ScalarNode) node).getValue() + "\""
            : isQuoted ? "remove the quotes" : null);
    return null;
  }

  private static boolean isPlain(Node node) {
    return node instanceof ScalarNode scalar && scalar.isPlain();
  }

  private static boolean isEmpty(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private void wrongType(Node node, String path, String expected, @Nullable String meant) {
    String here =
        switch (node) {
          case MappingNode _ -> "a section";
          case SequenceNode _ -> "a list";
          case ScalarNode _ when isEmpty(node) -> "nothing";
          case ScalarNode scalar -> "'" + scalar.getValue().lines().findFirst().orElse("") + "'";
          default -> "something else";
        };
    String remedy =
        meant == null || meant.startsWith("write ") || meant.startsWith("remove ")
            ? meant
            : "did you mean " + meant + "?";
    add("wrong-type", node, path, expected + " is expected here, not " + here, remedy);
  }

  private void add(String code, Node node, String path, String message, @Nullable String remedy) {
    Place place = place(node);
    problems.add(new Problem(code, place.line(), place.column(), path, message, remedy));
  }

  private static Place place(Node node) {
    Mark mark = node.getStartMark().orElseThrow();
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
