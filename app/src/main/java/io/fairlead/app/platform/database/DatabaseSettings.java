package io.fairlead.app.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
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

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(
      @Value("${fairlead.db.url}") String url,
      @Value("${fairlead.db.user}") String user,
      @Value("${fairlead.db.password}") String password,
      @Value("${fairlead.db.owner-user:${fairlead.db.user}}") String ownerUser,
      @Value("${fairlead.db.owner-password:${fairlead.db.password}}") String ownerPassword,
      @Value("${fairlead.db.pool:12}") int pool) {
    DataSource owner = new DriverManagerDataSource(url, ownerUser, ownerPassword);
    Migrations.run(owner, user);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(pool);
    config.setConnectionTimeout(3_000);
    config.setPoolName("fairlead");
    // The policy's conditions make statements long: planning one anew costs ten times its run.
    config.setConnectionInitSql("set plan_cache_mode = force_generic_plan");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("ApplicationName", "fairlead");
    config.addDataSourceProperty("connectTimeout", "3");
    config.addDataSourceProperty("socketTimeout", "120");
    return new HikariDataSource(config);
  }
}
