package io.fairlead.app.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Asks the database once a second whether it is there, on a connection of its own. One that is
/// gone breaks its connections and needs no asking; one that is frozen, or behind a broken network,
/// breaks nothing and would keep everybody waiting for minutes. A question that stays without any
/// answer for as long as [#PATIENCE] says so, and then every connection is broken off, so that
/// those who wait are told. A database that is merely slow answers late, and nothing that runs on
/// it is touched.
final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration REST = Duration.ofSeconds(1);
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private final DataSource direct;
  private final Set<Connection> opened =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
  private final Thread thread;
  private @Nullable Connection usual;
  private boolean away;
  private long heard = System.nanoTime();

  /// @param direct opens a connection or gives up after [#PATIENCE]
  Heartbeat(DataSource direct) {
    this.direct = direct;
    this.thread = Thread.ofVirtual().name("database-heartbeat").unstarted(this::beat);
  }

  Heartbeat started() {
    thread.start();
    return this;
  }

  /// The same source, with what it opens under watch.
  DataSource watched(DataSource source) {
    return new DelegatingDataSource(source) {
      @Override
      public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        opened.add(connection);
        return connection;
      }
    };
  }

  private void beat() {
    try {
      while (true) {
        Thread.sleep(REST);
        look();
      }
    } catch (InterruptedException closed) {
      closeUsual();
    }
  }

  private void look() {
    if (answers()) {
      heard = System.nanoTime();
      if (away) {
        LOG.warn("the database answers again");
      }
      away = false;
      return;
    }
    closeUsual();
    if (System.nanoTime() - heard < PATIENCE.toNanos()) {
      return;
    }
    if (!away) {
      LOG.warn("the database does not answer: connections are broken off");
    }
    away = true;
    breakOff();
    // What is opened from now on gets its own time.
    heard = System.nanoTime();
  }

  /// Waits for the answer, however late within the patience; a connection that breaks says nothing
  /// about the database and is replaced at the next look.
  private boolean answers() {
    try {
      if (usual == null) {
        usual = direct.getConnection();
      }
      return usual.isValid((int) PATIENCE.toSeconds());
    } catch (SQLException noAnswer) {
      return false;
    }
  }

  private void breakOff() {
    List<Connection> all;
    synchronized (opened) {
      all = List.copyOf(opened);
      opened.clear();
    }
    for (Connection connection : all) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException alreadyGone) {
        LOG.debug("a connection was broken already");
      }
    }
  }

  private void closeUsual() {
    Connection connection = usual;
    usual = null;
    if (connection == null) {
      return;
    }
    try {
      connection.abort(Runnable::run);
    } catch (SQLException alreadyGone) {
      LOG.debug("the connection of the heartbeat was broken already");
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
