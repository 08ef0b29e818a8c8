package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.RoundRules.BOOK;
import static io.fairlead.app.feedback.RoundRules.DEBRIEF;
import static io.fairlead.app.feedback.RoundRules.FOLLOW;
import static io.fairlead.app.feedback.RoundRules.PUBLISHED;
import static io.fairlead.app.feedback.RoundRules.READ;
import static io.fairlead.app.feedback.RoundRules.REPORT;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which reports there are for whom, and the debriefs about them. What a report says lies in
/// [PublishedStore].
@Component
class ReportStore {
  private final JdbcClient database;
  private final OrganisationSettings settings;
  private final Clock clock;
  private final String readable;
  private final String bookable;
  private final String followable;

  ReportStore(JdbcClient database, OrganisationSettings settings, Clock clock, Policy policy) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
    this.readable =
        """
        select fs.id, fs.round, r.name as round_name, r.purpose, r.audience, r.steward is not null as has_steward,
          r.escrow_first is not null as has_escrow,
          %s and r.purpose = 'development' and r.follows is null as may_follow,
          fs.person, coalesce(i.name, u.name, o.title) as name, coalesce(fs.person = :viewer, false) as own,
          fs.person is null and fs.manager = :viewer as leads, m.name as manager_name, fs.debrief_at, fs.debrief_booked_at,
          fs.debrief_with, w.name as with_name, p.published_on, r.opens_at_debrief, r.opens_after,
          r.without || r.unforeseen as without, r.concerns, ro.name as owner_name
        from feedback_subject fs join feedback_report p on p.subject = fs.id join feedback_round r on r.id = fs.round
        left join identity i on i.person = fs.person left join identity m on m.person = fs.manager
        left join identity w on w.person = fs.debrief_with left join unit u on u.id = fs.unit
        left join objective o on o.id = fs.objective left join identity ro on ro.person = r.owner
        where %s
        """
            .formatted(
                policy.condition(REPORT, FOLLOW, PUBLISHED, "fs"),
                policy.condition(REPORT, READ, PUBLISHED, "fs"));
    this.bookable = readable + " and " + policy.condition(REPORT, BOOK, DEBRIEF, "fs");
    this.followable = readable + " and " + policy.condition(REPORT, FOLLOW, PUBLISHED, "fs");
  }

  /// Those that the viewer may read, the latest first.
  List<ReportHead> all(Viewer viewer) {
    ZoneId zone = settings.organisation().zone();
    return database
        .sql(readable + " order by p.published_on desc, name nulls last, fs.id limit 200")
        .params(viewer.parameters())
        .query((row, _) -> head(row, zone))
        .list();
  }

  /// Of those about the person, the ones that they can read by now.
  List<UUID> openTo(UUID person) {
    ZoneId zone = settings.organisation().zone();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Viewer reviewee = new Viewer(person, "", Set.of(), Set.of(), Set.of(), today);
    return database
        .sql(readable + " and fs.person = :viewer")
        .params(reviewee.parameters())
        .query((row, _) -> head(row, zone))
        .list()
        .stream()
        .filter(ReportHead::isOpen)
        .map(ReportHead::subject)
        .toList();
  }

  Optional<ReportHead> find(Viewer viewer, UUID subject) {
    return one(readable, viewer, subject);
  }

  /// If the viewer may book its debrief.
  Optional<ReportHead> findBookable(Viewer viewer, UUID subject) {
    return one(bookable, viewer, subject);
  }

  /// If the viewer may have those asked again who were asked about it.
  Optional<ReportHead> findFollowable(Viewer viewer, UUID subject) {
    return one(followable, viewer, subject);
  }

  private Optional<ReportHead> one(String which, Viewer viewer, UUID subject) {
    ZoneId zone = settings.organisation().zone();
    return database
        .sql(which + " and fs.id = :subject")
        .params(viewer.parameters())
        .param("subject", subject)
        .query((row, _) -> head(row, zone))
        .optional();
  }

  /// Whether they were ever named as somebody to ask, other than by name: whatever came of it.
  boolean wasNamedAsRater(UUID subject, UUID person) {
    return database
        .sql(
            """
            select exists (select from feedback_rater where subject = :subject and person = :person
              and relationship not in ('self', 'manager')) as named
            """)
        .param("subject", subject)
        .param("person", person)
        .query((row, _) -> row.getBoolean("named"))
        .single();
  }

  void book(UUID subject, Instant at, UUID with) {
    database
        .sql(
            """
            update feedback_subject set debrief_at = :at, debrief_with = :with,
              debrief_booked_at = coalesce(debrief_booked_at, :now)
            where id = :subject
            """)
        .param("subject", subject)
        .param("at", Timestamp.from(at))
        .param("with", with)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private ReportHead head(ResultSet row, ZoneId zone) throws SQLException {
    LocalDate publishedOn = row.getObject("published_on", LocalDate.class);
    Instant at = instant(row, "debrief_at");
    Instant opens =
        ReportOpening.of(
            publishedOn,
            instant(row, "debrief_booked_at"),
            row.getBoolean("has_steward"),
            RoundColumns.opening(row),
            zone);
    return new ReportHead(
        row.getObject("id", UUID.class),
        row.getObject("round", UUID.class),
        row.getString("round_name"),
        Purpose.find(row.getString("purpose")).orElseThrow(),
        Audience.find(row.getString("audience")).orElseThrow(),
        row.getObject("person", UUID.class),
        row.getString("name"),
        row.getBoolean("own"),
        row.getBoolean("leads"),
        row.getString("manager_name"),
        publishedOn,
        opens,
        !clock.instant().isBefore(opens),
        row.getBoolean("may_follow"),
        row.getBoolean("has_escrow"),
        at == null || !(row.getBoolean("own") || row.getObject("person") == null)
            ? null
            : new ReportHead.Debrief(
                at, row.getObject("debrief_with", UUID.class), row.getString("with_name")),
        row.getString("concerns"),
        row.getString("owner_name"),
        RoundColumns.indicators(row, "without"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp found = row.getTimestamp(column);
    return found == null ? null : found.toInstant();
  }
}
