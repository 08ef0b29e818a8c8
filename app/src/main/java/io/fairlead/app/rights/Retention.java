package io.fairlead.app.rights;

import static io.fairlead.app.rights.RightsPolicy.ALL;
import static io.fairlead.app.rights.RightsPolicy.CHANGE;
import static io.fairlead.app.rights.RightsPolicy.READ;
import static io.fairlead.app.rights.RightsPolicy.RETENTION;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.people.LegalHolds;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.personal.RetainedRecord;
import io.fairlead.app.platform.personal.RetentionPeriods;
import io.fairlead.app.platform.policy.Permissions;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How long each kind of record is kept. Nothing is deleted for its age until people operations say
/// after how many months, having seen how many records that is; and never anything about somebody
/// under a legal hold.
@Service
public class Retention implements RetentionPeriods {
  private static final int MOST_MONTHS = 1200;
  private static final int BATCH = 500;

  private final RetentionStore store;
  private final LegalHolds holds;
  private final Permissions permissions;
  private final Idempotency acts;
  private final Audit audit;
  private final OrganisationSettings organisation;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Retention(
      RetentionStore store,
      LegalHolds holds,
      Permissions permissions,
      Idempotency acts,
      Audit audit,
      OrganisationSettings organisation,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.holds = holds;
    this.permissions = permissions;
    this.acts = acts;
    this.audit = audit;
    this.organisation = organisation;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// Every kind of record with how long it is kept; empty for who may not see it.
  public Optional<List<RetentionRule>> rules(Viewer viewer) {
    return may(viewer, READ) ? Optional.of(store.rules()) : Optional.empty();
  }

  /// What stands in the paper on what is processed, whoever reads it.
  List<RetentionRule> rules() {
    return store.rules();
  }

  @Override
  public Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (RetentionRule rule : store.rules()) {
      if (rule.months() != null) {
        months.put(rule.code(), rule.months());
      }
    }
    return months;
  }

  public boolean mayChange(Viewer viewer) {
    return may(viewer, CHANGE);
  }

  private boolean may(Viewer viewer, String act) {
    return permissions.allows(viewer, RETENTION, act, ALL);
  }

  /// How many records would go today if they were kept for so many months. Changes nothing.
  public Outcome<Long> due(Viewer viewer, String code, int months) {
    if (!may(viewer, READ)) {
      return Outcome.refused(Reason.notFound());
    }
    Optional<RetainedRecord> kind = store.kind(code);
    if (kind.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    return outside(kind.get(), months)
        .map(Outcome::<Long>refused)
        .orElseGet(() -> Outcome.done(store.due(kind.get(), before(kind.get(), months))));
  }

  /// From now on such records go after so many months.
  ///
  /// @param seen how many go today, as `due` said: when they have become more, this is refused
  /// @return the kind's code
  public Outcome<String> keep(
      Viewer viewer, String code, int months, @Nullable Long seen, @Nullable String key) {
    return acts.once(
        viewer.person(),
        "retention.keep",
        key,
        List.of(code, months),
        String.class,
        () -> {
          Optional<Reason> barred =
              barred(viewer, code).or(() -> outside(store.kind(code).orElseThrow(), months));
          if (barred.isPresent()) {
            return Outcome.refused(barred.get());
          }
          if (seen == null) {
            return Outcome.refused(Reason.invalid("seen", "retention-unseen"));
          }
          RetainedRecord kind = store.kind(code).orElseThrow();
          long due = store.due(kind, before(kind, months));
          if (due > seen) {
            return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "retention-more", due, seen));
          }
          store.keep(code, months, viewer.person(), clock.instant());
          audit.recordCounts(
              viewer.person(),
              "retention.set",
              RETENTION,
              null,
              null,
              Map.of(code + ".months", (long) months));
          return Outcome.done(code);
        });
  }

  /// From now on no record of the kind goes for its age.
  ///
  /// @return the kind's code
  public Outcome<String> keepForever(Viewer viewer, String code, @Nullable String key) {
    return acts.once(
        viewer.person(),
        "retention.keep-forever",
        key,
        code,
        String.class,
        () -> {
          Optional<Reason> barred = barred(viewer, code);
          if (barred.isPresent()) {
            return Outcome.refused(barred.get());
          }
          if (store.forget(code)) {
            audit.recordCounts(
                viewer.person(),
                "retention.ended",
                RETENTION,
                null,
                null,
                Map.of(code + ".months", 0L));
          }
          return Outcome.done(code);
        });
  }

  private Optional<Reason> barred(Viewer viewer, String code) {
    if (!may(viewer, CHANGE)) {
      return Optional.of(
          may(viewer, READ) ? Reason.of(Reason.Kind.FORBIDDEN, "forbidden") : Reason.notFound());
    }
    return store.kind(code).isEmpty() ? Optional.of(Reason.notFound()) : Optional.empty();
  }

  private static Optional<Reason> outside(RetainedRecord kind, int months) {
    return months < kind.least() || months > MOST_MONTHS
        ? Optional.of(Reason.invalid("months", "retention-months", kind.least(), MOST_MONTHS))
        : Optional.empty();
  }

  private Instant before(RetainedRecord kind, int months) {
    return clock
        .instant()
        .atZone(organisation.organisation().zone())
        .minusMonths(Math.max(months, kind.least()))
        .toInstant();
  }

  /// Deletes what is due, a batch a transaction, each with its count in the record.
  ///
  /// @param stops whether to leave off after a batch
  /// @return how many went
  public long deleteDue(BooleanSupplier stops) {
    long all = 0;
    for (RetentionRule rule : store.rules()) {
      if (rule.months() == null) {
        continue;
      }
      int deleted;
      do {
        deleted = deleteSome(rule.code());
        all += deleted;
      } while (deleted == BATCH && !stops.getAsBoolean());
    }
    return all;
  }

  private int deleteSome(String code) {
    Integer deleted =
        transaction.execute(_ -> {
          holds.noneIsPlacedMeanwhile();
          Optional<Integer> months = store.monthsWhileDeleting(code);
          Optional<RetainedRecord> kind = store.kind(code);
          if (months.isEmpty() || kind.isEmpty()) {
            return 0;
          }
          int went = store.act(kind.get(), before(kind.get(), months.get()), BATCH);
          store.ran(code, went, clock.instant());
          if (went > 0) {
            audit.recordCounts(
                null, "retention.deleted", RETENTION, null, null, Map.of(code, (long) went));
          }
          return went;
        });
    return deleted == null ? 0 : deleted;
  }
}
