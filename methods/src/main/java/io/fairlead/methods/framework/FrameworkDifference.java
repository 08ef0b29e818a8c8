package io.fairlead.methods.framework;

import io.fairlead.methods.framework.Effect.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What changes for people when one document takes another's place. Comments, order and defaults
/// that are merely written out make no difference.
public final class FrameworkDifference {
  private final List<Effect> effects = new ArrayList<>();

  private FrameworkDifference() {}

  /// Every effect, in the order of the document; empty if the two say the same.
  public static List<Effect> between(FrameworkDocument old, FrameworkDocument young) {
    FrameworkDifference difference = new FrameworkDifference();
    difference.section(FrameworkShape.DOCUMENT, "", old.values(), young.values());
    return List.copyOf(difference.effects);
  }

  private void section(Shape.Section shape, String under, Map<?, ?> old, Map<?, ?> young) {
    for (Field field : shape.fields()) {
      String path = under.isEmpty() ? field.name() : under + "." + field.name();
      field(field, path, old.get(field.name()), young.get(field.name()));
    }
  }

  private void field(Field field, String path, @Nullable Object before, @Nullable Object after) {
    if (Same.values(before, after)) {
      return;
    }
    switch (field.shape()) {
      case Shape.Section _ when path.startsWith("vocabulary.") -> noun(path, before, after);
      case Shape.Section section -> section(section, path, map(before), map(after));
      case Shape.Items(Shape.Section item, _, _, _) ->
          named(field, item, path, list(before), list(after));
      case Shape.Items _ -> words(field, path, list(before), list(after));
      case Shape.Text _,
          Shape.Choice _,
          Shape.Flag _,
          Shape.Whole _,
          Shape.Fraction _,
          Shape.Day _,
          Shape.Zone _,
          Shape.Language _ ->
          value(field, path, before, after);
    }
  }

  private void value(Field field, String path, @Nullable Object before, @Nullable Object after) {
    effects.add(effect(path, before, after, EffectSentences.value(field, path, before, after)));
  }

  private void noun(String path, @Nullable Object before, @Nullable Object after) {
    Noun noun =
        Enum.valueOf(
            Noun.class,
            path.substring("vocabulary.".length())
                .toUpperCase(java.util.Locale.ROOT)
                .replace('-', '_'));
    Noun.Forms was = forms(noun, before);
    Noun.Forms becomes = forms(noun, after);
    effects.add(effect(path, before, after, EffectSentences.noun(noun, was, becomes)));
  }

  private static Noun.Forms forms(Noun noun, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return noun.standard();
    }
    return new Noun.Forms(String.valueOf(map.get("singular")), String.valueOf(map.get("plural")));
  }

  private void words(Field field, String path, List<?> before, List<?> after) {
    for (Object word : before) {
      if (!after.contains(word)) {
        effects.add(
            effect(path, word, null, EffectSentences.word(field, path, word.toString(), false)));
      }
    }
    for (Object word : after) {
      if (!before.contains(word)) {
        effects.add(
            effect(path, null, word, EffectSentences.word(field, path, word.toString(), true)));
      }
    }
  }

  /// Items are known by their name, so that a new order is no difference.
  private void named(Field field, Shape.Section item, String path, List<?> before, List<?> after) {
    Map<String, Integer> old = byName(before);
    Map<String, Integer> young = byName(after);
    old.forEach((name, index) -> {
      if (!young.containsKey(name)) {
        String itemPath = path + "[" + index + "]";
        effects.add(effect(itemPath, name, null, EffectSentences.item(field, name, false)));
      }
    });
    young.forEach((name, index) -> {
      String itemPath = path + "[" + index + "]";
      Integer oldIndex = old.get(name);
      if (oldIndex == null) {
        effects.add(effect(itemPath, null, name, EffectSentences.item(field, name, true)));
      } else {
        fieldsOf(field, item, itemPath, name, map(before.get(oldIndex)), map(after.get(index)));
      }
    });
  }

  private void fieldsOf(
      Field list, Shape.Section item, String path, String name, Map<?, ?> before, Map<?, ?> after) {
    for (Field field : item.fields()) {
      Object was = before.get(field.name());
      Object becomes = after.get(field.name());
      if (!Same.values(was, becomes)) {
        effects.add(
            effect(
                path + "." + field.name(),
                was,
                becomes,
                EffectSentences.ofItem(list, name, field, was, becomes)));
      }
    }
  }

  /// Waivers are known by rule and place, all else by its name.
  private static Map<String, Integer> byName(List<?> items) {
    Map<String, Integer> index = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Map<?, ?> item = map(items.get(i));
      Object place = item.get("path");
      Object name =
          item.containsKey("name")
              ? item.get("name")
              : item.get("rule") + (place == null ? "" : " at " + place);
      index.putIfAbsent(String.valueOf(name), i);
    }
    return index;
  }

  private static Effect effect(
      String path, @Nullable Object before, @Nullable Object after, String sentence) {
    Kind kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
    return new Effect(kind, path, written(before), written(after), sentence);
  }

  private static @Nullable String written(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Double number -> Wording.number(number);
      case Map<?, ?> map -> YamlWriting.inline(map, true);
      default -> value.toString();
    };
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
