package io.fairlead.app.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the whole record and says whether it is as it was written. Needs a connection and nothing
/// else, so that the command line runs it beside a server or without one.
public final class AuditVerification {
  private AuditVerification() {}

  /// What was found.
  ///
  /// @param links how many links of the chain hold
  /// @param chained entries under those links
  /// @param unchained entries that wait for the next link: nothing protects them yet
  /// @param oldestUnchained when the first of those was written
  /// @param head the hash of the last link that holds, as 64 hexadecimal digits: keep it elsewhere,
  ///   and whoever rewrites the record later cannot make it fit
  /// @param broken the first thing that does not hold
  public record Verdict(
      long links,
      long chained,
      long unchained,
      @Nullable Instant oldestUnchained,
      String head,
      Optional<Break> broken) {}

  /// @param link the first link that does not hold; 0 when it is not about one link
  public record Break(long link, String what) {}

  /// @param keptHead a head hash noted earlier, which some link must still have; null if none was
  public static Verdict verify(Connection connection, @Nullable String keptHead)
      throws SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    try {
      return new Reading(connection, keptHead).verdict();
    } finally {
      connection.rollback();
    }
  }

  private static final class Reading {
    private final Connection connection;
    private final @Nullable String keptHead;
    private byte[] head = new byte[ChainHash.BYTES];
    private long links;
    private long chained;
    private boolean sawKeptHead;

    Reading(Connection connection, @Nullable String keptHead) {
      this.connection = connection;
      this.keptHead = keptHead;
    }

    Verdict verdict() throws SQLException {
      Optional<Break> broken = firstBrokenLink();
      long unchained = count("select count(*) from audit_entry") - chained;
      long waiting =
          count("select count(*) from audit_entry e join audit_unchained u on u.entry = e.number");
      if (broken.isEmpty() && unchained != waiting) {
        broken =
            Optional.of(
                new Break(
                    0,
                    Math.abs(unchained - waiting) + " entries stand in no link and wait for none"));
      }
      if (broken.isEmpty() && keptHead != null && !sawKeptHead) {
        broken = Optional.of(new Break(0, "no link has the hash that was kept: " + keptHead));
      }
      return new Verdict(
          links, chained, unchained, oldestWaiting(), HexFormat.of().formatHex(head), broken);
    }

    private Optional<Break> firstBrokenLink() throws SQLException {
      try (PreparedStatement select =
          connection.prepareStatement(
              "select number, entries::text as entries, previous, hash from audit_chain order by number")) {
        select.setFetchSize(500);
        try (ResultSet link = select.executeQuery()) {
          while (link.next()) {
            Optional<Break> broken = brokenBy(link);
            if (broken.isPresent()) {
              return broken;
            }
          }
        }
      }
      return Optional.empty();
    }

    private Optional<Break> brokenBy(ResultSet link) throws SQLException {
      long number = link.getLong("number");
      if (number != links + 1) {
        return Optional.of(new Break(links + 1, "link " + (links + 1) + " is missing"));
      }
      if (!Arrays.equals(link.getBytes("previous"), head)) {
        return Optional.of(new Break(number, "does not follow the link before it"));
      }
      ChainHash hash = ChainHash.after(head, number);
      long covered = addEntries(hash, link.getString("entries"));
      long promised =
          count(
              "select coalesce(sum(upper(r) - lower(r)), 0)::bigint from unnest('"
                  + link.getString("entries")
                  + "'::int8multirange) r");
      if (covered != promised) {
        return Optional.of(
            new Break(
                number, (promised - covered) + " of its " + promised + " entries are missing"));
      }
      if (!Arrays.equals(hash.value(), link.getBytes("hash"))) {
        return Optional.of(new Break(number, "its entries are not as they were written"));
      }
      head = link.getBytes("hash");
      sawKeptHead |= HexFormat.of().formatHex(head).equalsIgnoreCase(keptHead);
      links = number;
      chained += covered;
      return Optional.empty();
    }

    private long addEntries(ChainHash hash, String entries) throws SQLException {
      long covered = 0;
      try (PreparedStatement select =
          connection.prepareStatement(
              """
              select %s from unnest(cast(? as int8multirange)) r
              join audit_entry e on e.number >= lower(r) and e.number < upper(r)
              order by e.number
              """
                  .formatted(AuditEntry.COLUMNS))) {
        select.setString(1, entries);
        select.setFetchSize(500);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            hash.add(AuditEntry.of(row, 0));
            covered++;
          }
        }
      }
      return covered;
    }

    private long count(String sql) throws SQLException {
      try (var statement = connection.createStatement();
          ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return row.getLong(1);
      }
    }

    private @Nullable Instant oldestWaiting() throws SQLException {
      try (var statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "select min(at) from audit_entry e join audit_unchained u on u.entry = e.number")) {
        row.next();
        return row.getTimestamp(1) == null ? null : row.getTimestamp(1).toInstant();
      }
    }
  }
}
