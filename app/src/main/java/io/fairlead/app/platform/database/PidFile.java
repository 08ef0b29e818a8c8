package io.fairlead.app.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `postmaster.pid` claims. It outlives a crash, so nothing in it is believed before the
/// process it names has been looked at.
record PidFile(long pid, int port, String state) {

  static Optional<PidFile> in(Path database) {
    try {
      List<String> lines = Files.readAllLines(file(database));
      return Optional.of(
          new PidFile(
              Long.parseLong(lines.getFirst().strip()),
              lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0,
              lines.size() > 7 ? lines.get(7).strip() : ""));
    } catch (IOException | RuntimeException absentOrHalfWritten) {
      return Optional.empty();
    }
  }

  static Path file(Path database) {
    return database.resolve("postmaster.pid");
  }
}
