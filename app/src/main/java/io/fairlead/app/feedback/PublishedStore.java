package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.RoundRules.PUBLISHED;
import static io.fairlead.app.feedback.RoundRules.READ;
import static io.fairlead.app.feedback.RoundRules.REPORT;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.PublishedComments;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.RoundPrecision;
import io.fairlead.methods.raters.Halo;
import io.fairlead.methods.raters.RaterSpread;
import io.fairlead.methods.raters.ScaleRange;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What was published of people: the only source of reports, papers and guides.
@Component
class PublishedStore {
  private final JdbcClient database;
  private final JsonMapper json;
  private final String readable;

  PublishedStore(JdbcClient database, JsonMapper json, Policy policy) {
    this.database = database;
    this.json = json;
    this.readable =
        """
        select fs.id, fs.round, fs.person, i.name, fs.manager, m.name as manager_name, fs.debrief_at, fs.debrief_with,
          p.scores, p.published_on
        from feedback_subject fs join feedback_report p on p.subject = fs.id
        left join identity i on i.person = fs.person left join identity m on m.person = fs.manager
        where %s
        """
            .formatted(policy.condition(REPORT, READ, PUBLISHED, "fs"));
  }

  /// A report as it lies there; whether it may be opened yet is for [Reports] to say.
  ///
  /// @param subject of `feedback_subject`, what stands in addresses
  /// @param withheldComments how many a steward and a second person withheld
  record Stored(
      UUID subject,
      UUID round,
      @Nullable UUID person,
      @Nullable String name,
      @Nullable UUID manager,
      @Nullable String managerName,
      java.time.@Nullable Instant debriefAt,
      @Nullable UUID debriefWith,
      Published published,
      int withheldComments,
      LocalDate publishedOn) {}

  /// If the viewer is among those who read it.
  Optional<Stored> find(Viewer viewer, UUID subject) {
    return database
        .sql(readable + " and fs.id = :subject")
        .params(viewer.parameters())
        .param("subject", subject)
        .query((row, _) -> {
          Published scores = json.readValue(row.getString("scores"), Published.class);
          java.sql.Timestamp debrief = row.getTimestamp("debrief_at");
          return new Stored(
              subject,
              row.getObject("round", UUID.class),
              row.getObject("person", UUID.class),
              row.getString("name"),
              row.getObject("manager", UUID.class),
              row.getString("manager_name"),
              debrief == null ? null : debrief.toInstant(),
              row.getObject("debrief_with", UUID.class),
              new Published(scores.subject(), scores.scale(), scores.scores(), comments(subject)),
              withheld(subject),
              row.getObject("published_on", LocalDate.class));
        })
        .optional();
  }

  /// Those that the viewer may read: subject to round, the latest first.
  Map<UUID, UUID> readable(Viewer viewer) {
    Map<UUID, UUID> found = new LinkedHashMap<>();
    database
        .sql(readable + " order by p.published_on desc, fs.id limit 200")
        .params(viewer.parameters())
        .query((row, _) ->
            found.put(row.getObject("id", UUID.class), row.getObject("round", UUID.class)))
        .list();
    return found;
  }

  /// What was published of everybody and every team of a round, without comments: for figures of
  /// the whole round.
  List<Published> ofRound(UUID round) {
    return database
        .sql(
            """
            select p.scores from feedback_report p join feedback_subject fs on fs.id = p.subject
            where fs.round = :round order by fs.id
            """)
        .param("round", round)
        .query((row, _) -> json.readValue(row.getString("scores"), Published.class))
        .list();
  }

  /// In the order of their random ids.
  private List<PublishedComments> comments(UUID subject) {
    record Place(String question, List<String> groups) {}
    Map<Place, List<String>> found = new LinkedHashMap<>();
    database
        .sql(
            """
            select coalesce(question, '') as question, groups, words from feedback_comment
            where subject = :subject and confirmed_by is null order by not named, question nulls last, groups, id
            """)
        .param("subject", subject)
        .query((row, _) ->
            found
                .computeIfAbsent(
                    new Place(
                        row.getString("question"),
                        Arrays.asList((String[]) row.getArray("groups").getArray())),
                    _ -> new ArrayList<>())
                .add(row.getString("words")))
        .list();
    return found.entrySet().stream()
        .map(each ->
            new PublishedComments(
                Optional.of(each.getKey().question()).filter(it -> !it.isEmpty()),
                each.getKey().groups(),
                each.getValue()))
        .toList();
  }

  /// In the order of their random ids.
  List<Reports.Numbered> numbered(UUID subject) {
    return database
        .sql(
            """
            select id, words from feedback_comment
            where subject = :subject and not named and confirmed_by is null order by id
            """)
        .param("subject", subject)
        .query((row, _) ->
            new Reports.Numbered(row.getObject("id", UUID.class), row.getString("words")))
        .list();
  }

