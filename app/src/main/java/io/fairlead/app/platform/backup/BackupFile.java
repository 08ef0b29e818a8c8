package io.fairlead.app.platform.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A backup file, opened for reading: a ZIP of the tables' COPY texts and the manifest, whose
/// comment, the last 64 bytes of the file, is the SHA-256 of all before it. Opening reads all of it
/// once, so that not one changed bit goes unnoticed.
final class BackupFile implements AutoCloseable {
  static final String MANIFEST = "manifest.json";
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SEAL = 64;

  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(ZipFile zip, Manifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /// @throws BackupRefused when the file is not a backup, or not whole
  static BackupFile open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BackupRefused("There is no file %s.".formatted(file));
    }
    try {
      if (!seal(file).equals(writtenSeal(file))) {
        throw damaged(file, "its checksum does not match");
      }
      ZipFile zip = new ZipFile(file.toFile());
      return new BackupFile(zip, manifest(zip, file));
    } catch (IOException | JacksonException unreadable) {
      throw damaged(file, String.valueOf(unreadable.getMessage()));
    }
  }

  Manifest manifest() {
    return manifest;
  }

  InputStream rows(Manifest.Content table) throws IOException {
    return zip.getInputStream(entry(zip, table.entry()));
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException ignored) {
      // It was only read.
    }
  }

  /// The room in a ZIP's comment that [#writeSeal] fills once the rest is written.
  static String emptySeal() {
    return "0".repeat(SEAL);
  }

  static void writeSeal(Path file) throws IOException {
    String seal = seal(file);
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rwd")) {
      open.seek(open.length() - SEAL);
      open.write(seal.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static String writtenSeal(Path file) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      byte[] seal = new byte[SEAL];
      open.seek(Math.max(0, open.length() - SEAL));
      open.readFully(seal);
      return new String(seal, StandardCharsets.US_ASCII);
    }
  }

  private static String seal(Path file) throws IOException {
    MessageDigest digest = sha256();
    long left = Files.size(file) - SEAL;
    byte[] buffer = new byte[1 << 16];
    try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
      while (left > 0) {
        int read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          break;
        }
        digest.update(buffer, 0, read);
        left -= read;
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Manifest manifest(ZipFile zip, Path file) throws IOException {
    try (InputStream content = zip.getInputStream(entry(zip, MANIFEST))) {
      Manifest manifest = JSON.readValue(content, Manifest.class);
      if (manifest.format() != Manifest.FORMAT) {
        throw new BackupRefused(
            "The backup %s is of format %d, which this release does not read: use the release that made it, or a newer one."
                .formatted(file, manifest.format()));
      }
      return manifest;
    }
  }

  private static ZipEntry entry(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException(name + " is missing");
    }
    return entry;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static BackupRefused damaged(Path file, String detail) {
    return new BackupRefused(
        "The file %s is damaged or no backup of Fairlead (%s). Nothing was changed."
            .formatted(file, detail));
  }
}
