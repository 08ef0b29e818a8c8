package io.fairlead.methods.measures;

import io.fairlead.methods.measures.FormulaValue.Known;
import io.fairlead.methods.measures.FormulaValue.Missing;
import io.fairlead.methods.measures.FormulaValue.Reason;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// A part of a formula.
sealed interface FormulaNode {

  /// What it gives at one time of aligned series.
  FormulaValue at(int time, Map<String, List<OptionalDouble>> measures);

  record Constant(double value) implements FormulaNode {
    @Override
    public FormulaValue at(int time, Map<String, List<OptionalDouble>> measures) {
      return new Known(value);
    }
  }

  record Measure(String name) implements FormulaNode {
    @Override
    public FormulaValue at(int time, Map<String, List<OptionalDouble>> measures) {
      List<OptionalDouble> series = measures.getOrDefault(name, List.of());
      if (time >= series.size() || series.get(time).isEmpty()) {
        return new Missing(Reason.NO_INPUT);
      }
      return FormulaValue.of(series.get(time).getAsDouble());
    }
  }

  record Negated(FormulaNode of) implements FormulaNode {
    @Override
    public FormulaValue at(int time, Map<String, List<OptionalDouble>> measures) {
      return switch (of.at(time, measures)) {
        case Known(double value) -> new Known(-value);
        case Missing missing -> missing;
      };
    }
  }

  record Joined(FormulaNode left, char sign, FormulaNode right) implements FormulaNode {
    @Override
    public FormulaValue at(int time, Map<String, List<OptionalDouble>> measures) {
      FormulaValue first = left.at(time, measures);
      FormulaValue second = right.at(time, measures);
      if (first instanceof Known(double one) && second instanceof Known(double other)) {
        return joined(one, other);
      }
      return first instanceof Missing ? first : second;
    }

    private FormulaValue joined(double first, double second) {
      if (sign == '/' && second == 0) {
        return new Missing(Reason.DIVISION_BY_ZERO);
      }
      return FormulaValue.of(
          switch (sign) {
            case '+' -> first + second;
            case '-' -> first - second;
            case '*' -> first * second;
            case '/' -> first / second;
            default -> throw new IllegalStateException("no sign " + sign);
          });
    }
  }

  record Called(FormulaFunction function, List<FormulaNode> arguments) implements FormulaNode {
    public Called {
      arguments = List.copyOf(arguments);
    }

    @Override
    public FormulaValue at(int time, Map<String, List<OptionalDouble>> measures) {
      double[] values = new double[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        switch (arguments.get(i).at(time, measures)) {
          case Missing missing -> {
            return missing;
          }
          case Known(double value) -> values[i] = value;
        }
      }
      return function.of(values);
    }
  }

  /// What it gave so many times before.
  record Earlier(FormulaNode of, int times) implements FormulaNode {
    @Override
    public FormulaValue at(int time, Map<String, List<OptionalDouble>> measures) {
      return time < times ? new Missing(Reason.NO_INPUT) : of.at(time - times, measures);
    }
  }
}
