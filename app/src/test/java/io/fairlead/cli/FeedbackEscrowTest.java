package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.disclosure.CustodianKey;
import io.fairlead.app.disclosure.EscrowBlanks;
import io.fairlead.app.disclosure.EscrowFile;
import io.fairlead.app.disclosure.EscrowPackage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedbackEscrowTest {
  private static final UUID ROUND = UUID.fromString("6f1c2d3e-7a51-4b60-9c1d-0a1b2c3d4e5f");
  private static final UUID COMMENT = UUID.fromString("0b8e3c11-54d2-4e0f-8f3a-7c6d5e4f3a2b");
  private static final Instant EXPIRES = Instant.parse("2999-05-30T22:00:00Z");
  private static final String WRITER =
      """
      {"guest": false, "id": "11111111-2222-4333-8444-555555555555", "name": "Jonas Berg", "relationship": "peer"}
      """;

  @TempDir Path folder;

  private CustodianKey made(String name) {
    Shell shell = Shell.run("feedback", "escrow", "key", folder.resolve(name), "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    return CustodianKey.read(json(shell).path("publicKey").stringValue()).orElseThrow();
  }

  private Path closed(CustodianKey first, CustodianKey second) throws IOException {
    EscrowPackage made =
        EscrowPackage.close(ROUND, COMMENT, EXPIRES, new EscrowBlanks(first, second), WRITER);
    return Files.writeString(folder.resolve("package.json"), EscrowFile.write(made));
  }

  private Shell open(Path file, Object... more) {
    Object[] words = new Object[4 + more.length];
    words[0] = "feedback";
    words[1] = "escrow";
    words[2] = "open";
    words[3] = file;
    System.arraycopy(more, 0, words, 4, more.length);
    return Shell.run(words);
  }

  private static JsonNode json(Shell shell) {
    return JsonMapper.shared().readTree(shell.out());
  }

  private static void refused(Shell shell, String why) {
    assertThat(shell.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains(why);
  }

  @Test
  void oneCustodianTakesOffALayerAndTheOtherReadsWhoItWas() throws IOException {
    Path file = closed(made("first.key"), made("second.key"));
    Shell first = open(file, "--key", folder.resolve("first.key"), "--round", ROUND);
    assertThat(first.err()).isEmpty();
    assertThat(first.out()).contains("says nothing yet", "package.json.second");
    Path inner = folder.resolve("package.json.second");
    assertThat(Files.readString(inner)).doesNotContain("Jonas");
    Shell second = open(inner, "--key", folder.resolve("second.key"), "--comment", COMMENT);
    assertThat(second.err()).isEmpty();
    assertThat(second.out())
        .isEqualToIgnoringNewLines(
            "Comment 0b8e3c11-54d2-4e0f-8f3a-7c6d5e4f3a2b of round 6f1c2d3e-7a51-4b60-9c1d-0a1b2c3d4e5f"
                + " was written by Jonas Berg (person 11111111-2222-4333-8444-555555555555, asked as peer).");
    refused(open(file, "--key", folder.resolve("first.key")), "is there already");
  }

  @Test
  void bothSittingTogetherOpenItAtOnce() throws IOException {
    Path file = closed(made("first.key"), made("second.key"));
    Shell shell =
        open(
            file,
            "--key",
            folder.resolve("first.key"),
            "--key",
            folder.resolve("second.key"),
            "--json");
    assertThat(shell.err()).isEmpty();
    assertThat(json(shell).path("name").stringValue()).isEqualTo("Jonas Berg");
    assertThat(json(shell).path("opened").booleanValue()).isTrue();
    assertThat(folder.resolve("package.json.second")).doesNotExist();
  }

  @Test
  void neitherCustodianAloneOpensIt() throws IOException {
    Path file = closed(made("first.key"), made("second.key"));
    refused(open(file, "--key", folder.resolve("second.key")), "does not open this");
    Path first = folder.resolve("first.key");
    refused(open(file, "--key", first, "--key", first), "does not open this");
    assertThat(open(file, "--key", first).code()).isZero();
    refused(open(folder.resolve("package.json.second"), "--key", first), "closed for the key with");
  }

  @Test
  void anotherRoundAnotherCommentAndADamagedFileAreSaid() throws IOException {
    Path file = closed(made("first.key"), made("second.key"));
    Path key = folder.resolve("first.key");
    refused(open(file, "--key", key, "--round", COMMENT), "of another round");
    refused(open(file, "--key", key, "--comment", ROUND), "of another comment");
    String whole = Files.readString(file);
    int middle = whole.length() / 2;
    UUID other = UUID.fromString("99999999-7a51-4b60-9c1d-0a1b2c3d4e5f");
    for (String changed :
        List.of(
            whole.replace(ROUND.toString(), other.toString()),
            whole.replace(COMMENT.toString(), other.toString()),
            whole.replace("2999-05-30", "3999-05-30"),
            whole.substring(0, middle) + other(whole.charAt(middle)) + whole.substring(middle + 1),
            whole.substring(0, middle / 4 * 4) + whole.substring(middle / 4 * 4 + 400))) {
      assertThat(changed).isNotEqualTo(whole);
      Files.writeString(file, changed);
      assertThat(open(file, "--key", key).err()).containsAnyOf("is damaged", "no package");
    }
    Files.writeString(file, whole.replace("2999-05-30", "3999-05-30"));
    refused(open(file, "--key", key), "is damaged");
    refused(open(key, "--key", key), "is no package of an escrow");
    Files.writeString(file, whole);
    refused(open(file, "--key", file), "is no custodian's private key");
    refused(open(file, "--key", folder.resolve("none.key")), "there is no file");
    refused(open(file), "--key");
  }

  private static char other(char letter) {
    return letter == 'A' ? 'B' : 'A';
  }

  @Test
  void anExpiredPackageIsNotOpened() throws IOException {
    Path file = closed(made("first.key"), made("second.key"));
    var terminal =
        new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
    FeedbackEscrow late = new FeedbackEscrow(terminal, Clock.fixed(EXPIRES, ZoneOffset.UTC));
    List<Path> keys = List.of(folder.resolve("first.key"), folder.resolve("second.key"));
    assertThatThrownBy(() -> late.open(file, keys, null, null, null, false))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("expired on 2999-05-30T22:00:00Z");
    FeedbackEscrow before =
        new FeedbackEscrow(terminal, Clock.fixed(EXPIRES.minusSeconds(1), ZoneOffset.UTC));
    assertThat(before.open(file, keys, null, null, null, false)).isZero();
  }

  @Test
  void aPrivateKeyIsForItsOwnerAloneAndNeverWrittenOver() throws IOException {
    CustodianKey key = made("mine.key");
    Path file = folder.resolve("mine.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(folder.resolve("mine.key.pub")).strip()).isEqualTo(key.text());
    assertThat(key.fingerprint()).matches("[0-9a-f]{4}(-[0-9a-f]{4}){3}");
    String before = Files.readString(file);
    assertThat(before).doesNotContain(key.text()).contains("BEGIN PRIVATE KEY");
    refused(Shell.run("feedback", "escrow", "key", file), "is there already");
    Files.delete(folder.resolve("mine.key.pub"));
    refused(Shell.run("feedback", "escrow", "key", file), "is there already");
    assertThat(Files.readString(file)).isEqualTo(before);
    assertThat(folder.resolve("mine.key.pub")).doesNotExist();
    Shell other = Shell.run("feedback", "escrow", "key", folder.resolve("other.key"));
    assertThat(other.out()).contains("Public key: MCowBQYDK2Vu", "Fingerprint: ");
    refused(
        Shell.run("feedback", "escrow", "key", folder.resolve("no/such/folder.key")),
        "cannot write");
  }
}
