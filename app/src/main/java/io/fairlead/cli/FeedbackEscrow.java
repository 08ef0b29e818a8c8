package io.fairlead.cli;

import io.fairlead.app.disclosure.CustodianKey;
import io.fairlead.app.disclosure.CustodianSecret;
import io.fairlead.app.disclosure.EscrowFile;
import io.fairlead.app.disclosure.EscrowPackage;
import io.fairlead.app.disclosure.EscrowPackage.Opening;
import io.fairlead.app.feedback.EscrowWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `fairlead feedback escrow key | open`: what the two custodians of a round do on machines of
/// their own.
@Command(
    name = "escrow",
    description =
        "Be a custodian: make a key, or open who wrote one comment, together with another.")
final class FeedbackEscrow {
  private final Terminal terminal;
  private final Clock clock;

  FeedbackEscrow(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Command(
      name = "key",
      description =
          "Make a custodian's key. The private one goes to FILE, which nobody else may read; the public"
              + " one to FILE.pub, for whoever sets up the round.",
      footer = {
        "",
        "Make it on a machine of yours, never on the server, and one for each round. Compare the",
        "fingerprint with the one on the round's page. Whoever has FILE and the other custodian's",
        "can open what was closed for you: delete it when the escrow has expired."
      })
  int key(
      @Parameters(paramLabel = "FILE", description = "The file to make.") Path file,
      @Option(names = "--json", description = "Print one JSON document.") boolean asJson) {
    CustodianSecret secret = CustodianSecret.make();
    CustodianKey key = secret.publicKey();
    Path open = file.resolveSibling(file.getFileName() + ".pub");
    if (Files.exists(open)) {
      throw new BadInput(open + " is there already");
    }
    writeNew(file, secret.pem());
    writeNew(open, key.text() + "\n");
    if (asJson) {
      Json.write(
          terminal.out(),
          document -> {
            document.writeStartObject();
            document.writeStringProperty("privateKeyFile", file.toString());
            document.writeStringProperty("publicKeyFile", open.toString());
            document.writeStringProperty("publicKey", key.text());
            document.writeStringProperty("fingerprint", key.fingerprint());
            document.writeEndObject();
          });
    } else {
      terminal
          .out()
          .printf(
              "Private key: %s (keep it to yourself)%nPublic key: %s%nFingerprint: %s%n",
              file, key.text(), key.fingerprint());
    }
    return ExitCode.FINE;
  }

  @Command(
      name = "open",
      description =
          "Open who wrote one comment. The first custodian takes off one layer and hands on the file"
              + " that comes of it; the second opens that.",
      footer = {
        "",
        "fairlead feedback escrow open PACKAGE.json --key first.key    writes PACKAGE.json.second",
        "fairlead feedback escrow open PACKAGE.json.second --key second.key    says who it was",
        "Exit code 0, or 2 where the key, the round or the comment is another, the package is",
        "damaged, or it has expired."
      })
  int open(
      @Parameters(paramLabel = "PACKAGE", description = "What people operations handed you.")
          Path file,
      @Option(
              names = "--key",
              paramLabel = "FILE",
              required = true,
              description = "Your private key; both where two custodians sit together.")
          List<Path> keys,
      @Option(
              names = "--round",
              paramLabel = "ID",
              description = "Refuse what is not of this round.")
          @Nullable String round,
      @Option(
              names = "--comment",
              paramLabel = "ID",
              description = "Refuse what is not about this comment.")
          @Nullable String comment,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              description = "Where the file to hand on is written; PACKAGE.second without it.")
          @Nullable Path out,
      @Option(names = "--json", description = "Print one JSON document.") boolean asJson) {
    EscrowPackage found =
        EscrowFile.read(TextFile.read(file))
            .orElseThrow(() -> new BadInput(file + " is no package of an escrow"));
    refuseOthers("round", round, found.round().toString());
    refuseOthers("comment", comment, found.comment().toString());
    if (found.isExpired(clock.instant())) {
      throw new BadInput(
          "%s expired on %s: who wrote the comment is not opened any more"
              .formatted(file, found.expires()));
    }
    if (keys.size() > found.closedFor().size()) {
      throw new BadInput("this package needs one more key, not %d".formatted(keys.size()));
    }
    for (Path key : keys) {
      switch (found.open(secret(key))) {
        case Opening.HandOn(EscrowPackage inner) -> found = inner;
        case Opening.Words(String words) -> {
          tell(found, words, asJson);
          return ExitCode.FINE;
        }
        case Opening.OtherKey() ->
            throw new BadInput(
                "%s does not open this: it is closed for the key with the fingerprint %s"
                    .formatted(key, Columns.plain(found.closedFor().getFirst())));
        case Opening.Damaged() ->
            throw new BadInput(
                file + " is damaged: it is not what was closed for this round and comment");
      }
    }
    handOn(found, out == null ? file.resolveSibling(file.getFileName() + ".second") : out, asJson);
    return ExitCode.FINE;
  }

  private static void refuseOthers(String what, @Nullable String wanted, String found) {
    if (wanted != null && !wanted.equalsIgnoreCase(found)) {
      throw new BadInput(
          "this package is of another %s: %s, not %s"
              .formatted(what, found, Columns.plain(wanted)));
    }
  }

  private static CustodianSecret secret(Path file) {
    return CustodianSecret.read(TextFile.read(file))
        .orElseThrow(() -> new BadInput(file + " is no custodian's private key"));
  }

  private void handOn(EscrowPackage inner, Path out, boolean asJson) {
    writeNew(out, EscrowFile.write(inner));
    String next = Columns.plain(inner.closedFor().getFirst());
    if (asJson) {
      Json.write(
          terminal.out(),
          document -> {
            document.writeStartObject();
            document.writeBooleanProperty("opened", false);
            document.writeStringProperty("round", inner.round().toString());
            document.writeStringProperty("comment", inner.comment().toString());
            document.writeStringProperty("handOn", out.toString());
            document.writeStringProperty("closedFor", next);
            document.writeEndObject();
          });
      return;
    }
    terminal
        .out()
        .printf(
            "Your layer is off; it says nothing yet. Hand %s on to the other custodian, whose key has the"
                + " fingerprint %s.%n",
            out, next);
  }

  private void tell(EscrowPackage opened, String words, boolean asJson) {
    EscrowWriter writer =
        EscrowWriter.read(words)
            .orElseThrow(() -> new BadInput("what is in the package says nobody's name"));
    if (asJson) {
      Json.write(
          terminal.out(),
          document -> {
            document.writeStartObject();
            document.writeBooleanProperty("opened", true);
            document.writeStringProperty("round", opened.round().toString());
            document.writeStringProperty("comment", opened.comment().toString());
            document.writeBooleanProperty("guest", writer.guest());
            document.writeStringProperty("writer", writer.id().toString());
            document.writeStringProperty("name", writer.name());
            document.writeStringProperty("relationship", writer.relationship());
            document.writeEndObject();
          });
      return;
    }
    terminal
        .out()
        .printf(
            "Comment %s of round %s was written by %s (%s %s, asked as %s).%n",
            opened.comment(),
            opened.round(),
            Columns.plain(writer.name()),
            writer.guest() ? "guest" : "person",
            writer.id(),
            Columns.plain(writer.relationship()));
  }

  /// Readable by whoever runs this and nobody else, from the first byte on.
  private static void writeNew(Path file, String text) {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (FileAlreadyExistsException there) {
      throw new BadInput(file + " is there already");
    } catch (IOException failure) {
      throw new BadInput("cannot write " + file);
    }
  }
}
