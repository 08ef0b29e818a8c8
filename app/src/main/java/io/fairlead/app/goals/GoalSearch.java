package io.fairlead.app.goals;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.search.Searchable;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Objectives and key results by the beginnings of their words, those of running cycles first. A
/// key result leads to its objective.
@Component
class GoalSearch implements Searchable {
  /// Rows that are put in order; a query that fits more is too short to be ordered well anyway.
  private static final int WEIGHED = 200;

  private final JdbcClient database;
  private final String statement;

  GoalSearch(JdbcClient database, Policy policy) {
    this.database = database;
    String mayRead = policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "o");
    this.statement =
        """
        select found.id, found.title, found.of, c.name as cycle from (
          (select o.id, o.title, null as of, o.cycle from objective o
            where to_tsvector('simple', o.title) @@ to_tsquery('simple', :words) and %1$s limit %2$d)
          union all
          (select o.id, k.title, o.title, o.cycle from key_result k join objective o on o.id = k.objective
            where to_tsvector('simple', k.title) @@ to_tsquery('simple', :words) and %1$s limit %2$d)
        ) found join cycle c on c.id = found.cycle
        order by :today between c.starts and c.ends desc, c.starts desc,
          starts_with(lower(found.title), lower(:query)) desc, lower(found.title), found.id
        limit :most
        """
            .formatted(mayRead, WEIGHED);
  }

  @Override
  public int order() {
    return 2;
  }

  @Override
  public List<Hit> search(Viewer viewer, Words words, String query, int most) {
    String beginnings = GoalViewStore.words(query);
    if (beginnings.isEmpty()) {
      return List.of();
    }
    return database
        .sql(statement)
        .params(viewer.parameters())
        .param("words", beginnings)
        .param("query", query)
        .param("most", most)
        .query((row, _) -> {
          String objective = row.getString("of");
          String detail =
              objective == null
                  ? words.text("goals.found.objective", row.getString("cycle"))
                  : words.text("goals.found.key-result", objective, row.getString("cycle"));
          return new Hit(row.getString("title"), detail, "/goals/" + row.getString("id"));
        })
        .list();
  }
}
