package io.fairlead.app.feedback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What keeps rounds from going on: written down for their pages, told once to whoever runs the
/// round, and said in the log, once an hour at most. A round that goes on forgets it.
@Component
class RoundHindrances {
  private static final Logger LOG = LoggerFactory.getLogger(RoundHindrances.class);
  private static final Duration SAID_AGAIN = Duration.ofHours(1);

  private final JdbcClient database;
  private final RoundNews news;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final Map<UUID, Instant> said = new ConcurrentHashMap<>();

  RoundHindrances(
      JdbcClient database, RoundNews news, Clock clock, PlatformTransactionManager transactions) {
    this.database = database;
    this.news = news;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// The last that was met; empty where the round went on since.
  Optional<Hindrance> of(UUID round) {
    return database
        .sql("select hindrance from feedback_round where id = :id and hindrance is not null")
        .param("id", round)
        .query((row, _) -> Hindrance.find(row.getString("hindrance")).orElseThrow())
        .optional();
  }

  /// By round, of all that one was met in.
  Map<UUID, Hindrance> all() {
    Map<UUID, Hindrance> all = new HashMap<>();
    database
        .sql("select id, hindrance from feedback_round where hindrance is not null")
        .query((row, _) ->
            all.put(
                row.getObject("id", UUID.class),
                Hindrance.find(row.getString("hindrance")).orElseThrow()))
        .list();
    return all;
  }

  /// Met again it is neither told nor written again.
  void met(Round round, Hindrance hindrance) {
    say(round.id(), hindrance);
    transaction.executeWithoutResult(_ -> {
      if (isNew(round, hindrance)) {
        news.hindered(round, hindrance);
      }
    });
  }

  /// Nothing is written where the round went on in the meantime.
  private boolean isNew(Round round, Hindrance hindrance) {
    return database
            .sql(
                """
                update feedback_round set hindrance = :hindrance
                where id = :id and hindrance is distinct from :hindrance and state in ('nominating', 'answering', 'closing')
                """)
            .param("id", round.id())
            .param("hindrance", hindrance.code())
            .update()
        > 0;
  }

  private void say(UUID round, Hindrance hindrance) {
    Instant now = clock.instant();
    Instant last = said.get(round);
    if (last == null || !now.isBefore(last.plus(SAID_AGAIN))) {
      said.put(round, now);
      LOG.error(
          "Round of feedback {} cannot go on: {}; see docs/operations/backup.md",
          round,
          hindrance.code());
    }
  }
}
