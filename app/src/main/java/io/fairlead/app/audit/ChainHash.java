package io.fairlead.app.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The hash of one link: SHA-256 over the hash before it, the link's number, and each entry's
/// fields in order, every field preceded by its length in bytes so that no two records read alike.
/// An absent field has length −1. Times count in microseconds since 1970, which is what the
/// database keeps.
final class ChainHash {
  static final int BYTES = 32;

  private final MessageDigest digest;

  private ChainHash(MessageDigest digest) {
    this.digest = digest;
  }

  /// @param previous the hash of the link before; 32 zero bytes for the first
  static ChainHash after(byte[] previous, long link) {
    try {
      ChainHash hash = new ChainHash(MessageDigest.getInstance("SHA-256"));
      hash.digest.update(previous);
      hash.digest.update(ByteBuffer.allocate(Long.BYTES).putLong(link).array());
      return hash;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void add(AuditEntry entry) {
    add(Long.toString(entry.number()));
    add(entry.id().toString());
    add(Long.toString(ChronoUnit.MICROS.between(java.time.Instant.EPOCH, entry.at())));
    add(entry.actor());
    add(entry.act());
    add(entry.recordType());
    add(entry.record());
    add(entry.subject());
    add(entry.detail());
  }

  byte[] value() {
    return digest.digest();
  }

  private void add(@Nullable Object field) {
    if (field == null) {
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(-1).array());
      return;
    }
    byte[] bytes = field.toString().getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
