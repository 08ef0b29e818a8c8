package io.fairlead.methods.measures;

import io.fairlead.methods.measures.FormulaFlaw.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Reads a formula from left to right, by one method for each thing that can stand in it.
final class FormulaReader {
  private static final int FARTHEST = 1000;

  private final String text;
  private final SortedSet<String> measures = new TreeSet<>();
  private int at;
  private int depth;

  FormulaReader(String text) {
    this.text = text;
  }

  /// Ends the reading; the text is someone's, so this is no bug and carries no trace.
  static final class Misread extends RuntimeException {
    private static final long serialVersionUID = 1;
    final transient FormulaFlaw flaw;

    Misread(FormulaFlaw flaw) {
      super(flaw.toString(), null, false, false);
      this.flaw = flaw;
    }
  }

  SortedSet<String> measures() {
    return measures;
  }

  FormulaNode root() {
    if (text.length() > Formula.LONGEST) {
      throw new Misread(new FormulaFlaw(Kind.TOO_LONG, Formula.LONGEST, ""));
    }
    skipSpace();
    if (at == text.length()) {
      throw misread(Kind.EMPTY);
    }
    FormulaNode root = sum();
    if (at < text.length()) {
      throw misread(known(text.charAt(at)) ? Kind.OPERATOR_EXPECTED : Kind.UNKNOWN_CHARACTER);
    }
    return root;
  }

  private FormulaNode sum() {
    FormulaNode left = product();
    while (next("+") || next("-−")) {
      char sign = text.charAt(at) == '+' ? '+' : '-';
      step();
      left = new FormulaNode.Joined(left, sign, product());
    }
    return left;
  }

  private FormulaNode product() {
    FormulaNode left = factor();
    while (next("*×·") || next("/÷:")) {
      char sign = next("*×·") ? '*' : '/';
      step();
      left = new FormulaNode.Joined(left, sign, factor());
    }
    return left;
  }

  private FormulaNode factor() {
    if (!next("-−")) {
      return value();
    }
    deeper();
    step();
    FormulaNode negated = new FormulaNode.Negated(factor());
    depth--;
    return negated;
  }

  private FormulaNode value() {
    if (at == text.length()) {
      throw misread(Kind.VALUE_EXPECTED);
    }
    char here = text.charAt(at);
    if (next("(")) {
      return inParentheses();
    }
    if (here == '{') {
      return measureInBraces();
    }
    if (digit(here) || here == '.') {
      return new FormulaNode.Constant(number());
    }
    if (Character.isLetter(here)) {
      return named();
    }
    throw misread(known(here) ? Kind.VALUE_EXPECTED : Kind.UNKNOWN_CHARACTER);
  }

  private FormulaNode inParentheses() {
    deeper();
    step();
    FormulaNode inner = sum();
    close();
    depth--;
    return inner;
  }

  private FormulaNode measureInBraces() {
    int end = text.indexOf('}', at);
    if (end < 0) {
      throw misread(Kind.NAME_NOT_CLOSED);
    }
    String name = text.substring(at + 1, end).strip();
    if (name.isEmpty()) {
      throw misread(Kind.NAME_EMPTY);
    }
    at = end + 1;
    skipSpace();
    return measure(name);
  }

  private FormulaNode measure(String name) {
    measures.add(name);
    return new FormulaNode.Measure(name);
  }

  /// A measure, or a function if a parenthesis follows.
  private FormulaNode named() {
    int start = at;
    while (at < text.length() && partOfName(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    skipSpace();
    return next("(") ? called(name, start) : measure(name);
  }

  private FormulaNode called(String name, int start) {
    FormulaFunction function =
        FormulaFunction.named(name)
            .orElseThrow(() -> new Misread(new FormulaFlaw(Kind.UNKNOWN_FUNCTION, start, name)));
    List<FormulaNode> arguments = arguments();
    if (arguments.size() < function.fewest || arguments.size() > function.most) {
      throw new Misread(new FormulaFlaw(Kind.WRONG_NUMBER_OF_ARGUMENTS, start, name));
    }
    return switch (function) {
      case PREVIOUS -> new FormulaNode.Earlier(arguments.getFirst(), 1);
      case LAG -> new FormulaNode.Earlier(arguments.getFirst(), steps(arguments.getLast(), start));
      case SUM, MEAN, MIN, MAX, ABS, SHARE -> new FormulaNode.Called(function, arguments);
    };
  }

  private List<FormulaNode> arguments() {
    deeper();
    step();
    List<FormulaNode> arguments = new ArrayList<>();
    arguments.add(sum());
    while (next(",;")) {
      step();
      arguments.add(sum());
    }
    close();
    depth--;
    return arguments;
  }

  private static int steps(FormulaNode node, int start) {
    if (node instanceof FormulaNode.Constant(double value)
        && value == Math.rint(value)
        && value >= 1
        && value <= FARTHEST) {
      return (int) value;
    }
    throw new Misread(new FormulaFlaw(Kind.STEPS_NOT_WHOLE, start, "lag"));
  }

  private double number() {
    int start = at;
    while (at < text.length() && (digit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    exponent();
    String written = text.substring(start, at);
    // `2x` and `1.2.3` are nobody's numbers; to take a part of them would be a guess.
    boolean cut = at < text.length() && partOfName(text.charAt(at));
    if (cut || !written.matches("(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?")) {
      throw new Misread(new FormulaFlaw(Kind.NUMBER_UNREADABLE, start, written));
    }
    double value = Double.parseDouble(written);
    if (!Double.isFinite(value)) {
      throw new Misread(new FormulaFlaw(Kind.NUMBER_UNREADABLE, start, written));
    }
    skipSpace();
    return value;
  }

  private void exponent() {
    if (at == text.length() || Character.toLowerCase(text.charAt(at)) != 'e') {
      return;
    }
    int digits = at + 1;
    if (digits < text.length() && "+-".indexOf(text.charAt(digits)) >= 0) {
      digits++;
    }
    int end = digits;
    while (end < text.length() && digit(text.charAt(end))) {
      end++;
    }
    at = end > digits ? end : at;
  }

  private void close() {
    if (!next(")")) {
      throw misread(at == text.length() ? Kind.PARENTHESIS_NOT_CLOSED : Kind.OPERATOR_EXPECTED);
    }
    step();
  }

  private void deeper() {
    depth++;
    if (depth > Formula.DEEPEST) {
      throw misread(Kind.TOO_DEEP);
    }
  }

  private boolean next(String anyOf) {
    return at < text.length() && anyOf.indexOf(text.charAt(at)) >= 0;
  }

  private void step() {
    at++;
    skipSpace();
  }

  private void skipSpace() {
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)))) {
      at++;
    }
  }

  private Misread misread(Kind kind) {
    String found = at < text.length() ? Character.toString(text.codePointAt(at)) : "";
    return new Misread(new FormulaFlaw(kind, at, found));
  }

  private static boolean digit(char here) {
    return here >= '0' && here <= '9';
  }

  private static boolean partOfName(char here) {
    return Character.isLetterOrDigit(here) || here == '_';
  }

  private static boolean known(char here) {
    return partOfName(here) || "+-−*×·/÷:(){}.,;".indexOf(here) >= 0;
  }
}
