package io.fairlead.methods.framework;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What may stand at one place of the document. The reader, the JSON Schema, the reference page,
/// the difference and the studio's form all follow the same shapes, so that they cannot disagree.
public sealed interface Shape {

  /// Some text of 1 to `longest` characters.
  record Text(int longest) implements Shape {}

  /// One of a few words.
  record Choice(List<String> words) implements Shape {
    public Choice {
      words = List.copyOf(words);
    }
  }

  /// `true` or `false`.
  record Flag() implements Shape {}

  /// A whole number.
  record Whole(int least, int most) implements Shape {}

  /// A number with a fraction.
  record Fraction(double least, double most) implements Shape {}

  /// A date as `2026-01-31`.
  record Day() implements Shape {}

  /// A time zone of the IANA database, `Europe/Berlin`.
  record Zone() implements Shape {}

  /// A language, with or without a country: `en`, `pt-BR`.
  record Language() implements Shape {}

  /// A list. `distinct` lists refuse an item that stands there twice.
  record Items(Shape item, int least, int most, boolean distinct) implements Shape {}

  /// Named fields, in the order in which people read them.
  record Section(List<Field> fields) implements Shape {
    public Section {
      fields = List.copyOf(fields);
    }

    public Section(Field... fields) {
      this(Arrays.asList(fields));
    }

    Optional<Field> field(String name) {
      return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    List<String> names() {
      return fields.stream().map(Field::name).toList();
    }
  }

  /// The words of an enumeration as the document writes them: `EVERY_TWO_WEEKS` is
  /// `every-two-weeks`.
  static <E extends Enum<E>> Choice choice(Class<E> type) {
    return new Choice(Arrays.stream(type.getEnumConstants()).map(Shape::word).toList());
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
