package io.fairlead.app.disclosure;

import io.fairlead.app.disclosure.SheetStore.Closed;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/// The only door of this program to what lies in schema `sealed`: another login, one connection a
/// piece of work, outside the pool that pages use.
@Component
class SealedReader {
  private final String url;
  private final Optional<String> user;
  private final String password;

  SealedReader(
      @Value("${fairlead.db.url}") String url,
      @Value("${fairlead.db.reader-user:#{null}}") @Nullable String user,
      @Value("${fairlead.db.reader-password:}") String password) {
    this.url = url;
    this.user = Optional.ofNullable(user).filter(name -> !name.isBlank());
    this.password = password;
  }

  /// Whether the operator named such a login at all.
  boolean isNamed() {
    return user.isPresent();
  }

  /// @throws IllegalStateException when no login was named that may read sealed answers
  <T> T reading(Function<Open, T> work) {
    String name =
        user.orElseThrow(() -> new IllegalStateException("no login may read sealed answers"));
    Properties properties = new Properties();
    properties.setProperty("user", name);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "fairlead-sealed");
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("logServerErrorDetail", "false");
    var source = new SingleConnectionDataSource();
    source.setUrl(url);
    source.setConnectionProperties(properties);
    source.setSuppressClose(true);
    try {
      return work.apply(new Open(JdbcClient.create(source)));
    } finally {
      source.destroy();
    }
  }

  /// What can be asked while the connection is open.
  record Open(JdbcClient database) {
    long sheets(UUID round) {
      return database
          .sql("select count(*) as sheets from sealed.sheet where round = :round")
          .param("round", round)
          .query((row, _) -> row.getLong("sheets"))
          .single();
    }

    /// Of those slips, the sheets that were written.
    Map<UUID, Closed> sheets(UUID round, List<UUID> slips) {
      Map<UUID, Closed> found = new HashMap<>();
      database
          .sql(
              "select slip, revision, body from sealed.sheet where round = :round and slip = any(:slips)")
          .param("round", round)
          .param("slips", slips.toArray(UUID[]::new))
          .query((row, _) ->
              found.put(
                  row.getObject("slip", UUID.class),
                  new Closed(row.getLong("revision"), row.getBytes("body"))))
          .list();
      return found;
    }

    /// Who was counted together about somebody since then: one set a block and round.
    List<Set<UUID>> earlier(UUID subject, Instant since) {
      return database
          .sql(
              """
              select array_agg(m.person) as people from sealed.member m join sealed.round r on r.id = m.round
              where m.subject = :subject and r.state = 'sealed' and r.closed_at >= :since group by m.round, m.block
              """)
          .param("subject", subject)
          .param("since", Timestamp.from(since))
          .query((row, _) -> Set.of((UUID[]) row.getArray("people").getArray()))
          .list();
    }

    /// In the order of their random ids, which says nothing.
    Remains remains(UUID round, UUID subject) {
      return new Remains(
          database
              .sql(
                  """
                  select block, competency, score from sealed.score
                  where round = :round and subject = :subject order by id
                  """)
              .param("round", round)
              .param("subject", subject)
              .query((row, _) ->
                  new Remains.Score(
                      row.getString("block"), row.getString("competency"), row.getInt("score")))
              .list(),
          database
              .sql(
                  """
                  select block, question, words from sealed.comment
                  where round = :round and subject = :subject order by id
                  """)
              .param("round", round)
              .param("subject", subject)
              .query((row, _) ->
                  new Remains.Comment(
                      row.getString("block"), row.getString("question"), row.getString("words")))
              .list(),
          database
              .sql(
                  """
                  select block, person from sealed.member
                  where round = :round and subject = :subject order by id
                  """)
              .param("round", round)
              .param("subject", subject)
              .query((row, _) ->
                  new Remains.Member(row.getString("block"), row.getObject("person", UUID.class)))
              .list());
    }
  }
}
