package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.RoundRules.COUNTS;
import static io.fairlead.app.feedback.RoundRules.READ;
import static io.fairlead.app.feedback.RoundRules.ROUND;
import static io.fairlead.app.feedback.RoundRules.RUN;
import static io.fairlead.app.feedback.RoundRules.TERMS;

import io.fairlead.app.disclosure.CustodianKey;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.instruments.Instrument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `feedback_round`.
@Component
class RoundStore {
  private final JdbcClient database;
  private final JsonMapper json;
  private final String rounds;
  private final String every;
  private final String mayRun;
  private final Map<UUID, Instrument> launched = Collections.synchronizedMap(new Kept());

  /// The rounds that were asked for last.
  private static final class Kept extends LinkedHashMap<UUID, Instrument> {
    private static final long serialVersionUID = 1;
    private static final int MOST = 50;

    Kept() {
      super(MOST, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, Instrument> eldest) {
      return size() > MOST;
    }
  }

  RoundStore(JdbcClient database, JsonMapper json, Policy policy) {
    this.database = database;
    this.json = json;
    String columns =
        """
        select r.*, o.name as owner_name, s.name as steward_name, ef.name as first_name, es.name as second_name, %s as may_run, %s as may_count
        from feedback_round r left join identity o on o.person = r.owner left join identity s on s.person = r.steward
          left join identity ef on ef.person = r.escrow_first left join identity es on es.person = r.escrow_second
        """;
    this.mayRun = policy.condition(ROUND, RUN, TERMS, "r");
    this.rounds =
        columns.formatted(mayRun, policy.condition(ROUND, READ, COUNTS, "r"))
            + " where "
            + policy.condition(ROUND, READ, TERMS, "r");
    this.every = columns.formatted("false", "false") + " where true";
  }

  /// If the viewer can see it.
  Optional<Round> find(Viewer viewer, UUID id) {
    return database
        .sql(rounds + " and r.id = :id")
        .params(viewer.parameters())
        .param("id", id)
        .query((row, _) -> round(row))
        .optional();
  }

  /// Those that the viewer can see, the latest to close first.
  List<Round> all(Viewer viewer) {
    return database
        .sql(rounds + " order by r.closes desc, r.id limit 200")
        .params(viewer.parameters())
        .query((row, _) -> round(row))
        .list();
  }

  /// Those that the viewer may run, from the launch until their reports are made, the first to
  /// close first.
  List<Round> running(Viewer viewer) {
    return database
        .sql(
            rounds
                + " and r.state in ('nominating', 'answering', 'closing') and "
                + mayRun
                + " order by r.closes, r.id limit 200")
        .params(viewer.parameters())
        .query((row, _) -> round(row))
        .list();
  }

  /// Whoever looks: for what the product does by itself.
  Optional<Round> find(UUID id) {
    return database
        .sql(every + " and r.id = :id")
        .param("id", id)
        .query((row, _) -> round(row))
        .optional();
  }

  /// Of one state.
  List<Round> in(RoundState state) {
    return database
        .sql(every + " and r.state = :state order by r.closes, r.id")
        .param("state", state.code())
        .query((row, _) -> round(row))
        .list();
  }

  /// The instrument as it was launched; empty before. The database lets nobody change it, so what
  /// was read once is kept: reading it takes longer than all else that a saved answer needs.
  Optional<Instrument> questions(UUID round) {
    Instrument kept = launched.get(round);
    if (kept != null) {
      return Optional.of(kept);
    }
    Optional<Instrument> found =
        database
            .sql("select questions from feedback_round where id = :id and questions is not null")
            .param("id", round)
            .query((row, _) -> json.readValue(row.getString("questions"), Instrument.class))
            .optional();
    found.ifPresent(questions -> launched.put(round, questions));
    return found;
  }

  /// Until the transaction ends nobody else changes it.
  Optional<RoundState> lock(UUID id) {
    return database
        .sql("select state from feedback_round where id = :id for update")
        .param("id", id)
        .query((row, _) -> state(row))
        .optional();
  }

