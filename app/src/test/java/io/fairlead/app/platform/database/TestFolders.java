package io.fairlead.app.platform.database;

import java.nio.file.Path;

/// Data folders for tests. The programs are unpacked once per checkout.
final class TestFolders {
  private TestFolders() {}

  static DataFolder in(Path temporary) {
    return DataFolder.at(temporary.resolve("fairlead-data"))
        .withBinaries(Path.of("target", "postgresql"));
  }
}
