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

/// Looks once a second whether the database still answers. One that is gone breaks its connections
/// and needs no look; one that is frozen, or behind a broken network, breaks nothing and would keep
/// everybody waiting for minutes. When neither the usual connection nor a fresh one gets an answer
/// within seconds, every connection is broken off, so that those who wait are told.
final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration REST = Duration.ofSeconds(1);
  private static final int PATIENCE_SECONDS = 2;

  private final DataSource direct;
  private final Set<Connection> opened =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
  private final Thread thread;
  private @Nullable Connection usual;
  private boolean away;

  /// @param direct opens a connection or gives up after a few seconds
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
    boolean answers = usualAnswers() || freshAnswers();
    if (answers && away) {
      LOG.warn("the database answers again");
    }
    if (!answers) {
      if (!away) {
        LOG.warn("the database does not answer: connections are broken off");
      }
      breakOff();
    }
    away = !answers;
  }

  private boolean usualAnswers() {
    try {
      return usual != null && usual.isValid(PATIENCE_SECONDS);
    } catch (SQLException broken) {
      return false;
    }
  }

  private boolean freshAnswers() {
    closeUsual();
    try {
      usual = direct.getConnection();
      return usual.isValid(PATIENCE_SECONDS);
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