  void insert(UUID id, RoundTerms terms, UUID by) {
    database
        .sql(
            """
            insert into feedback_round (id, kind, name, purpose, owner, validation_note, instrument, numeric_threshold,
              comment_threshold, width, colluders, unit, audience, steward, concerns, lesson, peers, reports, others, budget,
              nominate_by, opens, closes, follows, asks_self, asks_manager, opens_at_debrief, opens_after, without,
              escrow_first, escrow_first_key, escrow_second, escrow_second_key, escrow_days, created_by)
            values (:id, :kind, :name, :purpose, :owner, :note, :instrument, :numeric, :comments, :width, :colluders,
              :unit, :audience, :steward, :concerns, :lesson, :peers, :reports, :others, :budget, :nominateBy, :opens, :closes,
              :follows, :self, :manager, :opensAtDebrief, :opensAfter, cast(:without as text[]),
              :escrowFirst, :escrowFirstKey, :escrowSecond, :escrowSecondKey, :escrowDays, :by)
            """)
        .params(columns(terms))
        .param("id", id)
        .param("by", by)
        .update();
  }

  void update(UUID id, RoundTerms terms) {
    database
        .sql(
            """
            update feedback_round set kind = :kind, name = :name, purpose = :purpose, owner = :owner,
              validation_note = :note, instrument = :instrument, numeric_threshold = :numeric,
              comment_threshold = :comments, width = :width, colluders = :colluders, unit = :unit,
              audience = :audience, steward = :steward, concerns = :concerns, lesson = :lesson, peers = :peers, reports = :reports,
              others = :others, budget = :budget, nominate_by = :nominateBy, opens = :opens, closes = :closes,
              asks_self = :self, asks_manager = :manager, opens_at_debrief = :opensAtDebrief, opens_after = :opensAfter, without = cast(:without as text[]),
              escrow_first = :escrowFirst, escrow_first_key = :escrowFirstKey, escrow_second = :escrowSecond,
              escrow_second_key = :escrowSecondKey, escrow_days = :escrowDays, version = version + 1
            where id = :id
            """)
        .params(columns(terms))
        .param("id", id)
        .update();
  }

