package io.fairlead.app.feedback;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Who wrote a comment: what a package of the escrow holds, and nothing else does.
///
/// @param guest whether they are from outside
/// @param id of the person or the guest
/// @param name at the close; with their address where they are from outside
/// @param relationship to the reviewee, by its code; see [Relationship]
public record EscrowWriter(boolean guest, UUID id, String name, String relationship) {
  private static final JsonMapper JSON = JsonMapper.shared();

  EscrowWriter as(String group) {
    return new EscrowWriter(guest, id, name, group);
  }

  /// As the package holds it.
  String text() {
    return JSON.writeValueAsString(this);
  }

  /// Nothing where the text says nobody.
  public static Optional<EscrowWriter> read(String text) {
    try {
      return Optional.of(JSON.readValue(text, EscrowWriter.class));
    } catch (JacksonException nobody) {
      return Optional.empty();
    }
  }
}
