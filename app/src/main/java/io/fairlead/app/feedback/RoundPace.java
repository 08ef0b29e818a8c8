package io.fairlead.app.feedback;

import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.AnsweringTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How long this organisation takes over a sheet against the estimate: the middle one of its latest
/// five rounds that were large enough to tell, 1 before there was any. The next round is planned
/// with it.
@Component
class RoundPace {
  private static final double ESTIMATE = 1;

  private final JdbcClient database;

  RoundPace(JdbcClient database) {
    this.database = database;
  }

  /// For a round with these terms.
  double factor(RoundTerms terms) {
    if (!terms.has(FeedbackIndicator.PACE)) {
      return ESTIMATE;
    }
    List<Double> factors =
        database
            .sql(
                """
                select minutes_taken,
                  jsonb_array_length(jsonb_path_query_array(questions, '$.sections[*].items[*]')) as items,
                  jsonb_array_length(questions -> 'comments') as comments
                from feedback_round where minutes_taken is not null order by closes desc, id limit 5
                """)
            .query((row, _) ->
                (Double)
                    (row.getDouble("minutes_taken")
                        / AnsweringTime.minutes(row.getInt("items"), row.getInt("comments"), 0)))
            .list()
            .stream()
            .sorted()
            .toList();
    return factors.isEmpty() ? ESTIMATE : factors.get((factors.size() - 1) / 2);
  }
}
