package io.fairlead.methods.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// A policy as YAML: `scale: {low, high}`, `thresholds: {numeric, comments}`, `width`, `colluders`,
/// `unit: competency|item`, `groups: [...]`. All may be left out but `scale`; a key that is not
/// known is refused, since it may be one that was mistyped.
public final class PolicyFile {
  private static final int LONGEST = 20_000;
  private static final int DEEPEST = 5;
  private static final Set<String> KEYS =
      Set.of("scale", "thresholds", "width", "colluders", "unit", "groups");

  private final List<String> problems = new ArrayList<>();

  private PolicyFile() {}

  /// What a text says.
  public sealed interface Read {
    record Policy(ReleasePolicy policy) implements Read {}

    /// Why it says nothing that can be used.
    record Refused(List<String> problems) implements Read {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  public static Read read(String text) {
    if (text.length() > LONGEST) {
      return new Read.Refused(List.of("a policy has at most " + LONGEST + " characters"));
    }
    try {
      if (isDeep(text)) {
        return new Read.Refused(List.of("a policy is not nested that deep"));
      }
      return new PolicyFile().policy(new Load(settings()).loadFromString(text));
    } catch (YamlEngineException unreadable) {
      String why = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
      return new Read.Refused(List.of("this is not readable as YAML: " + why));
    }
  }

  /// Told from its events, which costs no stack.
  private static boolean isDeep(String text) {
    int depth = 0;
    for (Event event : new Parse(settings()).parseString(text)) {
      depth +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      if (depth > DEEPEST) {
        return true;
      }
    }
    return false;
  }

  private static LoadSettings settings() {
    return LoadSettings.builder()
        .setSchema(new CoreSchema())
        .setMaxAliasesForCollections(0)
        .build();
  }

  private Read policy(@Nullable Object root) {
    Map<?, ?> values = map("the policy", root, KEYS);
    Map<?, ?> ends = map("scale", values.get("scale"), Set.of("low", "high"));
    Map<?, ?> thresholds =
        map(
            "thresholds",
            Objects.requireNonNullElse(values.get("thresholds"), Map.of()),
            Set.of("numeric", "comments"));
    Scale scale = scale(ends);
    ReleasePolicy usual = ReleasePolicy.usual(scale);
    ReleasePolicy policy =
        new ReleasePolicy(
            scale,
            number("thresholds.numeric", thresholds.get("numeric"), usual.numeric()),
            number("thresholds.comments", thresholds.get("comments"), usual.comments()),
            number("width", values.get("width"), usual.width()),
            number("colluders", values.get("colluders"), usual.colluders()),
            unit(values.get("unit")),
            groups(values.get("groups"), usual.groups()));
    if (problems.isEmpty()) {
      problems.addAll(policy.problems());
    }
    return problems.isEmpty() ? new Read.Policy(policy) : new Read.Refused(problems);
  }

  private Scale scale(Map<?, ?> ends) {
    for (String end : List.of("low", "high")) {
      if (problems.isEmpty() && ends.get(end) == null) {
        problems.add("scale." + end + " is missing");
      }
    }
    int low = number("scale.low", ends.get("low"), 1);
    int high = number("scale.high", ends.get("high"), 5);
    try {
      return new Scale(low, high);
    } catch (IllegalArgumentException impossible) {
      problems.add("scale: " + impossible.getMessage());
      return new Scale(1, 5);
    }
  }

  private Map<?, ?> map(String name, @Nullable Object value, Set<String> known) {
    if (!(value instanceof Map<?, ?> map)) {
      problems.add(
          value == null
              ? name + " is missing"
              : name + " holds " + String.join(", ", known.stream().sorted().toList()));
      return Map.of();
    }
    for (Object key : map.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        problems.add(
            "%s knows no %s; it knows %s"
                .formatted(name, key, String.join(", ", known.stream().sorted().toList())));
      }
    }
    return map;
  }

  private int number(String name, @Nullable Object value, int usual) {
    return switch (value) {
      case null -> usual;
      case Integer number -> number;
      default -> {
        problems.add(name + " is a whole number, not " + value);
        yield usual;
      }
    };
  }

  private ReleaseUnit unit(@Nullable Object value) {
    if (value == null) {
      return ReleaseUnit.COMPETENCY;
    }
    for (ReleaseUnit unit : ReleaseUnit.values()) {
      if (unit.name().toLowerCase(Locale.ROOT).equals(value)) {
        return unit;
      }
    }
    problems.add("unit is competency or item, not " + value);
    return ReleaseUnit.COMPETENCY;
  }

  private List<String> groups(@Nullable Object value, List<String> usual) {
    if (value == null) {
      return usual;
    }
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    problems.add("groups is a list of names");
    return usual;
  }
}