  /// From here on the promise stands.
  void launch(UUID id, Instrument questions, String hash, Instant at) {
    database
        .sql(
            """
            update feedback_round set state = 'nominating', questions = cast(:questions as jsonb), policy_hash = :hash,
              launched_at = :at, version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("questions", json.writeValueAsString(questions))
        .param("hash", hash)
        .param("at", Timestamp.from(at))
        .update();
  }

  void move(UUID id, RoundState state) {
    database
        .sql(
            """
            update feedback_round set state = :state, version = version + 1,
              hindrance = case when :state = 'closing' then hindrance end
            where id = :id
            """)
        .param("id", id)
        .param("state", state.code())
        .update();
  }

  /// That something was done that a second window should know.
  void touch(UUID id) {
    database
        .sql("update feedback_round set version = version + 1 where id = :id")
        .param("id", id)
        .update();
  }

  /// That everybody who is asked was told of it.
  void tell(UUID id, LocalDate day) {
    database
        .sql("update feedback_round set told_on = :day where id = :id")
        .param("id", id)
        .param("day", day)
        .update();
  }

  void extend(UUID id, LocalDate closes) {
    database
        .sql("update feedback_round set closes = :closes, version = version + 1 where id = :id")
        .param("id", id)
        .param("closes", closes)
        .update();
  }

  /// Minutes that half of the sheets took at most.
  void took(UUID id, double minutes) {
    database
        .sql("update feedback_round set minutes_taken = :minutes where id = :id")
        .param("id", id)
        .param("minutes", minutes)
        .update();
  }

  Optional<Double> minutesTaken(UUID id) {
    return database
        .sql(
            "select minutes_taken from feedback_round where id = :id and minutes_taken is not null")
        .param("id", id)
        .query((row, _) -> (Double) row.getDouble("minutes_taken"))
        .optional();
  }

  void delete(UUID id) {
    database.sql("delete from feedback_round where id = :id").param("id", id).update();
  }

  private static Map<String, @Nullable Object> columns(RoundTerms terms) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("kind", terms.kind().code());
    columns.put("name", terms.name());
    columns.put("purpose", terms.purpose().code());
    columns.put("owner", terms.owner());
    columns.put("note", terms.validationNote());
    columns.put("instrument", terms.instrument());
    columns.put("numeric", terms.numeric());
    columns.put("comments", terms.comments());
    columns.put("width", terms.width());
    columns.put("colluders", terms.colluders());
    columns.put("unit", terms.unit().name().toLowerCase(Locale.ROOT));
    columns.put("audience", terms.audience().code());
    columns.put("steward", terms.steward());
    columns.put("concerns", terms.concerns());
    columns.put("lesson", terms.lesson());
    columns.put("self", terms.self());
    columns.put("manager", terms.manager());
    columns.put("peers", terms.peers());
    columns.put("reports", terms.reports());
    columns.put("others", terms.others());
    columns.put("budget", terms.budget());
    columns.put("nominateBy", terms.nominateBy());
    columns.put("opens", terms.opens());
    columns.put("closes", terms.closes());
    columns.put("follows", terms.follows());
    columns.put("opensAtDebrief", terms.opening().debrief());
    columns.put("opensAfter", terms.opening().after());
    columns.put("without", RoundColumns.written(terms.without()));
    RoundEscrow escrow = terms.escrow();
    columns.put("escrowFirst", escrow == null ? null : escrow.first().person());
    columns.put("escrowFirstKey", escrow == null ? null : escrow.first().key().text());
    columns.put("escrowSecond", escrow == null ? null : escrow.second().person());
    columns.put("escrowSecondKey", escrow == null ? null : escrow.second().key().text());
    columns.put("escrowDays", escrow == null ? null : escrow.days());
    return columns;
  }

  private static RoundState state(ResultSet row) throws SQLException {
    return RoundState.find(row.getString("state")).orElseThrow();
  }

  private static @Nullable RoundEscrow escrow(ResultSet row) throws SQLException {
    return row.getObject("escrow_first") == null
        ? null
        : new RoundEscrow(
            new RoundEscrow.Custodian(
                row.getObject("escrow_first", UUID.class),
                new CustodianKey(row.getString("escrow_first_key"))),
            new RoundEscrow.Custodian(
                row.getObject("escrow_second", UUID.class),
                new CustodianKey(row.getString("escrow_second_key"))),
            row.getInt("escrow_days"));
  }

  private static Round round(ResultSet row) throws SQLException {
    Timestamp launched = row.getTimestamp("launched_at");
    return new Round(
        row.getObject("id", UUID.class),
        new RoundTerms(
            RoundKind.find(row.getString("kind")).orElseThrow(),
            row.getString("name"),
            Purpose.find(row.getString("purpose")).orElseThrow(),
            row.getObject("owner", UUID.class),
            row.getString("validation_note"),
            row.getString("instrument"),
            row.getInt("numeric_threshold"),
            row.getInt("comment_threshold"),
            row.getInt("width"),
            row.getInt("colluders"),
            ReleaseUnit.valueOf(row.getString("unit").toUpperCase(Locale.ROOT)),
            Audience.find(row.getString("audience")).orElseThrow(),
            row.getObject("steward", UUID.class),
            row.getString("concerns"),
            row.getString("lesson"),
            row.getBoolean("asks_self"),
            row.getBoolean("asks_manager"),
            row.getInt("peers"),
            row.getInt("reports"),
            row.getInt("others"),
            row.getInt("budget"),
            row.getObject("nominate_by", LocalDate.class),
            row.getObject("opens", LocalDate.class),
            row.getObject("closes", LocalDate.class),
            row.getObject("follows", UUID.class),
            RoundColumns.opening(row),
            RoundColumns.indicators(row, "without"),
            RoundColumns.indicators(row, "unforeseen"),
            escrow(row)),
        state(row),
        row.getString("owner_name"),
        row.getString("steward_name"),
        row.getObject("escrow_first") == null
            ? List.of()
            : List.of(
                Objects.requireNonNullElse(row.getString("first_name"), ""),
                Objects.requireNonNullElse(row.getString("second_name"), "")),
        row.getString("policy_hash"),
        launched == null ? null : launched.toInstant(),
        row.getLong("version"),
        row.getBoolean("may_run"),
        row.getBoolean("may_count"));
  }
}
