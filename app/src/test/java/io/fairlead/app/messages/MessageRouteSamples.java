package io.fairlead.app.messages;

import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Messages' part of the access matrix.
@Component
final class MessageRouteSamples implements RouteSamples {
  private final JdbcClient database;

  MessageRouteSamples(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of("GET /studio/messages", Call.to("/studio/messages")::about),
        RouteSample.of(
            "POST /studio/messages/audiences",
            person -> Call.to("/studio/messages/audiences").about(person).form("whom=everyone")),
        RouteSample.of(
            "POST /studio/messages/audiences/{audience}/end",
            person ->
                Call.to("/studio/messages/audiences/" + audience(person) + "/end")
                    .about("mail_audience", audience(person))
                    .form("key=")),
        RouteSample.of(
            "GET /studio/messages/previews", Call.to("/studio/messages/previews")::about),
        RouteSample.of(
            "GET /studio/messages/previews/{kind}",
            Call.to("/studio/messages/previews/invitation")::about),
        RouteSample.of(
            "POST /studio/messages/test",
            person -> Call.to("/studio/messages/test").about(person).form("key=")),
        RouteSample.of(
            "POST /studio/messages/undelivered/{mail}/again",
            person ->
                Call.to("/studio/messages/undelivered/" + undelivered(person) + "/again")
                    .about("outgoing_mail", undelivered(person))
                    .form("key=")),
        RouteSample.of(
            "POST /api/v1/mail/tests",
            person -> Call.to("/api/v1/mail/tests").about(person).json("")),
        RouteSample.of(
            "POST /api/v1/mail/undelivered/{mail}/again",
            person ->
                Call.to("/api/v1/mail/undelivered/" + undelivered(person) + "/again")
                    .about("outgoing_mail", undelivered(person))
                    .json("")),
        RouteSample.of("GET /api/v1/mail", Call.to("/api/v1/mail")::about),
        RouteSample.of(
            "POST /api/v1/mail/audiences",
            person -> Call.to("/api/v1/mail/audiences").about(person).json("{\"everyone\": true}")),
        RouteSample.of(
            "DELETE /api/v1/mail/audiences/{audience}",
            person ->
                Call.to("/api/v1/mail/audiences/" + audience(person))
                    .about("mail_audience", audience(person))));
  }

  private UUID undelivered(Person person) {
    UUID mail = UUID.nameUUIDFromBytes(person.id().toString().getBytes(StandardCharsets.US_ASCII));
    database
        .sql(
            """
            insert into outgoing_mail (id, recipient, kind, letter, queued_at, state, next_at, ended_at)
            values (?, ?, 'told', '{"subject": "mail.test.subject", "parameters": [], "lines": [], "why": "mail.test.why"}',
              now(), 'refused', now(), now())
            on conflict do nothing
            """)
        .params(mail, person.id())
        .update();
    return mail;
  }

  private UUID audience(Person person) {
    database
        .sql(
            """
            insert into mail_audience (id, person, opened_at) values (?, ?, now()) on conflict do nothing
            """)
        .params(UUID.randomUUID(), person.id())
        .update();
    return database
        .sql("select id from mail_audience where person = ?")
        .param(person.id())
        .query(UUID.class)
        .single();
  }
}
