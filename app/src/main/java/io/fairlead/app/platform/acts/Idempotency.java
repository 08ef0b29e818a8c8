package io.fairlead.app.platform.acts;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Runs an act in one transaction and, when its input carries a key, lets it take effect once: the
/// second send of the same key (a double click, a retry after a lost answer, on whichever node)
/// waits for the first and gets its outcome.
///
/// A capability wraps what an act changes:
///
/// ```java
/// public Outcome<UUID> grade(Viewer viewer, Grading input) {
///   return idempotency.once(viewer.person(), "objective.grade", input.key(), input, UUID.class,
///       () -> { …rules, store, audit…; return Outcome.done(id); });
/// }
/// ```
///
/// The key comes from a hidden form field (`freshKey()` when the page is made) or the
/// `Idempotency-Key` header; without one (null or blank) the act still runs in one transaction. A
/// refused outcome is rolled back and not remembered, so that a corrected form may be sent with its
/// old key. The same key with another input is refused (`key-reused`). Results are stored as JSON
/// for a day: let an act return ids and figures, never what people wrote.
@Component
public class Idempotency {
  static final Duration KEPT = Duration.ofDays(1);
  private static final String HEADER = "Idempotency-Key";
  private static final int LONGEST_KEY = 255;

  /// Printable ASCII, such as a UUID; blank stands for none.
  private static final Pattern KEY = Pattern.compile("[ -~]{0," + LONGEST_KEY + "}");

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final JsonMapper json;
  private final Clock clock;

  Idempotency(
      JdbcClient database, PlatformTransactionManager transactions, JsonMapper json, Clock clock) {
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.json = json;
    this.clock = clock;
  }

  /// A key for a form's hidden field.
  public static String freshKey() {
    return UUID.randomUUID().toString();
  }

  /// Does the act, once per principal, name and key.
  ///
  /// @param act stable name, such as `objective.grade`
  /// @param input all that the act depends on; its JSON form tells two inputs apart
  /// @param type of the result, as which it is read back
  public <T> Outcome<T> once(
      UUID principal,
      String act,
      @Nullable String key,
      Object input,
      Class<T> type,
      Supplier<Outcome<T>> doing) {
    return inTransaction(
        key,
        doing,
        claimed -> {
          if (!claim(principal, act, claimed, input, null)) {
            return remembered(principal, act, claimed, input, type);
          }
          Outcome<T> outcome = doing.get();
          if (outcome instanceof Done<T>(T value)) {
            remember(principal, act, claimed, value);
          }
          return outcome;
        });
  }

  /// The same for an act whose input already says what comes of it if it is not refused: the result
  /// is noted together with the key, which saves a statement.
  public <T> Outcome<T> once(
      UUID principal,
      String act,
      @Nullable String key,
      Object input,
      T result,
      Class<T> type,
      Supplier<Outcome<T>> doing) {
    return inTransaction(
        key,
        doing,
        claimed ->
            claim(principal, act, claimed, input, json.writeValueAsString(result))
                ? doing.get()
                : remembered(principal, act, claimed, input, type));
  }

  private <T> Outcome<T> inTransaction(
      @Nullable String key, Supplier<Outcome<T>> keyless, Function<String, Outcome<T>> keyed) {
    if (key != null && !KEY.matcher(key).matches()) {
      return Outcome.refused(Reason.invalid(HEADER, "key-malformed", LONGEST_KEY));
    }
    Outcome<T> outcome =
        transaction.execute(status -> {
          Outcome<T> result = key == null || key.isBlank() ? keyless.get() : keyed.apply(key);
          if (result instanceof Refused) {
            status.setRollbackOnly();
          }
          return result;
        });
    if (outcome == null) {
      throw new IllegalStateException("an act returned nothing");
    }
    return outcome;
  }

  /// Waits for another transaction that holds the same key, then says whether this one has it.
  private boolean claim(
      UUID principal, String act, String key, Object input, @Nullable String outcome) {
    return database
            .sql(
                """
                insert into idempotency (principal, act, key, input_hash, outcome, made_at)
                values (:principal, :act, :key, :hash, :outcome::jsonb, :now)
                on conflict do nothing
                """)
            .param("principal", principal)
            .param("act", act)
            .param("key", key)
            .param("hash", hash(input))
            .param("outcome", outcome)
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  private void remember(UUID principal, String act, String key, Object outcome) {
    database
        .sql(
            """
            update idempotency set outcome = :outcome::jsonb
            where principal = :principal and act = :act and key = :key
            """)
        .param("outcome", json.writeValueAsString(outcome))
        .param("principal", principal)
        .param("act", act)
        .param("key", key)
        .update();
  }

  private <T> Outcome<T> remembered(
      UUID principal, String act, String key, Object input, Class<T> type) {
    byte[] inputHash = hash(input);
    return database
        .sql(
            """
            select input_hash, outcome from idempotency
            where principal = :principal and act = :act and key = :key
            """)
        .param("principal", principal)
        .param("act", act)
        .param("key", key)
        .query((row, number) ->
            MessageDigest.isEqual(row.getBytes("input_hash"), inputHash)
                ? Outcome.done(json.readValue(row.getString("outcome"), type))
                : Outcome.<T>refused(Reason.invalid(HEADER, "key-reused")))
        .single();
  }

  /// Forgets keys older than a day.
  ///
  /// @return how many
  public int forgetOld() {
    Instant limit = clock.instant().minus(KEPT);
    return database
        .sql("delete from idempotency where made_at < :limit")
        .param("limit", Timestamp.from(limit))
        .update();
  }

  private byte[] hash(Object input) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(json.writeValueAsString(input).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
