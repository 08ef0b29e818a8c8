package io.fairlead.app.disclosure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A package as a file, which goes from the server to one custodian and from them to the other: one
/// JSON document. What stands in it in the clear is bound into what is closed.
public final class EscrowFile {
  private static final String FORMAT = "fairlead-escrow-1";
  private static final JsonMapper JSON = JsonMapper.shared();

  private EscrowFile() {}

  public static String write(EscrowPackage written) {
    ObjectNode document = JSON.createObjectNode();
    document.put("format", FORMAT);
    document.put("round", written.round().toString());
    document.put("comment", written.comment().toString());
    document.put("expires", written.expires().toString());
    written.closedFor().forEach(document.putArray("closedFor")::add);
    document.put("closed", Base64.getEncoder().encodeToString(written.closed().bytes()));
    return document.toPrettyString() + "\n";
  }

  static byte[] bytes(EscrowPackage written) {
    return write(written).getBytes(StandardCharsets.UTF_8);
  }

  static Optional<EscrowPackage> read(byte[] bytes) {
    return read(new String(bytes, StandardCharsets.UTF_8));
  }

  /// Nothing where the text is no package.
  public static Optional<EscrowPackage> read(String text) {
    try {
      JsonNode document = JSON.readTree(text);
      if (!document.path("format").asString("").equals(FORMAT)) {
        return Optional.empty();
      }
      List<String> closedFor = new ArrayList<>();
      document.path("closedFor").forEach(each -> closedFor.add(each.asString("")));
      return Optional.of(
          new EscrowPackage(
              UUID.fromString(document.path("round").asString("")),
              UUID.fromString(document.path("comment").asString("")),
              Instant.parse(document.path("expires").asString("")),
              closedFor,
              new EscrowPackage.Closed(
                  Base64.getDecoder().decode(document.path("closed").asString("")))));
    } catch (JacksonException | IllegalArgumentException | DateTimeParseException noPackage) {
      return Optional.empty();
    }
  }
}
