package io.fairlead.app.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The application's connection pool, opened after the schema has been brought up to date. Where
/// the database is stands in `fairlead.db.url`, `.user`, `.password` (the application's role) and
/// `.owner-user`, `.owner-password` (the schema's owner; the same where there is only one role).
@Configuration(proxyBeanMethods = false)
class DatabaseSettings {
  private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(2);
  private static final Duration LONGEST_SIGN_IN = Duration.ofSeconds(3);

  @Bean(destroyMethod = "close")
  Heartbeat heartbeat(
      @Value("${fairlead.db.url}") String url,
      @Value("${fairlead.db.user}") String user,
      @Value("${fairlead.db.password}") String password) {
    return new Heartbeat(
            direct(
                url, user, password, "fairlead-heartbeat", Heartbeat.PATIENCE, Heartbeat.PATIENCE))
        .started();
  }

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(
      Heartbeat heartbeat,
      @Value("${fairlead.db.url}") String url,
      @Value("${fairlead.db.user}") String user,
      @Value("${fairlead.db.password}") String password,
      @Value("${fairlead.db.owner-user:${fairlead.db.user}}") String ownerUser,
      @Value("${fairlead.db.owner-password:${fairlead.db.password}}") String ownerPassword,
      @Value("${fairlead.db.pool:6}") int pool) {
    Migrations.run(new DriverManagerDataSource(url, ownerUser, ownerPassword), user);
    HikariConfig config = new HikariConfig();
    config.setDataSource(
        heartbeat.watched(
            direct(url, user, password, "fairlead", LONGEST_SIGN_IN, LONGEST_STATEMENT)));
    // Each connection keeps its plans, some 12 MB in the end, and two cores serve no more at once:
    // a longer queue in the database is no faster than one before it.
    config.setMaximumPoolSize(pool);
    config.setMinimumIdle(Math.min(2, pool));
    config.setIdleTimeout(60_000);
    // A page that finds no database says so within about three seconds, also when the database is
    // there but does not answer.
    config.setConnectionTimeout(3_000);
    config.setValidationTimeout(1_500);
    config.setPoolName("fairlead");
    // The policy's conditions make statements long: planning one anew costs ten times its run. And
    // a page reads little: starting processes that share the reading costs more than they save.
    config.setConnectionInitSql(
        "set plan_cache_mode = force_generic_plan; set max_parallel_workers_per_gather = 0");
    return new HikariDataSource(config);
  }

  private static DataSource direct(
      String url,
      String user,
      String password,
      String name,
      Duration longestSignIn,
      Duration longestStatement) {
    DriverManagerDataSource source = new DriverManagerDataSource(url, user, password);
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", name);
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("loginTimeout", Long.toString(longestSignIn.toSeconds()));
    properties.setProperty("socketTimeout", Long.toString(longestStatement.toSeconds()));
    // Which rows a statement failed on is people's data, and failures are logged.
    properties.setProperty("logServerErrorDetail", "false");
    source.setConnectionProperties(properties);
    return source;
  }
}
