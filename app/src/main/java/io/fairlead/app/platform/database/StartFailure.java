package io.fairlead.app.platform.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Says in plain sentences what PostgreSQL's own words mean for whoever started us.
final class StartFailure {
  private record Meaning(String words, String sentence) {}

  private static final List<Meaning> MEANINGS =
      List.of(
          new Meaning(
              "No space left on device",
              "The disk is full. Free some space and start again; nothing that was saved is lost."),
          new Meaning(
              "Disk quota exceeded",
              "The disk quota is used up. Free some space and start again; nothing that was saved is lost."),
          new Meaning(
              "database files are incompatible with server",
              "The data was written by another version of PostgreSQL than this release carries. Start the release that wrote it, make a backup with it, and restore that backup here."),
          new Meaning("Permission denied", "The files in the data folder belong to another user."),
          new Meaning(
              "has wrong ownership", "The files in the data folder belong to another user."),
          new Meaning(
              "Read-only file system", "The data folder lies on a disk that cannot be written."),
          new Meaning("Cannot allocate memory", "There is not enough memory to start PostgreSQL."),
          new Meaning(
              "error while loading shared libraries",
              "This system lacks a library that PostgreSQL needs."),
          new Meaning(
              "invalid primary checkpoint record",
              "The database files are damaged: the last checkpoint cannot be read. Restore a backup."),
          new Meaning(
              "could not locate a valid checkpoint record",
              "The database files are damaged: the last checkpoint cannot be read. Restore a backup."));

  private StartFailure() {}

  /// Starting failed with these last words.
  static DatabaseUnavailable from(String words, Path log) {
    String meaning =
        MEANINGS.stream()
            .filter(each -> words.contains(each.words()))
            .map(Meaning::sentence)
            .findFirst()
            .orElseGet(() ->
                isFull(log)
                    ? MEANINGS.getFirst().sentence()
                    : "PostgreSQL stopped while starting.");
    return new DatabaseUnavailable(
        "%s%nPostgreSQL said (more in %s):%n%s".formatted(meaning, log, lastLines(words)));
  }

  /// PostgreSQL does not always say that it was for want of space; 16 MB is one segment of its log.
  private static boolean isFull(Path log) {
    try {
      return Files.getFileStore(log).getUsableSpace() < 16 << 20;
    } catch (IOException unknown) {
      return false;
    }
  }

  static String reason(IOException failure) {
    String words = String.valueOf(failure.getMessage());
    if (failure instanceof AccessDeniedException) {
      return "no permission for " + words;
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "a file of that name is in the way";
    }
    return words.contains("No space left") ? "the disk is full" : words;
  }

  /// What was written to the log since it had that length.
  static String since(Path log, long length) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long begin = Math.max(length, file.length() - 8_192);
      file.seek(begin);
      byte[] bytes = new byte[(int) Math.max(0, file.length() - begin)];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "(its log cannot be read: " + unreadable.getMessage() + ")";
    }
  }

  private static String lastLines(String words) {
    List<String> lines = words.strip().lines().toList();
    return String.join(
        System.lineSeparator(),
        lines.subList(Math.max(0, lines.size() - 6), lines.size()).stream()
            .map(line -> "  " + line)
            .toList());
  }
}
