package io.fairlead.app.disclosure;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// A custodian's public key: X25519, written as one line of 60 characters, the Base64 of its X.509
/// form. What is closed for it opens only with the secret that it was made with.
public record CustodianKey(String text) {
  static final String ALGORITHM = "X25519";
  private static final int FINGERPRINT_BYTES = 8;

  /// @throws IllegalArgumentException when it is no such key; [#read] says it as a value
  public CustodianKey {
    publicKey(text);
  }

  /// Nothing where the text is no such key, or one with which nothing stays secret. Space around
  /// it, and line ends within, do not count.
  public static Optional<CustodianKey> read(String text) {
    try {
      CustodianKey key = new CustodianKey(text.replaceAll("\\s", ""));
      CustodianSecret.make().agree(key.publicKey());
      return Optional.of(key);
    } catch (GeneralSecurityException | IllegalArgumentException noKey) {
      return Optional.empty();
    }
  }

  static CustodianKey of(PublicKey key) {
    return new CustodianKey(Base64.getEncoder().encodeToString(key.getEncoded()));
  }

  /// What two people compare: the first 64 bits of its SHA-256, such as `3f1a-09c2-77be-e410`.
  public String fingerprint() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(encoded());
      String digits = HexFormat.of().formatHex(Arrays.copyOf(hash, FINGERPRINT_BYTES));
      return digits.replaceAll("(....)(?=.)", "$1-");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  byte[] encoded() {
    return Base64.getDecoder().decode(text);
  }

  PublicKey publicKey() {
    return publicKey(text);
  }

  private static PublicKey publicKey(String text) {
    try {
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
      if (!Base64.getEncoder().encodeToString(key.getEncoded()).equals(text)) {
        throw new IllegalArgumentException("a key has one way to be written");
      }
      return key;
    } catch (GeneralSecurityException noKey) {
      throw new IllegalArgumentException("no public key of a custodian", noKey);
    }
  }
}
