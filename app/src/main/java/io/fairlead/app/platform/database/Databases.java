package io.fairlead.app.platform.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Chooses the database by the environment: the operator's PostgreSQL where `FAIRLEAD_DB_URL` names
/// one, else the one we bring, in the folder `fairlead-data` (or where `FAIRLEAD_DATA` says).
public final class Databases {
  private Databases() {}

  /// @throws DatabaseUnavailable when it cannot be used, saying why and what to do
  public static Database fromEnvironment(Map<String, String> environment, Progress progress) {
    DataFolder folder = folder(environment);
    if (environment.getOrDefault("FAIRLEAD_DB_URL", "").isBlank()) {
      return EmbeddedDatabase.start(folder, progress);
    }
    return ExternalDatabase.open(environment, folder, progress);
  }

  /// The same database for a short piece of work beside a server that may be running on it. The
  /// embedded one is started, and stopped again, only if it is not; it is never made.
  public static Database beside(Map<String, String> environment, Progress progress) {
    DataFolder folder = folder(environment);
    if (!environment.getOrDefault("FAIRLEAD_DB_URL", "").isBlank()) {
      return fromEnvironment(environment, progress);
    }
    if (!Files.exists(folder.database())) {
      throw new DatabaseUnavailable(
          "There is no database of Fairlead in %s: name the data folder with FAIRLEAD_DATA."
              .formatted(folder.root()));
    }
    return folder.isInUse() ? new RunningDatabase(folder) : fromEnvironment(environment, progress);
  }

  public static DataFolder folder(Map<String, String> environment) {
    return DataFolder.at(Path.of(environment.getOrDefault("FAIRLEAD_DATA", "fairlead-data")));
  }
}
