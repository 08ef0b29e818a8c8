package io.fairlead.app.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.disclosure.EscrowPackage.Opening;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EscrowPackageTest {
  private static final UUID ROUND = UUID.randomUUID();
  private static final UUID COMMENT = UUID.randomUUID();
  private static final Instant EXPIRES = Instant.parse("2026-08-01T00:00:00Z");
  private static final String PUBLIC_FORM = "302a300506032b656e032100";
  private static final String PRIVATE_FORM = "302e020100300506032b656e04220420";

  private final CustodianSecret first = CustodianSecret.make();
  private final CustodianSecret second = CustodianSecret.make();

  private EscrowPackage closed(String words) {
    return EscrowPackage.close(
        ROUND, COMMENT, EXPIRES, new EscrowBlanks(first.publicKey(), second.publicKey()), words);
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  private static CustodianSecret secret(String hex) {
    return CustodianSecret.read(
            "-----BEGIN PRIVATE KEY-----\n"
                + base64(PRIVATE_FORM + hex)
                + "\n-----END PRIVATE KEY-----\n")
        .orElseThrow();
  }

  private static CustodianKey key(String hex) {
    return CustodianKey.read(base64(PUBLIC_FORM + hex)).orElseThrow();
  }

  /// The worked example of RFC 7748, section 6.1.
  @Test
  void keysAreThoseOfTheStandard() throws GeneralSecurityException {
    CustodianSecret alice =
        secret("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
    CustodianKey bob = key("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
    assertThat(alice.publicKey())
        .isEqualTo(key("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"));
    assertThat(HexFormat.of().formatHex(alice.agree(bob.publicKey())))
        .isEqualTo("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
    assertThat(CustodianSecret.read(alice.pem()).orElseThrow().publicKey())
        .isEqualTo(alice.publicKey());
  }

  @Test
  void whatIsNoKeyIsNone() {
    String whole = first.publicKey().text();
    assertThat(CustodianKey.read(" " + whole.substring(0, 20) + "\n" + whole.substring(20)))
        .contains(first.publicKey());
    assertThat(CustodianKey.read("")).isEmpty();
    assertThat(CustodianKey.read("MCowBQYDK2VuAyEA")).isEmpty();
    assertThat(CustodianKey.read(whole.substring(1))).isEmpty();
    assertThat(CustodianKey.read(first.pem())).isEmpty();
    assertThat(CustodianSecret.read(whole)).isEmpty();
    assertThat(CustodianSecret.read(first.pem().replaceFirst("M", "N"))).isEmpty();
    // A point with which whatever is agreed on is 0: nothing would be secret.
    String weak = base64(PUBLIC_FORM + "0".repeat(64));
    assertThat(CustodianKey.read(weak)).isEmpty();
    CustodianKey made = new CustodianKey(weak);
    assertThatThrownBy(() ->
            EscrowPackage.close(
                ROUND, COMMENT, EXPIRES, new EscrowBlanks(made, second.publicKey()), "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void packagesMadeOfBlanksOpenLikeAnyAndEachHasKeysOfItsOwn() {
    EscrowBlanks blanks = new EscrowBlanks(first.publicKey(), second.publicKey());
    blanks.prepare(2);
    Set<String> begins = new HashSet<>();
    for (String writer : List.of("Jonas", "Dev", "Aiko")) {
      EscrowPackage outer = EscrowPackage.close(ROUND, COMMENT, EXPIRES, blanks, writer);
      begins.add(HexFormat.of().formatHex(outer.closed().bytes(), 0, 44));
      EscrowPackage inner = ((Opening.HandOn) outer.open(first)).inner();
      begins.add(HexFormat.of().formatHex(inner.closed().bytes(), 0, 44));
      assertThat(inner.open(second)).isEqualTo(new Opening.Words(writer));
    }
    assertThat(begins).as("a fresh key for every layer").hasSize(6);
    EscrowLayer.Blank blank = EscrowLayer.Blank.of(first.publicKey());
    blank.close(new byte[1], new byte[1]);
    assertThatThrownBy(() -> blank.close(new byte[1], new byte[1]))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void bothOpenItInTheirOrderAndInNoOther() {
    EscrowPackage outer = closed("Jonas");
    assertThat(outer.open(second)).isEqualTo(new Opening.OtherKey());
    assertThat(outer.open(first))
        .isInstanceOfSatisfying(
            Opening.HandOn.class,
            handed -> {
              assertThat(handed.inner().closedFor())
                  .containsExactly(second.publicKey().fingerprint());
              assertThat(handed.inner().open(first)).isEqualTo(new Opening.OtherKey());
              assertThat(handed.inner().open(second)).isEqualTo(new Opening.Words("Jonas"));
            });
  }

  /// A fingerprint in the file only says whose turn it is.
  @Test
  void aChangedFingerprintOpensNothing() {
    EscrowPackage outer = closed("Jonas");
    EscrowPackage claimed =
        new EscrowPackage(
            ROUND,
            COMMENT,
            EXPIRES,
            List.of(second.publicKey().fingerprint(), first.publicKey().fingerprint()),
            outer.closed());
    assertThat(claimed.open(second)).isEqualTo(new Opening.Damaged());
    EscrowPackage asInner =
        new EscrowPackage(
            ROUND, COMMENT, EXPIRES, List.of(first.publicKey().fingerprint()), outer.closed());
    assertThat(asInner.open(first)).isEqualTo(new Opening.Damaged());
  }

  @Test
  void everyBitCounts() {
    EscrowPackage outer = closed("Jonas");
    byte[] bytes = outer.closed().bytes();
    for (int place = 0; place < bytes.length; place += 97) {
      byte[] changed = bytes.clone();
      changed[place] ^= 1;
      EscrowPackage other =
          new EscrowPackage(
              ROUND, COMMENT, EXPIRES, outer.closedFor(), new EscrowPackage.Closed(changed));
      assertThat(other.open(first)).as("byte " + place).isEqualTo(new Opening.Damaged());
    }
  }

  @Test
  void itsSizeSaysNothingAndTwoOfTheSameAreNotAlike() {
    assertThat(closed("A").closed().bytes())
        .hasSameSizeAs(closed("Å".repeat(1500)).closed().bytes());
    assertThat(closed("A").closed().bytes()).isNotEqualTo(closed("A").closed().bytes());
    assertThat("x".repeat(4092).getBytes(UTF_8)).hasSize(4092);
    assertThat(closed("x".repeat(4092)).closed().bytes())
        .hasSameSizeAs(closed("").closed().bytes());
    assertThatThrownBy(() -> closed("x".repeat(4093))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFileIsReadAsItWasWritten() {
    EscrowPackage outer = closed("Jonas");
    EscrowPackage read = EscrowFile.read(EscrowFile.write(outer)).orElseThrow();
    assertThat(read.open(first)).isInstanceOf(Opening.HandOn.class);
    assertThat(EscrowFile.write(read)).isEqualTo(EscrowFile.write(outer));
    for (String none : new String[] {"", "[]", "{}", "{\"format\": \"fairlead-escrow-1\"}", "{"}) {
      assertThat(EscrowFile.read(none)).as(none).isEmpty();
    }
  }
}
