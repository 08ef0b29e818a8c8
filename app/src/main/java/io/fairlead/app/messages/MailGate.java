package io.fairlead.app.messages;

/// Quiet mode as SQL: whether mail may reach a person, because somebody entitled named an audience
/// that they are in. Where mail is queued and again where it is sent.
final class MailGate {
  private MailGate() {}

  /// The same for a mail, of which one's own test passes in any case.
  ///
  /// @param mail the alias of a row with `recipient` and `kind`
  static String openTo(String mail) {
    return "(%1$s.kind = '%2$s' or %3$s)"
        .formatted(mail, MailTries.KIND, open(mail + ".recipient"));
  }

  /// @param person a column; the statement binds `:today`
  static String open(String person) {
    return """
    exists (select 1 from mail_audience a where a.everyone or a.person = %1$s or a.unit in (
      select l.above from employment e join unit_line l on l.below = e.unit
      where e.person = %1$s and e.during @> :today))
    """
        .formatted(person)
        .strip();
  }
}
