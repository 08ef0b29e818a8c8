package io.fairlead.methods.framework;

import io.fairlead.methods.framework.DocumentPath.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Edits of a document's text at one path that leave everything else as people wrote it: comments,
/// order, blank lines, quotes. Values are text, whole numbers, doubles, booleans, dates, lists and
/// maps of these. Every edit is read back and compared with what was intended before it is
/// returned.
public final class FrameworkEdit {
  private FrameworkEdit() {}

  /// The text with the value at the path; sections and keys on the way are added where missing, a
  /// list or a section is changed item by item. An index one past the end of a list appends.
  ///
  /// @throws IllegalArgumentException if the text is no YAML, or the path leads through something
  ///   that is no section or list
  public static String set(String text, String path, Object value) {
    DocumentPath at = DocumentPath.of(path);
    Object normal = normal(value);
    return checked(
        text,
        reconcile(text, at, normal),
        Objects.requireNonNull(with(values(text), at.steps(), normal)));
  }

  /// The text without the key or item at the path; unchanged if there is none.
  public static String remove(String text, String path) {
    DocumentPath at = DocumentPath.of(path);
    YamlSource source = new YamlSource(text);
    if (source.find(at).isEmpty()) {
      return text;
    }
    return checked(text, new YamlSplice(source).remove(at), without(values(text), at.steps()));
  }

  /// The text with a new item in a list, before the one that has this index now.
  public static String insert(String text, String listPath, int index, Object value) {
    DocumentPath at = DocumentPath.of(listPath);
    List<Object> items = new ArrayList<>();
    if (valueAt(values(text), at.steps()) instanceof List<?> present) {
      items.addAll(present);
    }
    items.add(index, normal(value));
    return set(text, listPath, items);
  }

  private static String reconcile(String text, DocumentPath at, Object value) {
    YamlSource source = new YamlSource(text);
    YamlSource.Spot spot = source.find(at).orElse(null);
    if (spot == null) {
      return new YamlSplice(source).add(at, value);
    }
    Object present = YamlValues.of(spot.node());
    if (Same.values(present, value)) {
      return text;
    }
    if (value instanceof Map<?, ?> wanted && present instanceof Map<?, ?> map) {
      return reconcileMap(text, at, map, wanted);
    }
    if (value instanceof List<?> wanted && present instanceof List<?> list) {
      return reconcileList(text, at, list, wanted);
    }
    return new YamlSplice(source).replace(spot, value);
  }

  private static String reconcileMap(
      String text, DocumentPath at, Map<?, ?> present, Map<?, ?> wanted) {
    String edited = text;
    for (Map.Entry<?, ?> entry : wanted.entrySet()) {
      edited =
          reconcile(
              edited,
              at.child(entry.getKey().toString()),
              Objects.requireNonNull(entry.getValue()));
    }
    for (Object key : present.keySet()) {
      if (!wanted.containsKey(key)) {
        edited = new YamlSplice(new YamlSource(edited)).remove(at.child(key.toString()));
      }
    }
    return edited;
  }

  /// Equal items at both ends stay untouched, so that removing one from the middle removes just
  /// that.
  private static String reconcileList(
      String text, DocumentPath at, List<?> present, List<?> wanted) {
    int head = 0;
    int most = Math.min(present.size(), wanted.size());
    while (head < most && Same.values(present.get(head), wanted.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && Same.values(
            present.get(present.size() - 1 - tail), wanted.get(wanted.size() - 1 - tail))) {
      tail++;
    }
    String edited = text;
    int presentEnd = present.size() - tail;
    int wantedEnd = wanted.size() - tail;
    for (int i = head; i < Math.min(presentEnd, wantedEnd); i++) {
      edited = reconcile(edited, at.item(i), Objects.requireNonNull(wanted.get(i)));
    }
    for (int i = presentEnd; i < wantedEnd; i++) {
      edited =
          new YamlSplice(new YamlSource(edited))
              .insert(at, i, Objects.requireNonNull(wanted.get(i)));
    }
    for (int i = presentEnd - 1; i >= wantedEnd; i--) {
      edited = new YamlSplice(new YamlSource(edited)).remove(at.item(i));
    }
    return edited;
  }

  private static String checked(String before, String after, @Nullable Object intended) {
    Composition.Composed composed = Composition.of(after);
    boolean asIntended =
        composed.problems().isEmpty() && Same.values(YamlValues.of(composed.root()), intended);
    if (!asIntended || !commentsSurvive(before, after)) {
      throw new IllegalArgumentException(
          "this text is written in a way that cannot be edited here; edit it as text");
    }
    return after;
  }

  private static boolean commentsSurvive(String before, String after) {
    List<String> left =
        new ArrayList<>(new YamlSource(after).comments().stream().map(String::strip).toList());
    return new YamlSource(before).comments().stream().map(String::strip).allMatch(left::remove);
  }

  private static @Nullable Object values(String text) {
    return YamlValues.of(new YamlSource(text).root());
  }

  private static Object normal(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach(
            (key, inner) -> copy.put(String.valueOf(key), normal(Objects.requireNonNull(inner))));
        yield copy;
      }
      case List<?> list -> list.stream().map(item -> normal(Objects.requireNonNull(item))).toList();
      case Number number -> number;
      case Boolean flag -> flag;
      case Enum<?> constant -> Shape.word(constant);
      default -> value.toString();
    };
  }

  private static @Nullable Object valueAt(@Nullable Object tree, List<Step> steps) {
    Object at = tree;
    for (Step step : steps) {
      at =
          switch (step) {
            case Step.Key(String name) -> at instanceof Map<?, ?> map ? map.get(name) : null;
            case Step.Index(int index) ->
                at instanceof List<?> list && index < list.size() ? list.get(index) : null;
          };
    }
    return at;
  }

  private static @Nullable Object with(@Nullable Object tree, List<Step> steps, Object value) {
    if (steps.isEmpty()) {
      return value;
    }
    List<Step> rest = steps.subList(1, steps.size());
    return switch (steps.getFirst()) {
      case Step.Key(String name) -> {
        Map<Object, @Nullable Object> map = copy(tree);
        map.put(name, with(map.get(name), rest, value));
        yield map;
      }
      case Step.Index(int index) -> {
        List<@Nullable Object> list =
            new ArrayList<>(tree instanceof List<?> items ? items : List.of());
        if (index < list.size()) {
          list.set(index, with(list.get(index), rest, value));
        } else {
          list.add(with(null, rest, value));
        }
        yield list;
      }
    };
  }

  private static @Nullable Object without(@Nullable Object tree, List<Step> steps) {
    List<Step> rest = steps.subList(1, steps.size());
    return switch (steps.getFirst()) {
      case Step.Key(String name) -> {
        Map<Object, @Nullable Object> map = copy(tree);
        if (rest.isEmpty()) {
          map.remove(name);
        } else {
          map.put(name, without(map.get(name), rest));
        }
        yield map;
      }
      case Step.Index(int index) -> {
        List<@Nullable Object> list =
            new ArrayList<>(tree instanceof List<?> items ? items : List.of());
        if (rest.isEmpty()) {
          list.remove(index);
        } else {
          list.set(index, without(list.get(index), rest));
        }
        yield list;
      }
    };
  }

  private static Map<Object, @Nullable Object> copy(@Nullable Object tree) {
    Map<Object, @Nullable Object> map = new LinkedHashMap<>();
    if (tree instanceof Map<?, ?> present) {
      map.putAll(present);
    }
    return map;
  }
}
