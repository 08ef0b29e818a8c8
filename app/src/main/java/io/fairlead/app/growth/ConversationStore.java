package io.fairlead.app.growth;

import io.fairlead.app.people.PersonName;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Prepared conversations, with what was written sealed.
@Repository
class ConversationStore {
  private static final int MOST = 200;
  private static final int MOST_PEOPLE = 60;

  private final JdbcClient database;
  private final SealedPreparations seals;
  private final String readable;
  private final String mayPrepare;

  ConversationStore(JdbcClient database, SealedPreparations seals, Policy policy) {
    this.database = database;
    this.seals = seals;
    this.readable =
        """
        select c.*, coalesce(i.name, '') as name from prepared_conversation c
        left join identity i on i.person = c.about where %s
        """
            .formatted(
                policy.condition(
                    ConversationRules.RECORD,
                    ConversationRules.READ,
                    ConversationRules.SHEET,
                    "c"));
    this.mayPrepare =
        policy.condition(
            ConversationRules.PARTNER,
            ConversationRules.PREPARE,
            ConversationRules.SHEET,
            "i.person");
  }

  Optional<PreparedConversation> find(Viewer viewer, UUID id) {
    return database
        .sql(readable + " and c.id = :id")
        .params(viewer.parameters())
        .param("id", id)
        .query((row, _) -> conversation(row))
        .optional();
  }

  /// What is still to be held first, then what is to be looked at again, then what is over.
  List<PreparedConversation> all(Viewer viewer) {
    return database
        .sql(
            readable
                + """
                 order by c.closed_at is not null, c.held_on is not null, c.booked_at nulls last, c.created_at desc, c.id
                limit :most
                """)
        .params(viewer.parameters())
        .param("most", MOST)
        .query((row, _) -> conversation(row))
        .list();
  }

  /// Those with a person that are not over.
  List<PreparedConversation> open(Viewer viewer, UUID about) {
    return database
        .sql(
            readable
                + """
                 and c.about = :about and c.closed_at is null
                order by c.booked_at nulls last, c.created_at desc, c.id limit 10
                """)
        .params(viewer.parameters())
        .param("about", about)
        .query((row, _) -> conversation(row))
        .list();
  }

  private PreparedConversation conversation(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new PreparedConversation(
        id,
        row.getObject("about", UUID.class),
        row.getString("name"),
        row.getString("situation"),
        seals.opened(row.getObject("owner", UUID.class), id, row.getBytes("sealed")).orElse(null),
        instant(row, "booked_at"),
        row.getInt("booked_minutes"),
        row.getObject("held_on", LocalDate.class),
        row.getObject("follow_up", LocalDate.class),
        instant(row, "closed_at"),
        row.getTimestamp("changed_at").toInstant(),
        row.getLong("version"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  /// Whose it is, whoever asks.
  Optional<UUID> owner(UUID id) {
    return database
        .sql("select owner from prepared_conversation where id = :id")
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  /// Somebody with whom the viewer may prepare one.
  Optional<PersonName> person(Viewer viewer, UUID person) {
    return database
        .sql("select i.person, i.name from identity i where i.person = :person and " + mayPrepare)
        .params(viewer.parameters())
        .param("person", person)
        .query(
            (row, _) -> new PersonName(row.getObject("person", UUID.class), row.getString("name")))
        .optional();
  }

  /// The viewer's line, those who report to them directly first.
  List<PersonName> line(Viewer viewer, String name) {
    return database
        .sql(
            """
            select i.person, i.name from line_of l join identity i on i.person = l.below
            where l.above = :viewer and l.depth > 0 and position(lower(:name) in lower(i.name)) > 0 and %s
            order by l.depth, lower(i.name), i.person limit :most
            """
                .formatted(mayPrepare))
        .params(viewer.parameters())
        .param("name", name)
        .param("most", MOST_PEOPLE)
        .query(
            (row, _) -> new PersonName(row.getObject("person", UUID.class), row.getString("name")))
        .list();
  }

  void insert(
      UUID id, UUID owner, UUID about, String situation, PreparationInput.Read read, Instant at) {
    database
        .sql(
            """
            insert into prepared_conversation (id, owner, about, situation, sealed, booked_at, booked_minutes, follow_up,
              created_at, changed_at)
            values (:id, :owner, :about, :situation, :sealed, :booked, :minutes, :follow_up, :at, :at)
            """)
        .param("id", id)
        .param("owner", owner)
        .param("about", about)
        .param("situation", situation)
        .param("sealed", seals.sealed(owner, id, read.preparation()))
        .param("booked", timestamp(read.bookedAt()))
        .param("minutes", read.minutes())
        .param("follow_up", read.followUp())
        .param("at", Timestamp.from(at))
        .update();
  }

  /// Lets one change of a conversation wait for another.
  void lock(UUID id) {
    database
        .sql("select 1 from prepared_conversation where id = :id for update")
        .param("id", id)
        .query((_, _) -> true)
        .list();
  }

  /// @return whether it still was of that version
  boolean update(UUID id, UUID owner, long version, PreparationInput.Read read, Instant at) {
    return database
            .sql(
                """
                update prepared_conversation set sealed = :sealed, booked_at = :booked, booked_minutes = :minutes,
                  follow_up = :follow_up, changed_at = :at, version = version + 1
                where id = :id and version = :version
                """)
            .param("id", id)
            .param("version", version)
            .param("sealed", seals.sealed(owner, id, read.preparation()))
            .param("booked", timestamp(read.bookedAt()))
            .param("minutes", read.minutes())
            .param("follow_up", read.followUp())
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  void hold(
      UUID id,
      UUID owner,
      Preparation preparation,
      LocalDate on,
      @Nullable LocalDate followUp,
      Instant at) {
    database
        .sql(
            """
            update prepared_conversation set sealed = :sealed, held_on = :on, follow_up = :follow_up, closed_at = null,
              changed_at = :at, version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("sealed", seals.sealed(owner, id, preparation))
        .param("on", on)
        .param("follow_up", followUp)
        .param("at", Timestamp.from(at))
        .update();
  }

  void close(UUID id, Instant at) {
    database
        .sql(
            """
            update prepared_conversation set closed_at = :at, changed_at = :at, version = version + 1
            where id = :id and closed_at is null
            """)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .update();
  }

  void delete(UUID id) {
    database.sql("delete from prepared_conversation where id = :id").param("id", id).update();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
