package io.fairlead.app.platform.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How the embedded server is set up; given on its command line, so that what runs can be compared
/// with what should run.
final class PostgresSettings {
  private static final List<Map.Entry<String, String>> SETTINGS =
      List.of(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("fsync", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("password_encryption", "scram-sha-256"),
          Map.entry("max_connections", "60"),
          // Memory of the database and of the JVM together is promised to stay under 450 MB.
          Map.entry("shared_buffers", "32MB"),
          Map.entry("work_mem", "4MB"),
          Map.entry("maintenance_work_mem", "32MB"),
          Map.entry("effective_cache_size", "512MB"),
          Map.entry("max_wal_size", "512MB"),
          Map.entry("random_page_cost", "1.1"),
          // Each process costs memory: none that reads files for others, none for replication.
          Map.entry("io_method", "sync"),
          Map.entry("max_logical_replication_workers", "0"),
          // Short queries: compiling them costs more than it saves.
          Map.entry("jit", "off"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          // No statement, parameter or constraint detail in the log: they hold people's data.
          Map.entry("log_min_messages", "log"),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_error_verbosity", "terse"));

  /// glibc's allocator otherwise keeps up to 16 MB in each process for good once it has planned a
  /// long statement; so it gives large blocks back. Other allocators know none of these names.
  static final Map<String, String> ALLOCATION =
      Map.of("MALLOC_MMAP_THRESHOLD_", "524288", "MALLOC_TRIM_THRESHOLD_", "524288");

  private PostgresSettings() {}

  static List<String> command(Path program, Path database, int port) {
    List<String> command =
        new ArrayList<>(
            List.of(program.toString(), "-D", database.toString(), "-p", Integer.toString(port)));
    SETTINGS.forEach(
        setting -> command.addAll(List.of("-c", setting.getKey() + "=" + setting.getValue())));
    return List.copyOf(command);
  }
}