  private int withheld(UUID subject) {
    return database
        .sql(
            "select count(*) as withheld from feedback_comment where subject = :subject and confirmed_by is not null")
        .param("subject", subject)
        .query((row, _) -> row.getInt("withheld"))
        .single();
  }

  /// A comment that was just published.
  record Said(UUID id, PublishedComments place, String words) {}

  /// Written once, in the transaction that seals the answers.
  ///
  /// @return the comments of those who are not shown by name
  List<Said> publish(UUID subject, Published published, LocalDate on) {
    database
        .sql(
            "insert into feedback_report (subject, scores, published_on) values (:subject, cast(:scores as jsonb), :day)")
        .param("subject", subject)
        .param(
            "scores",
            json.writeValueAsString(
                new Published(
                    published.subject(), published.scale(), published.scores(), List.of())))
        .param("day", Date.valueOf(on))
        .update();
    List<Said> said = new ArrayList<>();
    for (PublishedComments comments : published.comments()) {
      boolean named = ReleasePolicy.isNamed(comments.groups().getFirst());
      for (String words : comments.texts()) {
        UUID id = UUID.randomUUID();
        database
            .sql(
                """
                insert into feedback_comment (id, subject, question, groups, words, named)
                values (:id, :subject, :question, :groups, :words, :named)
                """)
            .param("id", id)
            .param("subject", subject)
            .param("question", comments.item().orElse(null))
            .param("groups", comments.groups().toArray(String[]::new))
            .param("words", words)
            .param("named", named)
            .update();
        if (!named) {
          said.add(new Said(id, comments, words));
        }
      }
    }
    return said;
  }

  /// For the demo company, whose rounds ended before it was made.
  void madeAfterTheLastDay() {
    database
        .sql(
            """
            update feedback_report p set published_on = r.closes + 1 from feedback_subject fs
            join feedback_round r on r.id = fs.round where fs.id = p.subject and r.closes + 1 < p.published_on
            """)
        .update();
  }

  /// How sure the figures of a round are, by competency; empty for a small one.
  Map<String, RoundPrecision> precision(UUID round) {
    Map<String, RoundPrecision> found = new LinkedHashMap<>();
    database
        .sql(
            "select competency, deviation, reliability from feedback_precision where round = :round")
        .param("round", round)
        .query((row, _) ->
            found.put(
                row.getString("competency"),
                new RoundPrecision(row.getDouble("deviation"), row.getDouble("reliability"))))
        .list();
    return found;
  }

  Optional<RaterSpread> spread(UUID round) {
    return database
        .sql("select raters, reviewees, rest from feedback_rater_spread where round = :round")
        .param("round", round)
        .query((row, _) ->
            new RaterSpread(
                row.getDouble("raters"), row.getDouble("reviewees"), row.getDouble("rest")))
        .optional();
  }

  void spread(UUID round, RaterSpread spread) {
    database
        .sql(
            """
            insert into feedback_rater_spread (round, raters, reviewees, rest)
            values (:round, :raters, :reviewees, :rest)
            """)
        .param("round", round)
        .param("raters", spread.raters())
        .param("reviewees", spread.reviewees())
        .param("rest", spread.rest())
        .update();
  }

  RoundEffects effects(UUID round) {
    return database
        .sql("select range, halo from feedback_rater_effects where round = :round")
        .param("round", round)
        .query((row, _) ->
            new RoundEffects(
                Optional.ofNullable(row.getString("range")).flatMap(ScaleRange::find).orElse(null),
                Optional.ofNullable(row.getString("halo")).flatMap(Halo::find).orElse(null)))
        .optional()
        .orElse(RoundEffects.NONE);
  }

  void effects(UUID round, RoundEffects effects) {
    if (effects.isEmpty()) {
      return;
    }
    database
        .sql(
            "insert into feedback_rater_effects (round, range, halo) values (:round, :range, :halo)")
        .param("round", round)
        .param("range", effects.range() == null ? null : effects.range().code())
        .param("halo", effects.halo() == null ? null : effects.halo().code())
        .update();
  }

  void precision(UUID round, Map<String, RoundPrecision> found) {
    found.forEach((competency, precision) ->
        database
            .sql(
                """
                insert into feedback_precision (round, competency, deviation, reliability)
                values (:round, :competency, :deviation, :reliability)
                """)
            .param("round", round)
            .param("competency", competency)
            .param("deviation", precision.deviation())
            .param("reliability", precision.reliability())
            .update());
  }
}
