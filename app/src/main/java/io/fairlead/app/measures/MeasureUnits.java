package io.fairlead.app.measures;

import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The units a measure can belong to.
@Component
class MeasureUnits {
  private final JdbcClient database;

  MeasureUnits(JdbcClient database) {
    this.database = database;
  }

  /// The whole organisation first, then units by name.
  List<Option> options(Words words) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", words.text("measures.whole-organisation", words.organisation())));
    options.addAll(
        database
            .sql("select id, name from unit order by lower(name), id")
            .query((row, _) ->
                new Option(row.getObject("id", UUID.class).toString(), row.getString("name")))
            .list());
    return options;
  }
}
