package io.fairlead.methods.wording;

/// Words of a text.
///
/// @param from where they begin, in characters; `to` is behind their end
public record Span(String text, int from, int to) {

  static Span of(Quantity quantity) {
    return new Span(quantity.text(), quantity.from(), quantity.to());
  }

  static Span of(Token token) {
    return new Span(token.text(), token.from(), token.to());
  }
}
