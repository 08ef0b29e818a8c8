package io.fairlead.app.rights;

import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Runs what the modules declare about a person.
@Repository
class PersonalStore {
  private static final int ROWS_AT_ONCE = 500;

  private final JdbcClient database;
  private final ObjectProvider<PersonalData> modules;

  PersonalStore(JdbcClient database, ObjectProvider<PersonalData> modules) {
    this.database = database;
    this.modules = modules;
  }

  /// Everything that any module keeps about people, who they are first.
  List<PersonalRecord> records() {
    List<PersonalRecord> all =
        modules.orderedStream().flatMap(module -> module.personalRecords().stream()).toList();
    return all.stream()
        .sorted(Comparator.comparing((PersonalRecord each) -> !each.code().equals(IDENTITY)))
        .toList();
  }

  static final String IDENTITY = "identity";

  /// Who somebody is.
  record Named(String name, String email) {}

  Optional<Named> named(UUID person) {
    return database
        .sql("select name, email from identity where person = :person")
        .param("person", person)
        .query((row, _) -> new Named(row.getString("name"), row.getString("email")))
        .optional();
  }

  /// What statements about the person see while somebody is told of it.
  Map<String, Object> parameters(UUID person, UUID reader) {
    Map<String, Object> parameters = new HashMap<>();
    modules.forEach(module -> parameters.putAll(module.parameters(person, reader)));
    parameters.put("person", person);
    return parameters;
  }

  /// How many records of each kind there are for whoever asks, in the order of `records`; one
  /// statement.
  Map<String, Long> counts(UUID person, UUID reader) {
    String sql =
        records().stream()
            .map(each ->
                "select '%s' as code, count(*) as many from (%s) told"
                    .formatted(each.code(), each.told().strip()))
            .collect(Collectors.joining("\nunion all\n"));
    Map<String, Long> counts = new LinkedHashMap<>();
    database
        .sql(sql)
        .params(parameters(person, reader))
        .query(row -> {
          counts.put(row.getString("code"), row.getLong("many"));
        });
    return counts;
  }

  /// Each record of a kind as a JSON object; in one transaction however many there are.
  void tell(PersonalRecord kind, Map<String, Object> parameters, Consumer<String> each) {
    database
        .sql("select row_to_json(told)::text as told from (" + kind.told().strip() + ") told")
        .withFetchSize(ROWS_AT_ONCE)
        .params(parameters)
        .query(row -> {
          each.accept(row.getString("told"));
        });
  }

  /// Runs a statement of a module.
  int run(String statement, UUID person, String email) {
    JdbcClient.StatementSpec sql = database.sql(statement).param("person", person);
    return (statement.contains(":email") ? sql.param("email", email) : sql).update();
  }
}
