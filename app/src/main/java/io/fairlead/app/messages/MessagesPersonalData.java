package io.fairlead.app.messages;

import io.fairlead.app.people.LegalHoldSql;
import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import io.fairlead.app.platform.personal.Recipient;
import io.fairlead.app.platform.personal.RetainedRecord;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What somebody was told is theirs alone and goes with them; what they did, others were told of.
@Component
class MessagesPersonalData implements PersonalData {
  private final String mailServer;

  MessagesPersonalData(@Value("${fairlead.mail.host:}") String mailServer) {
    this.mailServer = mailServer;
  }

  @Override
  public List<Recipient> recipients() {
    return mailServer.isBlank() ? List.of() : List.of(new Recipient("mail", mailServer));
  }

  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.going(
            "inbox",
            """
            select kind, key, parameters, link, told_at, in_inbox, read_at from notice
            where recipient = :person order by told_at, id
            """,
            "delete from notice where recipient = :person",
            "notice.recipient",
            "notice.actor"),
        PersonalRecord.going(
            "message-preferences",
            "select kind, channel from message_preference where person = :person order by kind",
            "delete from message_preference where person = :person",
            "message_preference.person"),
        PersonalRecord.going(
            "message-rhythm",
            "select rhythm, quiet_from, quiet_until, zone from message_rhythm where person = :person",
            "delete from message_rhythm where person = :person",
            "message_rhythm.person"),
        PersonalRecord.going(
            "mail",
            """
            select kind, state, queued_at, ended_at, reply from outgoing_mail
            where recipient = :person order by queued_at, id
            """,
            "delete from outgoing_mail where recipient = :person",
            "outgoing_mail.recipient"),
        PersonalRecord.going(
            "mail-audiences",
            """
            select person is not distinct from :person as reaches_self, opened_at from mail_audience
            where person = :person or opened_by = :person order by opened_at
            """,
            "delete from mail_audience where person = :person",
            "mail_audience.person",
            "mail_audience.opened_by"),
        PersonalRecord.going(
            "weekly-mails",
            "select week, items, used_at from weekly_digest where person = :person order by week",
            "delete from weekly_digest where person = :person",
            "weekly_digest.person"));
  }

  @Override
  public List<RetainedRecord> retainedRecords() {
    return List.of(
        new RetainedRecord(
            "inbox",
            6,
            false,
            "select n.id from notice n where n.told_at < :before and n.mail_due is null and "
                + LegalHoldSql.free("n.recipient"),
            "delete from notice where id in ({due})"),
        new RetainedRecord(
            "mail",
            1,
            false,
            "select m.id from outgoing_mail m where m.ended_at < :before and "
                + LegalHoldSql.free("m.recipient"),
            "delete from outgoing_mail where id in ({due})"));
  }
}
