package io.fairlead.app.platform.keys;

/// What was to be opened is not what was sealed: changed, cut short, or sealed with another key or
/// for another place.
public class BrokenSeal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenSeal(String sentence) {
    super(sentence);
  }

  BrokenSeal(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
