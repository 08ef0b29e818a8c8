package io.fairlead.app.platform.policy;

/// How the viewer stands to a record, as one SQL condition. `{subject}` in it is replaced by the
/// column that holds the person (or, for relations a module declares, the record) in the statement
/// at hand; `:viewer`, `:viewer_roles`, `:viewer_units` and `:today` are bound from the viewer.
/// Lists and single acts use the same condition, so "not yours" and "not there" are one answer.
///
/// @param code stable name, also the message key `relation.<code>` ("your manager and those above")
public record Relation(String code, String condition) {

  public static final Relation EVERYONE = new Relation("everyone", "true");
  public static final Relation SELF = new Relation("self", "{subject} = :viewer");
  public static final Relation PEOPLE_OPS = role("people-ops");
  public static final Relation EXECUTIVE = role("executive");
  public static final Relation FINANCE = role("finance");
  public static final Relation AUDITOR = role("auditor");
  public static final Relation IT_ADMINISTRATOR = role("it-administrator");

  private static Relation role(String code) {
    return new Relation(code, "'" + code + "' = any(:viewer_roles)");
  }

  /// That a row exists, looked up by index for each record that is asked about. Without it the
  /// database may rather read all rows of the viewer (a chief's whole line, everybody's employment)
  /// and keep them in a hash, which costs what the organisation is large.
  ///
  /// @param select a statement over few rows of one record, without limit
  public static String exists(String select) {
    return "exists (" + select.strip() + " offset 0)";
  }

  String on(String subject) {
    return "(" + condition.replace("{subject}", subject) + ")";
  }
}
