package io.fairlead.app.platform.database;

/// The database cannot be used, for a reason said in plain sentences to whoever started us.
public class DatabaseUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseUnavailable(String sentence) {
    super(sentence);
  }

  public DatabaseUnavailable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
