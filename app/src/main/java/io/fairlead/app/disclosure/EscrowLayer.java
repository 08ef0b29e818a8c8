package io.fairlead.app.disclosure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Closes words for one custodian: `a fresh X25519 public key (44) · ciphertext · tag (16)`. Key
/// (32 bytes) and nonce (12) of AES-256 in Galois/counter mode come by HKDF-SHA256 from what the
/// fresh secret, which is forgotten, and the custodian's key agree on; both public keys go into it.
/// The context is bound in without being stored.
final class EscrowLayer {
  private static final byte[] LABEL = "fairlead escrow 1".getBytes(StandardCharsets.US_ASCII);
  private static final int PUBLIC_BYTES = 44;
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private EscrowLayer() {}

  /// All that closing a layer needs of the custodian: the public half of a fresh pair, and what was
  /// agreed with it. It knows nothing of what will be closed, and closes once.
  static final class Blank {
    private final CustodianKey fresh;
    private final byte[] derived;
    private boolean used;

    private Blank(CustodianKey fresh, byte[] derived) {
      this.fresh = fresh;
      this.derived = derived;
    }

    static Blank of(CustodianKey custodian) {
      CustodianSecret secret = CustodianSecret.make();
      try {
        return new Blank(
            secret.publicKey(),
            derived(secret.agree(custodian.publicKey()), secret.publicKey(), custodian));
      } catch (GeneralSecurityException weakKey) {
        throw new IllegalArgumentException("nothing can be closed for this key", weakKey);
      }
    }

    /// @throws IllegalStateException the second time: two texts under one key and nonce would give
    ///   each other away
    byte[] close(byte[] words, byte[] context) {
      if (used) {
        throw new IllegalStateException("a layer closes once");
      }
      used = true;
      try {
        byte[] hidden = cipher(Cipher.ENCRYPT_MODE, derived, context).doFinal(words);
        return ByteBuffer.allocate(PUBLIC_BYTES + hidden.length)
            .put(fresh.encoded())
            .put(hidden)
            .array();
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException(impossible);
      } finally {
        Arrays.fill(derived, (byte) 0);
      }
    }
  }

  /// Nothing where it was changed, belongs elsewhere, or was closed for another.
  static Optional<byte[]> open(CustodianSecret custodian, byte[] closed, byte[] context) {
    if (closed.length < PUBLIC_BYTES + TAG_BITS / Byte.SIZE) {
      return Optional.empty();
    }
    try {
      CustodianKey fresh =
          new CustodianKey(Base64.getEncoder().encodeToString(Arrays.copyOf(closed, PUBLIC_BYTES)));
      byte[] shared = custodian.agree(fresh.publicKey());
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, derived(shared, fresh, custodian.publicKey()), context)
              .doFinal(closed, PUBLIC_BYTES, closed.length - PUBLIC_BYTES));
    } catch (GeneralSecurityException | IllegalArgumentException changed) {
      return Optional.empty();
    }
  }

  private static byte[] derived(byte[] shared, CustodianKey fresh, CustodianKey custodian)
      throws GeneralSecurityException {
    byte[] purpose =
        ByteBuffer.allocate(LABEL.length + 2 * PUBLIC_BYTES)
            .put(LABEL)
            .put(fresh.encoded())
            .put(custodian.encoded())
            .array();
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract()
                .addIKM(shared)
                .thenExpand(purpose, KEY_BYTES + NONCE_BYTES));
  }

  private static Cipher cipher(int mode, byte[] derived, byte[] context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(derived, 0, KEY_BYTES, "AES"),
        new GCMParameterSpec(TAG_BITS, derived, KEY_BYTES, NONCE_BYTES));
    cipher.updateAAD(context);
    return cipher;
  }
}
