package io.fairlead.app.platform.personal;

/// A kind of record for which an organisation may say how long it is kept. Nothing is deleted until
/// somebody entitled says so.
///
/// @param code stable name and message key `retained.<code>`; `retained.from.<code>` says what the
///   time is counted from
/// @param suggested months, what a form begins with
/// @param empties whether the record stays and only its words go
/// @param due selects the ids of the records whose time began before `:before`, an instant, without
///   limit; never one about somebody under a legal hold
/// @param act deletes or empties those in `{due}`; where it begins with `with` it ends in a select
///   that has a row for each
/// @param least months that they are kept whatever is set
public record RetainedRecord(
    String code, int suggested, boolean empties, String due, String act, int least) {
  /// One that may be kept as shortly as an organisation likes.
  public RetainedRecord(String code, int suggested, boolean empties, String due, String act) {
    this(code, suggested, empties, due, act, 1);
  }

  /// How many of them are due.
  public String count() {
    return "select count(*) from (" + due.strip() + ") due";
  }

  /// Whether the act tells of each record by a row.
  public boolean tells() {
    return act.stripLeading().startsWith("with ");
  }

  /// The act on at most `:most` of them.
  public String batch() {
    return act.replace("{due}", due.strip() + " limit :most");
  }
}
