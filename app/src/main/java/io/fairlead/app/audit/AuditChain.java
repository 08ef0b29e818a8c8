package io.fairlead.app.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Links what was recorded into the chain, a batch at a time; one node does it at once.
@Component
class AuditChain {
  private static final int BATCH = 2_000;
  private static final long LOCK = 0x4155444954L;

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AuditChain(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  private record Head(long number, String hash) {
    byte[] bytes() {
      return HexFormat.of().parseHex(hash);
    }
  }

  /// Links everything that waits.
  ///
  /// @return how many entries
  int linkAll() {
    int all = 0;
    int linked;
    do {
      Integer count = transaction.execute(_ -> linkBatch());
      linked = count == null ? 0 : count;
      all += linked;
    } while (linked == BATCH);
    return all;
  }

  private int linkBatch() {
    if (!database
        .sql("select pg_try_advisory_xact_lock(:lock)")
        .param("lock", LOCK)
        .query(Boolean.class)
        .single()) {
      return 0;
    }
    List<AuditEntry> waiting = waiting();
    if (waiting.isEmpty()) {
      return 0;
    }
    Head head = head();
    ChainHash hash = ChainHash.after(head.bytes(), head.number() + 1);
    waiting.forEach(hash::add);
    database
        .sql(
            """
            insert into audit_chain (number, entries, previous, hash, made_at)
            values (:number, cast(:entries as int8multirange), :previous, :hash, :now)
            """)
        .param("number", head.number() + 1)
        .param("entries", multirange(waiting))
        .param("previous", head.bytes())
        .param("hash", hash.value())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    database
        .sql("delete from audit_unchained where entry = any(:entries)")
        .param("entries", waiting.stream().map(AuditEntry::number).toArray(Long[]::new))
        .update();
    return waiting.size();
  }

  private List<AuditEntry> waiting() {
    return database
        .sql(
            """
            select %s from audit_entry where number in (select entry from audit_unchained order by entry limit :batch)
            order by number
            """
                .formatted(AuditEntry.COLUMNS))
        .param("batch", BATCH)
        .query(AuditEntry::of)
        .list();
  }

  private Head head() {
    return database
        .sql("select number, hash from audit_chain order by number desc limit 1")
        .query((row, _) ->
            new Head(row.getLong("number"), HexFormat.of().formatHex(row.getBytes("hash"))))
        .optional()
        .orElseGet(() -> new Head(0, "00".repeat(ChainHash.BYTES)));
  }

  /// `{[1,5),[7,8)}`; PostgreSQL joins neighbours itself.
  private static String multirange(List<AuditEntry> entries) {
    return entries.stream()
        .map(entry -> "[" + entry.number() + "," + (entry.number() + 1) + ")")
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Configuration(proxyBeanMethods = false)
  static class Job {
    @Bean
    RecurringTask<Void> linkingTheAudit(AuditChain chain) {
      return Tasks.recurring("audit.link", FixedDelay.ofSeconds(60))
          .execute((_, _) -> chain.linkAll());
    }
  }
}
