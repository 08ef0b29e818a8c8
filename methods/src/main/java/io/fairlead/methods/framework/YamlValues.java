package io.fairlead.methods.framework;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// YAML nodes as plain values: maps in their order, lists, strings, booleans, numbers (as decimals,
/// so that 1 and 1.0 differ only in scale), null.
final class YamlValues {
  private YamlValues() {}

  static @Nullable Object of(@Nullable Node node) {
    return switch (node) {
      case MappingNode mapping -> map(mapping);
      case SequenceNode sequence -> sequence.getValue().stream().map(YamlValues::of).toList();
      case ScalarNode scalar -> scalar(scalar);
      case null, default -> null;
    };
  }

  private static Map<String, @Nullable Object> map(MappingNode mapping) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      values.put(((ScalarNode) entry.getKeyNode()).getValue(), of(entry.getValueNode()));
    }
    return values;
  }

  private static @Nullable Object scalar(ScalarNode scalar) {
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return null;
    }
    if (tag.equals(Tag.BOOL)) {
      return Boolean.valueOf(scalar.getValue().toLowerCase(Locale.ROOT));
    }
    boolean decimal = scalar.getValue().matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)");
    if ((tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) && decimal) {
      return new BigDecimal(scalar.getValue()).stripTrailingZeros();
    }
    return scalar.getValue();
  }
}
