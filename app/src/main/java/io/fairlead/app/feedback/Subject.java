package io.fairlead.app.feedback;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Somebody whom a round is about.
///
/// @param id random; what stands in addresses
/// @param name null once their account is erased
/// @param manager whom they had at the launch
/// @param mayNominate whether the viewer is who proposes raters for it; likewise the others
public record Subject(
    UUID id,
    UUID round,
    UUID person,
    @Nullable String name,
    @Nullable UUID manager,
    @Nullable String managerName,
    Nominations nominations,
    long version,
    boolean mayNominate,
    boolean mayRemind,
    boolean maySettle) {

  /// How far the choice of raters is.
  public enum Nominations {
    OPEN("open"),
    /// The reviewee proposed all that they want to.
    HANDED_IN("handed-in"),
    /// The manager, or people operations, is content.
    SETTLED("settled");

    private final String code;

    Nominations(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    static Optional<Nominations> find(String code) {
      return Stream.of(values()).filter(each -> each.code.equals(code)).findFirst();
    }
  }
}
