package io.fairlead.app.platform.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256 in Galois/counter mode: `version (1) · nonce (12) · ciphertext · tag (16)`. The context
/// is bound in without being stored. Random nonces are safe for some 2³² messages a key, far above
/// what a round or a notebook writes.
final class Seal {
  static final int KEY_BYTES = 32;
  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Seal() {}

  static byte[] newKey() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return key;
  }

  static byte[] seal(byte[] key, byte[] plain, byte[] context) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] hidden = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE_BYTES + hidden.length)
          .put(VERSION)
          .put(nonce)
          .put(hidden)
          .array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] open(byte[] key, byte[] sealed, byte[] context) {
    if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != VERSION) {
      throw new BrokenSeal("not a sealed text of this version");
    }
    ByteBuffer buffer = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    byte[] hidden = new byte[buffer.remaining()];
    buffer.get(hidden);
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, context).doFinal(hidden);
    } catch (AEADBadTagException changed) {
      throw new BrokenSeal("the sealed text was changed, or belongs to another key", changed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context);
    return cipher;
  }
}
