package io.fairlead.app.feedback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An escrow as somebody writes it; without custodians and keys there is none.
///
/// @param first who takes off the outer layer
/// @param firstKey their public key, as `fairlead feedback escrow key` prints it
/// @param days after the close; where nothing is said, what the framework says
@JsonIgnoreProperties({"firstFingerprint", "secondFingerprint"})
public record RoundEscrowInput(
    @Nullable UUID first,
    @Nullable String firstKey,
    @Nullable UUID second,
    @Nullable String secondKey,
    @Nullable Integer days) {

  boolean isNone() {
    return first == null
        && second == null
        && Stream.of(firstKey, secondKey).allMatch(key -> key == null || key.isBlank());
  }
}
