package io.fairlead.app.platform.database;

/// A database that answers, for as long as this is open.
public sealed interface Database extends AutoCloseable
    permits EmbeddedDatabase, RunningDatabase, ExternalDatabase {

  DatabaseAccess access();

  /// Where what does not belong into the database lives: keys, and the embedded database itself.
  DataFolder folder();

  /// One line for people: which database this is.
  String description();

  /// Lets go of it; the embedded one is shut down with everything written.
  @Override
  void close();
}
