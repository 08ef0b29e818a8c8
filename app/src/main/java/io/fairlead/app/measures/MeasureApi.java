package io.fairlead.app.measures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Limits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What is measured, as JSON.
@RestController
@RequestMapping("/api/v1/measures")
class MeasureApi {
  private final Measures measures;
  private final MeasureList list;
  private final Standings standings;

  MeasureApi(Measures measures, MeasureList list, Standings standings) {
    this.measures = measures;
    this.list = list;
    this.standings = standings;
  }

  /// A measure as JSON.
  ///
  /// @param direction `higher`, `lower`, `target` or `band`
  /// @param tense `leading`, `lagging`, or empty
  /// @param visibility `public`, `unit` or `named`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MeasureJson(
      UUID id,
      String code,
      String name,
      String definition,
      UUID owner,
      @Nullable UUID ofUnit,
      String unit,
      int decimals,
      String direction,
      String frequency,
      String tense,
      @Nullable BigDecimal target,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      @Nullable BigDecimal warning,
      @Nullable BigDecimal alarm,
      int baseline,
      String source,
      String formula,
      String decision,
      boolean pays,
      String visibility,
      List<UUID> enters,
      List<UUID> readers,
      boolean retired,
      long version,
      boolean mayChange,
      boolean mayEnter,
      @Nullable List<StandingJson> series) {
    static MeasureJson of(Measure measure, @Nullable List<Standing> standings) {
      MeasurePlan plan = measure.plan();
      return new MeasureJson(
          measure.id(),
          measure.code(),
          plan.name(),
          plan.definition(),
          plan.owner(),
          plan.ofUnit(),
          plan.unit(),
          plan.decimals(),
          plan.way().code(),
          plan.frequency().code(),
          plan.tense().code(),
          plan.target(),
          plan.low(),
          plan.high(),
          plan.warning(),
          plan.alarm(),
          plan.baseline(),
          plan.source().code(),
          plan.formula(),
          plan.decision(),
          plan.pays(),
          plan.audience().code(),
          plan.enters(),
          plan.readers(),
          measure.retired(),
          measure.version(),
          measure.mayChange(),
          measure.mayEnter(),
          standings == null ? null : standings.stream().map(StandingJson::of).toList());
    }
  }

  /// Where one series stands.
  ///
  /// @param dimension missing for the whole
  /// @param status `ok`, `no-values`, `too-few` or `constant`: without `ok` there is no usual range
  /// @param zone `good`, `warning` or `alarm`; missing where nothing is said of where it should be
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StandingJson(
      @Nullable String dimension,
      @Nullable String slice,
      @Nullable UUID person,
      String status,
      int count,
      @Nullable LocalDate lastDay,
      @Nullable Double lastValue,
      @Nullable Double centre,
      @Nullable Double lower,
      @Nullable Double upper,
      @Nullable LocalDate signalDay,
      @Nullable String signalRule,
      boolean seasonal,
      @Nullable Double autocorrelation,
      @Nullable String zone) {
    static StandingJson of(Standing standing) {
      Slice slice = standing.slice();
      return new StandingJson(
          slice.isWhole() ? null : slice.dimension(),
          slice.name().isEmpty() ? null : slice.name(),
          slice.person(),
          standing.status(),
          standing.count(),
          standing.lastDay(),
          standing.lastValue(),
          standing.centre(),
          standing.lower(),
          standing.upper(),
          standing.signalDay(),
          standing.signalRule(),
          standing.seasonal(),
          standing.autocorrelation(),
          standing.zone() == Zone.UNKNOWN ? null : standing.zone().code());
    }
  }

  /// @param next cursor of the next page; missing on the last
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MeasureListJson(List<MeasureJson> measures, @Nullable String next) {}

  @GetMapping
  @Guarded(record = "measure", act = "read", fields = "figures", scope = "measures:read")
  MeasureListJson list(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable UUID unit,
      @RequestParam(defaultValue = "") String tense,
      @RequestParam(required = false) @Nullable UUID owner,
      @RequestParam(defaultValue = "false") boolean alerting,
      @RequestParam(defaultValue = "false") boolean retired,
      @RequestParam(defaultValue = "") String cursor,
      @RequestParam(defaultValue = "60") int limit) {
    int after = after(cursor);
    int most = Math.clamp(limit, 1, Limits.API_ROWS);
    Tense asked = tense.isEmpty() ? null : Tense.find(tense).orElse(null);
    if (!tense.isEmpty() && asked == null) {
      throw new RefusedException(Reason.invalid("tense", "measures.unknown-choice"));
    }
    List<MeasureCard> found =
        list.list(
            viewer,
            new MeasureQuery(q.strip(), unit, asked, owner, alerting, retired, after, most + 1));
    return new MeasureListJson(
        found.stream()
            .limit(most)
            .map(each -> MeasureJson.of(each.measure(), List.of(each.standing())))
            .toList(),
        found.size() > most ? Integer.toString(after + most) : null);
  }

  private static int after(String cursor) {
    if (!cursor.matches("\\d{0,7}")) {
      throw new RefusedException(Reason.invalid("cursor", "unknown-cursor"));
    }
    return cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
  }

  @PostMapping
  @Guarded(record = "measure", act = "define", fields = "figures", scope = "measures:write")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<MeasureJson> define(
      @AuthenticationPrincipal Viewer viewer,
      @RequestBody MeasureInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    UUID id = done(measures.define(viewer, input, key));
    Measure measure = found(viewer, id);
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Location", "/api/v1/measures/" + id)
        .eTag("\"" + measure.version() + "\"")
        .body(MeasureJson.of(measure, null));
  }

  @GetMapping("/{id}")
  @Guarded(record = "measure", act = "read", fields = "figures", scope = "measures:read")
  ResponseEntity<MeasureJson> one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Measure measure = found(viewer, id);
    return ResponseEntity.ok()
        .eTag("\"" + measure.version() + "\"")
        .body(MeasureJson.of(measure, standings.readable(viewer, id)));
  }

  @PutMapping("/{id}")
  @Guarded(record = "measure", act = "change", fields = "figures", scope = "measures:write")
  ResponseEntity<MeasureJson> change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody MeasureInput input,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    Measure changed =
        found(viewer, done(measures.change(viewer, id, version(version), input, key)));
    return ResponseEntity.ok()
        .eTag("\"" + changed.version() + "\"")
        .body(MeasureJson.of(changed, null));
  }

  /// Whether it is retired.
  record Retiring(boolean retired) {}

  @PutMapping("/{id}/retirement")
  @Guarded(record = "measure", act = "change", fields = "figures", scope = "measures:write")
  ResponseEntity<MeasureJson> retire(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody Retiring retiring,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    Measure changed =
        found(viewer, done(measures.retire(viewer, id, version(version), retiring.retired(), key)));
    return ResponseEntity.ok()
        .eTag("\"" + changed.version() + "\"")
        .body(MeasureJson.of(changed, null));
  }

  private Measure found(Viewer viewer, UUID id) {
    return measures.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  static long version(@Nullable String tag) {
    if (tag == null) {
      throw new RefusedException(Reason.invalid("If-Match", "measures.version-missing"));
    }
    String number = tag.replace("W/", "").replace("\"", "").strip();
    if (!number.matches("\\d{1,18}")) {
      throw new RefusedException(Reason.of(Reason.Kind.STALE, "measures.stale"));
    }
    return Long.parseLong(number);
  }

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }
}
