package io.fairlead.app.scorecard;

import io.fairlead.methods.scorecard.Sign;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The arrows of strategy maps, as they stand in the database.
@Component
class ArrowStore {
  private final JdbcClient database;

  ArrowStore(JdbcClient database) {
    this.database = database;
  }

  /// Those of one card, the oldest first.
  List<Arrow> of(UUID card) {
    return database
        .sql(
            """
            select a.* from strategy_arrow a join strategic_objective o on o.id = a.from_objective
            join scorecard_perspective p on p.id = o.perspective where p.scorecard = :card
            order by a.at, a.id
            """)
        .param("card", card)
        .query((row, _) ->
            new Arrow(
                row.getObject("id", UUID.class),
                row.getObject("from_objective", UUID.class),
                row.getObject("to_objective", UUID.class),
                sign(row.getString("sign")),
                row.getInt("lag_months"),
                row.getString("note")))
        .list();
  }

  private static Sign sign(String code) {
    return Arrays.stream(Sign.values())
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  void insert(Arrow arrow, UUID writer, Instant now) {
    database
        .sql(
            """
            insert into strategy_arrow (id, from_objective, to_objective, sign, lag_months, note, by_person, at)
            values (:id, :from, :to, :sign, :lag, :note, :writer, :now)
            """)
        .param("id", arrow.id())
        .param("from", arrow.from())
        .param("to", arrow.to())
        .param("sign", arrow.sign().code())
        .param("lag", arrow.lagMonths())
        .param("note", arrow.note())
        .param("writer", writer)
        .param("now", Timestamp.from(now))
        .update();
  }

  void delete(UUID arrow) {
    database.sql("delete from strategy_arrow where id = :id").param("id", arrow).update();
  }
}
