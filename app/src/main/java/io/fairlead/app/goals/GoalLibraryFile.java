package io.fairlead.app.goals;

import io.fairlead.methods.goals.ObjectiveKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// Reads one file of the goal library. These files come with the product, so that a mistake in one
/// is a bug: whatever is missing, unknown or not what it should be throws and says where.
final class GoalLibraryFile {
  private static final Set<String> FILE = Set.of("function", "edition", "examples");
  private static final Set<String> EXAMPLE =
      Set.of("id", "situation", "kind", "title", "why", "question", "key-results");
  private static final Set<String> KEY_RESULT =
      Set.of(
          "id",
          "title",
          "kind",
          "unit",
          "today",
          "from",
          "to",
          "by",
          "of",
          "low",
          "high",
          "milestones",
          "guardrail",
          "watch");

  private GoalLibraryFile() {}

  /// @param name for what is thrown
  static List<GoalExample> read(String name, String yaml) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setSchema(new FailsafeSchema())
            .setAllowDuplicateKeys(false)
            .build();
    Entry file = Entry.of(name, new Load(settings).loadFromString(yaml), FILE);
    BusinessFunction function = file.code("function", BusinessFunction::find);
    int edition = file.figureOf("edition").intValueExact();
    return file.entries("examples", EXAMPLE).stream()
        .map(entry -> example(entry, function, edition))
        .toList();
  }

  private static GoalExample example(Entry entry, BusinessFunction function, int edition) {
    return new GoalExample(
        entry.text("id"),
        edition,
        function,
        entry.code("situation", Situation::find),
        entry.code("kind", ObjectiveKind::find),
        entry.text("title"),
        entry.text("why"),
        entry.textOr("question", ""),
        entry.entries("key-results", KEY_RESULT).stream().map(GoalLibraryFile::keyResult).toList());
  }

  private static ExampleKeyResult keyResult(Entry entry) {
    return new ExampleKeyResult(
        entry.text("id"),
        entry.text("title"),
        entry.code("kind", KeyResultKind::find),
        entry.textOr("unit", ""),
        entry.text("today"),
        entry.figure("from"),
        entry.figure("to"),
        entry.figure("by"),
        mode(entry),
        entry.figure("low"),
        entry.figure("high"),
        entry.texts("milestones"),
        entry.text("guardrail"),
        entry.text("watch"));
  }

  private static TargetMode mode(Entry entry) {
    return switch (entry.textOr("of", "")) {
      case "" -> TargetMode.ABSOLUTE;
      case "today" -> TargetMode.PERCENT_OF_BASELINE;
      case "points" -> TargetMode.POINTS;
      default -> throw entry.wrong("of");
    };
  }

  /// A mapping of the file, and where it stands.
  private record Entry(String at, Map<?, ?> values) {
    static Entry of(String at, @Nullable Object node, Set<String> known) {
      if (!(node instanceof Map<?, ?> values)) {
        throw new IllegalStateException(at + " is no mapping");
      }
      Entry entry = new Entry(at, values);
      for (Object key : values.keySet()) {
        if (!(key instanceof String name) || !known.contains(name)) {
          throw entry.wrong(String.valueOf(key));
        }
      }
      return entry;
    }

    IllegalStateException wrong(String key) {
      return new IllegalStateException(at + ": '" + key + "' is missing, unknown or unreadable");
    }

    String textOr(String key, String otherwise) {
      return values.containsKey(key) ? text(key) : otherwise;
    }

    String text(String key) {
      if (values.get(key) instanceof String text && !text.isBlank()) {
        return text.strip();
      }
      throw wrong(key);
    }

    <C> C code(String key, Function<String, Optional<C>> find) {
      return find.apply(text(key)).orElseThrow(() -> wrong(key));
    }

    @Nullable BigDecimal figure(String key) {
      return values.containsKey(key) ? figureOf(key) : null;
    }

    BigDecimal figureOf(String key) {
      return Figures.parse(text(key)).orElseThrow(() -> wrong(key));
    }

    List<String> texts(String key) {
      return items(key).stream()
          .map(item -> {
            if (item instanceof String text) {
              return text;
            }
            throw wrong(key);
          })
          .toList();
    }

    List<Entry> entries(String key, Set<String> known) {
      List<Entry> entries = new ArrayList<>();
      for (Object item : items(key)) {
        entries.add(of(at + " " + key + "[" + entries.size() + "]", item, known));
      }
      return entries;
    }

    private List<?> items(String key) {
      if (!values.containsKey(key)) {
        return List.of();
      }
      if (values.get(key) instanceof List<?> items) {
        return items;
      }
      throw wrong(key);
    }
  }
}
