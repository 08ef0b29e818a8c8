package io.fairlead.app.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.TestDatabase;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("database")
class MigrationsTest {
  private static final int NODES = 4;

  @RepeatedTest(2)
  void nodesThatBeginAtOnceOnAnEmptyDatabaseMakeOneSchema() throws Exception {
    Map<String, String> environment = TestDatabase.environment("migrations");
    DriverManagerDataSource owner =
        new DriverManagerDataSource(
            environment.getOrDefault("FAIRLEAD_DB_URL", ""),
            environment.getOrDefault("FAIRLEAD_DB_USER", ""),
            environment.getOrDefault("FAIRLEAD_DB_PASSWORD", ""));
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(NODES)) {
      List<Future<?>> nodes = new ArrayList<>();
      for (int node = 0; node < NODES; node++) {
        nodes.add(
            threads.submit(() -> {
              go.await();
              Migrations.run(owner, "fairlead_test_app");
              return null;
            }));
      }
      go.countDown();
      for (Future<?> node : nodes) {
        node.get();
      }
    }
    try (Connection connection = TestDatabase.connect(environment);
        var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                """
                select (select count(*) from migration_platform where version = '1'),
                  (select count(*) from pg_locks where locktype = 'advisory' and granted
                    and database = (select oid from pg_database where datname = current_database()))
                """)) {
      found.next();
      assertThat(found.getInt(1)).isEqualTo(1);
      assertThat(found.getInt(2)).as("locks that are left").isZero();
    }
  }
}
