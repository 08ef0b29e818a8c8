package io.fairlead.app.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// How to reach the database, and as whom.
///
/// @param owner owns the tables; migrations, backup and restore sign in as this
/// @param application reads and writes rows and can do nothing else; the server signs in as this.
///   Equal to `owner` on an external server for which the operator named no second login
/// @param readerLogin may read schema `sealed`; only the release of sealed answers signs in as this
public record DatabaseAccess(
    String jdbcUrl, Login owner, Login application, @Nullable Login readerLogin) {

  /// The login that may read sealed answers, where there is one.
  public Optional<Login> reader() {
    return Optional.ofNullable(readerLogin);
  }

  /// A connection outside any pool, for one piece of work.
  public Connection connect(Login login) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.password());
    return DriverManager.getConnection(jdbcUrl, properties);
  }
}
