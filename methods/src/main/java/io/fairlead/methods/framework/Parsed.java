package io.fairlead.methods.framework;

import java.util.List;

/// What came of reading a text: the document, or everything that is wrong with it.
public sealed interface Parsed {

  record Read(FrameworkDocument document) implements Parsed {}

  record Rejected(List<Problem> problems) implements Parsed {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }

  /// The document of a text that is known to be good.
  ///
  /// @throws IllegalArgumentException if it is not, with every problem
  default FrameworkDocument orThrow() {
    return switch (this) {
      case Read(FrameworkDocument document) -> document;
      case Rejected(List<Problem> problems) ->
          throw new IllegalArgumentException("not a framework document: " + problems);
    };
  }

  default List<Problem> problems() {
    return switch (this) {
      case Read _ -> List.of();
      case Rejected(List<Problem> problems) -> problems;
    };
  }
}
