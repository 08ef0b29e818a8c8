package io.fairlead.app.platform.backup;

/// A backup or restore was not done, for a reason said in plain sentences; nothing was changed
/// unless the sentence says so.
public class BackupRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BackupRefused(String sentence) {
    super(sentence);
  }

  BackupRefused(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
