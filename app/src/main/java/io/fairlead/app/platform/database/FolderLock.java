package io.fairlead.app.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// One process a data folder. The operating system lets go of the lock when the process ends,
/// however it ends.
final class FolderLock {
  /// Static, because a lock whose channel is garbage collected is silently released. Asked before
  /// any file is opened, because closing any channel on the file releases the locks of the whole
  /// process.
  private static final ConcurrentMap<Path, FileChannel> HELD = new ConcurrentHashMap<>();

  private FolderLock() {}

  static synchronized void take(DataFolder folder) {
    Path file = real(folder.lock());
    if (HELD.containsKey(file)) {
      throw isInUse(folder, Long.toString(ProcessHandle.current().pid()));
    }
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw isInUse(folder, Files.readString(file).strip());
      }
      HELD.put(file, channel);
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
    } catch (IOException failure) {
      throw new DatabaseUnavailable(
          "The lock file %s cannot be written: %s.".formatted(file, StartFailure.reason(failure)),
          failure);
    }
  }

  /// Whether some process holds it, this one included.
  static synchronized boolean isHeld(DataFolder folder) {
    Path file = real(folder.lock());
    if (HELD.containsKey(file)) {
      return true;
    }
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return channel.tryLock() == null;
    } catch (IOException notOurs) {
      return true;
    }
  }

  static synchronized void release(DataFolder folder) {
    FileChannel channel = HELD.remove(real(folder.lock()));
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException ignored) {
      // Closing the channel is only politeness: the lock ends with the process anyway.
    }
  }

  private static DatabaseUnavailable isInUse(DataFolder folder, String pid) {
    return new DatabaseUnavailable(
        "Fairlead is already running on %s%s. Stop that one first, or name another folder with FAIRLEAD_DATA."
            .formatted(folder.root(), pid.isEmpty() ? "" : " (process " + pid + ")"));
  }

  /// One folder has one lock, by whatever path it is reached.
  private static Path real(Path lock) {
    try {
      return lock.resolveSibling("").toRealPath().resolve(lock.getFileName());
    } catch (IOException notMadeYet) {
      return lock;
    }
  }
}
