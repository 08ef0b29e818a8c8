package io.fairlead.app.platform.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The one visible folder on disk that holds everything this installation must keep: the embedded
/// database, its generated passwords, and the keys.
///
/// @param root the folder itself
/// @param binaries where the PostgreSQL we bring is unpacked; may be shared between data folders
public record DataFolder(Path root, Path binaries) {

  public static DataFolder at(Path root) {
    Path absolute = root.toAbsolutePath().normalize();
    return new DataFolder(absolute, absolute.resolve("program"));
  }

  /// The same data with the unpacked programs elsewhere, so that many short-lived folders unpack
  /// once.
  public DataFolder withBinaries(Path elsewhere) {
    return new DataFolder(root, elsewhere.toAbsolutePath().normalize());
  }

  /// Keys of rounds and private notes, beside the database and never in it.
  public Path keys() {
    return root.resolve("keys");
  }

  /// Whether a server is running on it.
  public boolean isInUse() {
    return FolderLock.isHeld(this);
  }

  Path database() {
    return root.resolve("database");
  }

  /// What the server and its database say; nothing personal.
  public Path log() {
    return root.resolve("log");
  }

  /// Where the web server keeps uploads while it reads them.
  public Path temporary() {
    return root.resolve("temporary");
  }

  Path lock() {
    return root.resolve("lock");
  }

  Path port() {
    return root.resolve("port");
  }

  /// Makes the folder; others may enter it, since the database may run as another user, and can
  /// read neither the database nor secrets nor keys.
  ///
  /// @throws DatabaseUnavailable when it cannot be made or written
  public void create() {
    try {
      if (!Files.isDirectory(root)) {
        Files.createDirectories(root);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      Files.createDirectories(log());
      if (!Files.isWritable(root) || !Files.isWritable(log())) {
        throw new AccessDeniedException(root.toString());
      }
    } catch (AccessDeniedException denied) {
      throw new DatabaseUnavailable(
          "The data folder %s cannot be written by this user: make it writable, or name another with FAIRLEAD_DATA."
              .formatted(root),
          denied);
    } catch (IOException failure) {
      throw new DatabaseUnavailable(
          "The data folder %s cannot be made: %s.".formatted(root, StartFailure.reason(failure)),
          failure);
    }
  }

  /// The generated password of that name, made on first use, in a file that only we can read.
  String secret(String name) {
    Path file = root.resolve("secrets").resolve(name);
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      Files.createDirectories(
          file.getParent(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      String secret = HexFormat.of().formatHex(random);
      writePrivately(file, secret);
      return secret;
    } catch (IOException failure) {
      throw new DatabaseUnavailable(
          "The password file %s cannot be read or made: %s.".formatted(file, failure.getMessage()),
          failure);
    }
  }

  /// Writes a file of mode 0600, whole or not at all.
  static void writePrivately(Path file, String content) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
