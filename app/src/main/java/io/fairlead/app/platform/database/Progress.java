package io.fairlead.app.platform.database;

/// Told, in plain sentences, what is being done while someone waits.
@FunctionalInterface
public interface Progress {
  /// Says nothing.
  Progress SILENT = sentence -> {};

  void say(String sentence);
}
