package io.fairlead.app.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs that come with us, unpacked once per version.
record PostgresBinaries(Path home) {
  static final String VERSION = "18.6";
  static final int MAJOR = 18;
  private static final String ARCHIVE = "postgres-linux-x86_64.txz";

  /// Unpacks them unless they are there.
  static PostgresBinaries in(Path folder, Progress progress) {
    Path home = folder.resolve("postgresql-" + VERSION);
    if (!Files.isExecutable(home.resolve("bin/postgres"))) {
      refuseOtherPlatforms();
      progress.say("Unpacking PostgreSQL " + VERSION + " (once).");
      unpackTo(home);
    }
    return new PostgresBinaries(home);
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  private static void refuseOtherPlatforms() {
    String system = System.getProperty("os.name", "");
    String processor = System.getProperty("os.arch", "");
    if (system.toLowerCase(Locale.ROOT).startsWith("linux") && processor.equals("amd64")) {
      return;
    }
    throw new DatabaseUnavailable(
        "The PostgreSQL that comes with Fairlead runs on Linux with an x86-64 processor; this is %s on %s. Run a PostgreSQL 15 or newer yourself and name it with FAIRLEAD_DB_URL, FAIRLEAD_DB_USER and FAIRLEAD_DB_PASSWORD."
            .formatted(system, processor));
  }

  private static void unpackTo(Path home) {
    try {
      Files.createDirectories(home.getParent());
      Path draft = Files.createTempDirectory(home.getParent(), "unpacking-");
      try {
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        unpack(draft);
        moveInto(draft, home);
      } finally {
        deleteAll(draft);
      }
    } catch (IOException failure) {
      throw new DatabaseUnavailable(
          "PostgreSQL cannot be unpacked into %s: %s."
              .formatted(home, StartFailure.reason(failure)),
          failure);
    }
  }

  /// The folder appears whole or not at all; someone else may have been faster, and then theirs
  /// stays.
  private static void moveInto(Path draft, Path home) throws IOException {
    try {
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException impossible) {
      throw impossible;
    } catch (IOException failure) {
      if (!Files.isExecutable(home.resolve("bin/postgres"))) {
        throw failure;
      }
    }
  }

  private static void unpack(Path target) throws IOException {
    try (InputStream resource = PostgresBinaries.class.getResourceAsStream("/" + ARCHIVE)) {
      if (resource == null) {
        throw new IOException("this build of Fairlead carries no PostgreSQL");
      }
      TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (isNeeded(entry.getName())) {
          write(entry, tar, target);
        }
      }
    }
  }

  private static boolean isNeeded(String name) {
    return !name.endsWith(".a") && !name.contains("/pkgconfig/") && !name.contains("/include/");
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("the archive names a file outside itself: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path directory, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
