package io.fairlead.app.disclosure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who wrote one comment, closed for two custodians one inside the other: the first takes off the
/// outer layer and hands on what is in it, the second opens that. Round, comment and expiry are
/// bound into both layers, so that none of them can be said to be another.
///
/// @param closedFor fingerprints of the keys that its layers still need, the outermost first
public record EscrowPackage(
    UUID round, UUID comment, Instant expires, List<String> closedFor, Closed closed) {
  /// Every package is filled up to this, so that its size does not tell how long a name is.
  private static final int BYTES = 4096;

  /// Bytes in which nothing can be read.
  @SuppressWarnings("ArrayRecordComponent")
  public record Closed(byte[] bytes) {}

  public EscrowPackage {
    closedFor = List.copyOf(closedFor);
    if (closedFor.isEmpty() || closedFor.size() > 2) {
      throw new IllegalArgumentException("a package has one layer or two");
    }
  }

  /// What came of opening a layer.
  public sealed interface Opening {
    /// The other custodian's turn.
    record HandOn(EscrowPackage inner) implements Opening {}

    /// Both layers are off.
    record Words(String text) implements Opening {}

    /// It is closed for another key.
    record OtherKey() implements Opening {}

    /// Something of it was changed since it was closed.
    record Damaged() implements Opening {}
  }

  /// @throws IllegalArgumentException when the words do not fit, in UTF-8, into 4,092 bytes
  public static EscrowPackage close(
      UUID round, UUID comment, Instant expires, EscrowBlanks blanks, String words) {
    byte[] filled = Padding.fill(words.getBytes(StandardCharsets.UTF_8), BYTES);
    if (filled.length > BYTES) {
      throw new IllegalArgumentException("a package holds no more than %d bytes".formatted(BYTES));
    }
    EscrowBlanks.Blank blank = blanks.take();
    byte[] inner = blank.inner().close(filled, context(round, comment, expires, 1));
    byte[] outer = blank.outer().close(inner, context(round, comment, expires, 2));
    return new EscrowPackage(
        round,
        comment,
        expires,
        List.of(blanks.first().fingerprint(), blanks.second().fingerprint()),
        new Closed(outer));
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(expires);
  }

  /// Takes off the outermost layer. Whether it has expired is for the caller to ask.
  public Opening open(CustodianSecret custodian) {
    if (!closedFor.getFirst().equals(custodian.publicKey().fingerprint())) {
      return new Opening.OtherKey();
    }
    byte[] context = context(round, comment, expires, closedFor.size());
    Optional<byte[]> inner = EscrowLayer.open(custodian, closed.bytes(), context);
    if (inner.isEmpty()) {
      return new Opening.Damaged();
    }
    if (closedFor.size() == 1) {
      return new Opening.Words(new String(Padding.strip(inner.get()), StandardCharsets.UTF_8));
    }
    return new Opening.HandOn(
        new EscrowPackage(
            round, comment, expires, List.of(closedFor.getLast()), new Closed(inner.get())));
  }

  private static byte[] context(UUID round, UUID comment, Instant expires, int layer) {
    return String.join(
            "\n", "round " + round, "comment " + comment, "expires " + expires, "layer " + layer)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
