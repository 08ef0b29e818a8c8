package io.fairlead.app.access;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Slows down guessing. Each try is counted before the password is looked at, in one statement, so
/// that a hundred tries at once are no better than a hundred in a row, on however many nodes. An
/// address that nobody has is counted like one that somebody has, so the wait tells nothing.
@Component
class Throttle {
  /// Three tries are free, then the wait doubles from one second up to a quarter of an hour.
  private static final Pace ACCOUNT = new Pace(Duration.ofDays(1), waits(3, 1, 900));

  /// A network address may stand for a whole office: forty tries in ten minutes are free.
  private static final Pace ADDRESS = new Pace(Duration.ofMinutes(10), waits(40, 5, 600));

  private final JdbcClient database;
  private final Clock clock;

  Throttle(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// @param calm after so long without a try the counting begins anew
  /// @param waits seconds to wait after the first try, the second, …; the last one repeats
  private record Pace(Duration calm, List<Integer> waits) {}

  private static List<Integer> waits(int free, int first, int longest) {
    int doublings = 32 - Integer.numberOfLeadingZeros(longest / first);
    return IntStream.rangeClosed(1, free + doublings + 1)
        .mapToObj(
            tries -> tries < free ? 0 : (int) Math.min(longest, (long) first << (tries - free)))
        .toList();
  }

  /// Counts a try and lets it through, or says how long to wait.
  Outcome<Boolean> tryNow(String email, String address) {
    Outcome<Boolean> fromAddress = count(addressKey(address), ADDRESS);
    return fromAddress.then(_ -> count(accountKey(email), ACCOUNT));
  }

  /// After a success the account's tries are forgotten and the address gets this one back.
  void succeeded(String email, String address) {
    forget(email);
    database
        .sql(
            "update sign_in_throttle set tries = greatest(tries - 1, 0), next_at = last_at where key = :key")
        .param("key", addressKey(address))
        .update();
  }

  /// Forgets the tries on an account, whose password was set anew.
  void forget(String email) {
    database
        .sql("delete from sign_in_throttle where key = :key")
        .param("key", accountKey(email))
        .update();
  }

  /// Forgets keys that no longer slow anybody down.
  void forgetCalm() {
    database
        .sql("delete from sign_in_throttle where last_at < :limit and next_at < :now")
        .param("limit", Timestamp.from(clock.instant().minus(ACCOUNT.calm())))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private Outcome<Boolean> count(byte[] key, Pace pace) {
    Instant now = clock.instant();
    int counted =
        database
            .sql(
                """
                insert into sign_in_throttle as t (key, tries, last_at, next_at)
                values (:key, 1, :now, cast(:now as timestamptz) + make_interval(secs => (cast(:waits as int[]))[1]))
                on conflict (key) do update set
                  tries = case when t.last_at < :calm then 1 else t.tries + 1 end,
                  last_at = :now,
                  next_at = cast(:now as timestamptz) + make_interval(secs =>
                    (cast(:waits as int[]))[least(case when t.last_at < :calm then 1 else t.tries + 1 end, :most)])
                where t.next_at <= :now
                """)
            .param("key", key)
            .param("now", Timestamp.from(now))
            .param("calm", Timestamp.from(now.minus(pace.calm())))
            .param("waits", pace.waits().toArray(Integer[]::new))
            .param("most", pace.waits().size())
            .update();
    return counted == 1 ? Outcome.done(true) : Outcome.refused(wait(key, now));
  }

  private Reason wait(byte[] key, Instant now) {
    Instant next =
        database
            .sql("select next_at from sign_in_throttle where key = :key")
            .param("key", key)
            .query((row, _) -> row.getTimestamp("next_at").toInstant())
            .optional()
            .orElse(now);
    long seconds = Math.max(1, (Duration.between(now, next).toMillis() + 999) / 1000);
    return Reason.of(Reason.Kind.TOO_MANY, "too-many-requests", seconds);
  }

  private static byte[] accountKey(String email) {
    return hash("account " + email);
  }

  /// IPv6 customers hold a /64 of addresses, so those count as one.
  private static byte[] addressKey(String address) {
    String[] groups = address.split(":", -1);
    boolean six = groups.length > 4 && !address.contains("::");
    return hash("address " + (six ? String.join(":", List.of(groups).subList(0, 4)) : address));
  }

  private static byte[] hash(String key) {
    return Tokens.hash(
        new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }
}
