package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.RoundRules.COMMENTS;
import static io.fairlead.app.feedback.RoundRules.ROUND;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Comments of a round whose reports nobody could open yet, in the order of their random ids.
/// Neither those about whoever looks nor those whose report they read later are among them.
@Component
class StewardStore {
  private static final String COLUMNS =
      "select c.id, c.words, c.withheld_because, c.confirmed_by is not null as withheld from feedback_comment c"
          + " where c.subject = any(:subjects) and not c.named";

  private final JdbcClient database;
  private final Policy policy;
  private final OrganisationSettings settings;
  private final Clock clock;

  StewardStore(JdbcClient database, Policy policy, OrganisationSettings settings, Clock clock) {
    this.database = database;
    this.policy = policy;
    this.settings = settings;
    this.clock = clock;
  }

  /// @param ownerName whom to turn to; null once their account is erased
  /// @param concerns whom else; empty where nobody is named
  record StewardRound(
      UUID id, String name, @Nullable String ownerName, String concerns, boolean hasEscrow) {}

  /// If the viewer may do that to its comments.
  Optional<StewardRound> round(Viewer viewer, String act, UUID id) {
    return database
        .sql(
            "select r.id, r.name, r.concerns, o.name as owner_name, r.escrow_first is not null as has_escrow from feedback_round r"
                + " left join identity o on o.person = r.owner where r.id = :id and "
                + policy.condition(ROUND, act, COMMENTS, "r"))
        .params(viewer.parameters())
        .param("id", id)
        .query((row, _) ->
            new StewardRound(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("owner_name"),
                row.getString("concerns"),
                row.getBoolean("has_escrow")))
        .optional();
  }

  /// Reports that nobody could open yet.
  ///
  /// @param until when the first of them opens, as things stand; null where there is none
  record Closed(List<UUID> subjects, @Nullable Instant until) {
    Closed {
      subjects = List.copyOf(subjects);
    }
  }

  Closed closed(Viewer viewer, UUID round) {
    record Subject(UUID id, Instant opens) {}
    ZoneId zone = settings.organisation().zone();
    Instant now = clock.instant();
    List<Subject> found =
        database
            .sql(
                """
                select fs.id, p.published_on, fs.debrief_booked_at, r.opens_at_debrief, r.opens_after
                from feedback_subject fs join feedback_report p on p.subject = fs.id
                join feedback_round r on r.id = fs.round
                where fs.round = :round and fs.person is distinct from :viewer and fs.manager is distinct from :viewer
                """)
            .param("round", round)
            .param("viewer", viewer.person())
            .query((row, _) -> {
              Timestamp booked = row.getTimestamp("debrief_booked_at");
              return new Subject(
                  row.getObject("id", UUID.class),
                  ReportOpening.of(
                      row.getObject("published_on", LocalDate.class),
                      booked == null ? null : booked.toInstant(),
                      true,
                      RoundColumns.opening(row),
                      zone));
            })
            .list()
            .stream()
            .filter(subject -> now.isBefore(subject.opens()))
            .toList();
    return new Closed(
        found.stream().map(Subject::id).toList(),
        found.stream().map(Subject::opens).min(Comparator.naturalOrder()).orElse(null));
  }

  /// @param after the last one of the page before
  List<StewardComment> comments(List<UUID> subjects, @Nullable UUID after, int limit) {
    return database
        .sql(
            COLUMNS
                + " and (cast(:after as uuid) is null or c.id > :after) order by c.id limit :limit")
        .param("subjects", subjects.toArray(UUID[]::new))
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> comment(row))
        .list();
  }

  /// Those that somebody asked to withhold and nobody decided on.
  List<StewardComment> asked(List<UUID> subjects, int limit) {
    return database
        .sql(
            COLUMNS
                + " and c.withheld_by is not null and c.confirmed_by is null order by c.id limit :limit")
        .param("subjects", subjects.toArray(UUID[]::new))
        .param("limit", limit)
        .query((row, _) -> comment(row))
        .list();
  }

  /// Until the transaction ends nobody else changes it.
  Optional<StewardComment> lock(List<UUID> subjects, UUID id) {
    return database
        .sql(COLUMNS + " and c.id = :id for update")
        .param("subjects", subjects.toArray(UUID[]::new))
        .param("id", id)
        .query((row, _) -> comment(row))
        .optional();
  }

  /// @param because null takes it back
  void ask(UUID id, @Nullable StewardReason because, @Nullable UUID by) {
    database
        .sql(
            "update feedback_comment set withheld_because = :because, withheld_by = :by where id = :id")
        .param("id", id)
        .param("because", because == null ? null : because.code())
        .param("by", by)
        .update();
  }

  void confirm(UUID id, UUID by) {
    database
        .sql("update feedback_comment set confirmed_by = :by where id = :id")
        .param("id", id)
        .param("by", by)
        .update();
  }

  private static StewardComment comment(ResultSet row) throws SQLException {
    String because = row.getString("withheld_because");
    return new StewardComment(
        row.getObject("id", UUID.class),
        row.getString("words"),
        because == null ? null : StewardReason.find(because).orElseThrow(),
        row.getBoolean("withheld"));
  }
}
