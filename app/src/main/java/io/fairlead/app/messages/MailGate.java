package io.fairlead.app.messages;

/// Quiet mode as SQL: whether mail may reach a person, because somebody entitled named an audience
/// that they are in. Where mail is queued and again where it is sent.
final class MailGate {
  private MailGate() {}

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
