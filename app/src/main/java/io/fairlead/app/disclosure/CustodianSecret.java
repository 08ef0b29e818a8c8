package io.fairlead.app.disclosure;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/// A custodian's private key. It is made and used on a machine of theirs, never on the server.
public final class CustodianSecret {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  /// The point whose multiple a public key is.
  private static final BigInteger BASE = BigInteger.valueOf(9);

  private final PrivateKey secret;
  private final CustodianKey key;

  private CustodianSecret(PrivateKey secret, CustodianKey key) {
    this.secret = secret;
    this.key = key;
  }

  /// A new one.
  public static CustodianSecret make() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(CustodianKey.ALGORITHM).generateKeyPair();
      return new CustodianSecret(pair.getPrivate(), CustodianKey.of(pair.getPublic()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// From its file: PKCS #8 as PEM. Nothing where the text is no such key.
  public static Optional<CustodianSecret> read(String pem) {
    int begin = pem.indexOf(BEGIN);
    int end = pem.indexOf(END);
    if (begin < 0 || end < begin) {
      return Optional.empty();
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
      PrivateKey secret =
          KeyFactory.getInstance(CustodianKey.ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return Optional.of(new CustodianSecret(secret, publicKey(secret)));
    } catch (GeneralSecurityException | IllegalArgumentException noKey) {
      return Optional.empty();
    }
  }

  private static CustodianKey publicKey(PrivateKey secret) throws GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance(CustodianKey.ALGORITHM);
    PublicKey base = factory.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BASE));
    byte[] point = agreed(secret, base);
    // The agreement is written with its lowest byte first.
    byte[] highestFirst = new byte[point.length];
    for (int place = 0; place < point.length; place++) {
      highestFirst[point.length - 1 - place] = point[place];
    }
    BigInteger coordinate = new BigInteger(1, highestFirst);
    return CustodianKey.of(
        factory.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, coordinate)));
  }

  public String pem() {
    byte[] encoded = secret.getEncoded();
    try {
      return String.join("\n", BEGIN, Base64.getEncoder().encodeToString(encoded), END, "");
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  public CustodianKey publicKey() {
    return key;
  }

  /// @throws GeneralSecurityException when the other's key is one with which nothing stays secret
  byte[] agree(PublicKey other) throws GeneralSecurityException {
    return agreed(secret, other);
  }

  private static byte[] agreed(PrivateKey secret, PublicKey other) throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance(CustodianKey.ALGORITHM);
    agreement.init(secret);
    agreement.doPhase(other, true);
    return agreement.generateSecret();
  }
}
