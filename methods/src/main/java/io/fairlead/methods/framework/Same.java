package io.fairlead.methods.framework;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether two values say the same: numbers by their size, sections in any order, an empty section
/// like none at all.
final class Same {
  private Same() {}

  static boolean values(@Nullable Object a, @Nullable Object b) {
    Object left = a instanceof Map<?, ?> map && map.isEmpty() ? null : a;
    Object right = b instanceof Map<?, ?> map && map.isEmpty() ? null : b;
    return switch (left) {
      case null -> right == null;
      case Map<?, ?> map -> right instanceof Map<?, ?> other && maps(map, other);
      case List<?> list -> right instanceof List<?> other && lists(list, other);
      case Number number ->
          right instanceof Number other && decimal(number).compareTo(decimal(other)) == 0;
      default -> left.equals(right);
    };
  }

  private static boolean maps(Map<?, ?> a, Map<?, ?> b) {
    Set<Object> keys = new HashSet<>(a.keySet());
    keys.addAll(b.keySet());
    return keys.stream().allMatch(key -> values(a.get(key), b.get(key)));
  }

  private static boolean lists(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!values(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static BigDecimal decimal(Number number) {
    return new BigDecimal(number.toString());
  }
}
