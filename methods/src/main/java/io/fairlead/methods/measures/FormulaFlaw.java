package io.fairlead.methods.measures;

import java.util.Locale;

/// Why a text is no formula.
///
/// @param position where in the text, from 0; at its end where something is missing
/// @param found what stands there; empty at the end
public record FormulaFlaw(Kind kind, int position, String found) {

  /// What is wrong there.
  public enum Kind {
    EMPTY("there is nothing to compute"),
    TOO_LONG("the formula is too long"),
    TOO_DEEP("parentheses and signs are nested too deeply"),
    UNKNOWN_CHARACTER("this character has no meaning here"),
    NUMBER_UNREADABLE("this is no number; write it like 1234.5"),
    NAME_NOT_CLOSED("the name of a measure ends with }"),
    NAME_EMPTY("there is no name between the braces"),
    VALUE_EXPECTED("a number, a measure or a parenthesis is expected here"),
    OPERATOR_EXPECTED("a sign such as + or * is expected here"),
    PARENTHESIS_NOT_CLOSED("a closing parenthesis is missing"),
    UNKNOWN_FUNCTION("there is no such function"),
    WRONG_NUMBER_OF_ARGUMENTS("the function takes another number of arguments"),
    STEPS_NOT_WHOLE("how far back to look is a whole number from 1 to 1000");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    /// Stable and lower-case: `value-expected`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// In English, for the command line; no capital, no full stop.
    public String sentence() {
      return sentence;
    }
  }
}
