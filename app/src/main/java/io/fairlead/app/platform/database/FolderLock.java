package io.fairlead.app.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// One process a data folder. The operating system lets go of the lock when the process ends,
/// however it ends.
final class FolderLock {
  /// Static, because a lock whose channel is garbage collected is silently released.
  private static final ConcurrentMap<Path, FileChannel> HELD = new ConcurrentHashMap<>();

  private FolderLock() {}

  static void take(DataFolder folder) {
    Path file = folder.lock();
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locks(channel)) {
        channel.close();
        throw new DatabaseUnavailable(
            "Fairlead is already running on %s%s. Stop that one first, or name another folder with FAIRLEAD_DATA."
                .formatted(folder.root(), holder(file)));
      }
      HELD.put(file, channel);
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
    } catch (IOException failure) {
      throw new DatabaseUnavailable(
          "The lock file %s cannot be written: %s.".formatted(file, failure.getMessage()), failure);
    }
  }

  static void release(DataFolder folder) {
    FileChannel channel = HELD.remove(folder.lock());
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException ignored) {
      // Closing the channel is only politeness: the lock ends with the process anyway.
    }
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private static String holder(Path file) throws IOException {
    String pid = Files.readString(file).strip();
    return pid.isEmpty() ? "" : " (process " + pid + ")";
  }
}
