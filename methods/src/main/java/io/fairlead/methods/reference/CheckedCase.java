package io.fairlead.methods.reference;

import java.util.List;

/// What came of one case.
///
/// @param file where it stands
/// @param kind of the file, as it names itself; empty where it names none
/// @param name of the case within its file
public record CheckedCase(String file, String kind, String name, Verdict verdict) {

  /// What came of it.
  public sealed interface Verdict {

    /// All figures are as expected.
    ///
    /// @param figures how many were compared
    record Passed(int figures) implements Verdict {}

    /// Some are not.
    record Failed(List<Difference> differences) implements Verdict {
      public Failed {
        differences = List.copyOf(differences);
      }
    }

    /// Its kind is not known here yet.
    record UnknownKind() implements Verdict {}

    /// It cannot be read, for this reason.
    record Unreadable(String reason) implements Verdict {}
  }

  /// A figure that is not as expected.
  public record Difference(String figure, String expected, String actual) {}

  /// Whether the check as a whole must fail.
  public boolean failed() {
    return switch (verdict) {
      case Verdict.Failed _, Verdict.Unreadable _ -> true;
      case Verdict.Passed _, Verdict.UnknownKind _ -> false;
    };
  }
}
