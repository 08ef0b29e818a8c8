package io.fairlead.app.platform.database;

/// The embedded database while another process of ours runs it: used, and left running.
record RunningDatabase(DataFolder folder) implements Database {

  @Override
  public DatabaseAccess access() {
    int port =
        PidFile.in(folder.database())
            .filter(file -> file.state().equals("ready"))
            .map(PidFile::port)
            .orElseThrow(() ->
                new DatabaseUnavailable(
                    "Fairlead is starting or stopping on %s: try again in a moment."
                        .formatted(folder.root())));
    return EmbeddedDatabase.access(folder, port);
  }

  @Override
  public String description() {
    return "the PostgreSQL that is running in " + folder.root();
  }

  @Override
  public void close() {}
}
