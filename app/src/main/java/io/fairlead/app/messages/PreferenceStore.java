package io.fairlead.app.messages;

import io.fairlead.app.messages.Preferences.Chosen;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of what people chose.
@Repository
class PreferenceStore {
  private final JdbcClient database;
  private final JsonMapper json;

  PreferenceStore(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /// What is kept of a person's choices, with what holds where there is none.
  record Stored(
      Map<String, String> channels,
      String rhythm,
      String quietFrom,
      String quietUntil,
      String zone,
      long version) {}

  Stored find(UUID person) {
    return database
        .sql(
            """
            select coalesce(r.rhythm, 'at-once') as rhythm, coalesce(to_char(r.quiet_from, 'HH24:MI'), '') as quiet_from,
              coalesce(to_char(r.quiet_until, 'HH24:MI'), '') as quiet_until, coalesce(r.zone, '') as zone,
              coalesce(r.version, 0) as version,
              coalesce((select jsonb_object_agg(p.kind, p.channel) from message_preference p where p.person = x.person),
                '{}') as channels
            from (select :person::uuid as person) x left join message_rhythm r on r.person = x.person
            """)
        .param("person", person)
        .query((row, _) ->
            new Stored(
                json.readValue(
                    row.getString("channels"), new TypeReference<HashMap<String, String>>() {}),
                row.getString("rhythm"),
                row.getString("quiet_from"),
                row.getString("quiet_until"),
                row.getString("zone"),
                row.getLong("version")))
        .single();
  }

  /// The new version; empty when the person chose otherwise meanwhile, in another window.
  Optional<Long> save(UUID person, Chosen chosen, Map<String, String> channels) {
    Optional<Long> version =
        database
            .sql(
                """
                insert into message_rhythm as r (person, rhythm, quiet_from, quiet_until, zone)
                select :person, :rhythm, nullif(:from, '')::time, nullif(:until, '')::time, nullif(:zone, '')
                where :version = 0 or exists (select 1 from message_rhythm where person = :person)
                on conflict (person) do update set rhythm = excluded.rhythm, quiet_from = excluded.quiet_from,
                  quiet_until = excluded.quiet_until, zone = excluded.zone, version = r.version + 1
                where r.version = :version
                returning version
                """)
            .param("person", person)
            .param("rhythm", chosen.rhythm())
            .param("from", chosen.quietFrom())
            .param("until", chosen.quietUntil())
            .param("zone", chosen.zone())
            .param("version", chosen.version())
            .query(Long.class)
            .optional();
    if (version.isPresent()) {
      database
          .sql(
              "update notice set mail_due = told_at where recipient = :person and mail_due is not null")
          .param("person", person)
          .update();
      database
          .sql("delete from message_preference where person = :person")
          .param("person", person)
          .update();
      database
          .sql(
              """
              insert into message_preference (person, kind, channel)
              select :person, kind, channel from unnest(:kinds::text[], :channels::text[]) as c (kind, channel)
              """)
          .param("person", person)
          .param("kinds", channels.keySet().toArray(String[]::new))
          .param("channels", channels.values().toArray(String[]::new))
          .update();
    }
    return version;
  }
}
