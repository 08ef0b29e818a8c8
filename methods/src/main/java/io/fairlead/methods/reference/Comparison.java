package io.fairlead.methods.reference;

import io.fairlead.methods.reference.CheckedCase.Difference;
import io.fairlead.methods.reference.CheckedCase.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Compares the figures of one case as they come. A difference counts relative to the expected
/// figure where that is larger than 1, and absolutely where it is smaller.
final class Comparison {
  private final String name;
  private final double tolerance;
  private final List<Difference> differences = new ArrayList<>();
  private int figures;

  Comparison(String name, double tolerance) {
    this.name = name;
    this.tolerance = tolerance;
  }

  String name() {
    return name;
  }

  /// An expected JSON figure, or null where none can be had, against what the methods gave.
  Comparison figure(String figure, JsonNode expected, OptionalDouble actual) {
    figures++;
    if (expected.isMissingNode()) {
      return differs(figure, "a figure in the file", "nothing");
    }
    if (expected.isNull() != actual.isEmpty()) {
      return differs(figure, expected.toString(), shown(actual));
    }
    if (expected.isNull()) {
      return this;
    }
    double wanted = expected.doubleValue();
    double allowed = tolerance * Math.max(1, Math.abs(wanted));
    if (!(Math.abs(actual.orElseThrow() - wanted) <= allowed)) {
      return differs(figure, expected.toString(), shown(actual));
    }
    return this;
  }

  Comparison figure(String figure, JsonNode expected, double actual) {
    return figure(figure, expected, OptionalDouble.of(actual));
  }

  /// A figure whose difference counts as it is.
  Comparison absolute(String figure, JsonNode expected, double actual) {
    return within(figure, expected, actual, tolerance);
  }

  /// A figure whose difference counts relative to what is expected.
  Comparison relative(String figure, JsonNode expected, double actual) {
    return within(figure, expected, actual, tolerance * Math.abs(expected.asDouble(0)));
  }

  private Comparison within(String figure, JsonNode expected, double actual, double allowed) {
    figures++;
    return expected.isNumber() && Math.abs(actual - expected.doubleValue()) <= allowed
        ? this
        : differs(figure, expected.toString(), Double.toString(actual));
  }

  Comparison same(String figure, @Nullable Object expected, @Nullable Object actual) {
    figures++;
    return Objects.equals(expected, actual)
        ? this
        : differs(figure, String.valueOf(expected), String.valueOf(actual));
  }

  Verdict verdict() {
    return differences.isEmpty() ? new Verdict.Passed(figures) : new Verdict.Failed(differences);
  }

  private Comparison differs(String figure, String expected, String actual) {
    differences.add(new Difference(figure, expected, actual));
    return this;
  }

  private static String shown(OptionalDouble actual) {
    return actual.isEmpty() ? "none" : Double.toString(actual.getAsDouble());
  }
}
