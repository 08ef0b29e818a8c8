package io.fairlead.app.measures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.methods.agreement.OneWay;
import io.fairlead.methods.agreement.Reliability;
import io.fairlead.methods.agreement.RubricResult;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How samples are scored and what scores come to, as JSON.
@RestController
class RubricApi {
  private final Rubrics rubrics;
  private final RubricResults results;
  private final RubricLibrary library;

  RubricApi(Rubrics rubrics, RubricResults results, RubricLibrary library) {
    this.rubrics = rubrics;
    this.results = results;
    this.library = library;
  }

  /// @param from missing for the first
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RubricVersionJson(
      int version, @Nullable LocalDate from, int points, List<RubricItem> items) {
    static RubricVersionJson of(RubricVersion version) {
      return new RubricVersionJson(
          version.version(),
          version.from().equals(RubricVersion.ALWAYS) ? null : version.from(),
          version.points(),
          version.items());
    }
  }

  /// @param revision for `If-Match`
  /// @param samples planned a period
  /// @param raters planned for each
  /// @param people who score
  /// @param closedThrough samples up to this day are neither added nor scored any more
  /// @param versions the newest last
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RubricJson(
      long revision,
      int samples,
      int raters,
      List<UUID> people,
      @Nullable LocalDate closedThrough,
      List<RubricVersionJson> versions) {}

  @GetMapping("/api/v1/measures/{id}/rubric")
  @Guarded(record = "measure", act = "read", fields = "figures", scope = "measures:read")
  ResponseEntity<RubricJson> one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Rubric rubric =
        rubrics.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return ResponseEntity.ok()
        .eTag("\"" + rubric.revision() + "\"")
        .body(
            new RubricJson(
                rubric.revision(),
                rubric.samples(),
                rubric.raters(),
                rubric.people(),
                rubric.closed(),
                rubric.versions().stream().map(RubricVersionJson::of).toList()));
  }

  @PutMapping("/api/v1/measures/{id}/rubric")
  @Guarded(record = "measure", act = "change", fields = "figures", scope = "measures:write")
  ResponseEntity<RubricJson> save(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody RubricInput input,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    long revision = version == null ? 0 : MeasureApi.version(version);
    MeasureApi.done(rubrics.save(viewer, id, revision, input, key));
    return one(viewer, id);
  }

  /// @param through a day of the last period to close; null opens all
  record ClosingInput(@Nullable LocalDate through) {}

  @PutMapping("/api/v1/measures/{id}/rubric/closure")
  @Guarded(record = "measure", act = "change", fields = "figures", scope = "measures:write")
  ResponseEntity<RubricJson> close(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody ClosingInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    MeasureApi.done(rubrics.close(viewer, id, input.through(), key));
    return one(viewer, id);
  }

  /// A reliability with its interval of 95 %.
  record ReliabilityJson(double value, double lower, double upper) {
    static @Nullable ReliabilityJson of(RubricResult result, @Nullable Reliability reliability) {
      return switch (result.status()) {
        case OK ->
            reliability == null
                ? null
                : new ReliabilityJson(
                    reliability.value(), reliability.lower(), reliability.upper());
        case TOO_FEW, ZERO_VARIANCE, NOT_IDENTIFIED -> null;
      };
    }
  }

  /// Whether scores tell samples apart.
  ///
  /// @param status `ok`, `too-few` (below five samples with two scores each), `zero-variance` or
  ///   `not-identified`; without `ok` there are no figures
  /// @param one ICC(1,1), of one rater
  /// @param mean ICC(1,k), of the mean of `raters` raters
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record IccJson(
      String status,
      int samples,
      @Nullable Double raters,
      @Nullable ReliabilityJson one,
      @Nullable ReliabilityJson mean) {
    static IccJson of(RubricResult result) {
      OneWay found = result.reliability();
      ReliabilityJson one = ReliabilityJson.of(result, found.one().orElse(null));
      return new IccJson(
          result.status().code(),
          found.samples(),
          one == null ? null : (Double) found.size(),
          one,
          ReliabilityJson.of(result, found.mean().orElse(null)));
    }
  }

  /// Whether people agree about single samples, of those that three or more scored.
  ///
  /// @param status `ok` or `too-few`
  /// @param mean of r_wg(j), from 0 to 1
  /// @param distance AD, the mean distance to the mean, in points
  /// @param cutOff below it the distance counts as agreement
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WithinJson(
      String status,
      int samples,
      @Nullable Double mean,
      @Nullable Double median,
      @Nullable Double distance,
      double cutOff) {
    static WithinJson of(RubricResult result) {
      return new WithinJson(
          result.within().isEmpty() ? "too-few" : "ok",
          result.within().size(),
          boxed(result.meanWithin()),
          boxed(result.medianWithin()),
          boxed(result.distance()),
          result.cutOff());
    }
  }

  private static @Nullable Double boxed(OptionalDouble figure) {
    return figure.isPresent() ? (Double) figure.getAsDouble() : null;
  }

  /// What scores come to.
  ///
  /// @param samples that count
  /// @param scores of them that count: at least half of their items are marked
  /// @param left scores that do not count
  /// @param value missing without any
  /// @param lower with `upper`, the interval of 95 % from the spread of samples
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RubricResultJson(
      int samples,
      int scores,
      int left,
      @Nullable Double value,
      @Nullable Double lower,
      @Nullable Double upper,
      IccJson icc,
      WithinJson within) {
    static RubricResultJson of(RubricResult result) {
      var interval = result.value().flatMap(each -> each.interval()).orElse(null);
      return new RubricResultJson(
          result.samples(),
          result.scores(),
          result.left(),
          result.value().map(each -> each.mean()).orElse(null),
          interval == null ? null : (Double) interval.lower(),
          interval == null ? null : (Double) interval.upper(),
          IccJson.of(result),
          WithinJson.of(result));
    }
  }

  /// @param added samples of the period
  /// @param complete those of them that count
  /// @param raters how many people scored these
  /// @param all of every sample that was scored by the same version
  record AgreementJson(
      LocalDate from,
      LocalDate to,
      int version,
      int added,
      int complete,
      int raters,
      RubricResultJson period,
      RubricResultJson all) {}

  @GetMapping("/api/v1/measures/{id}/agreement")
  @Guarded(record = "measure", act = "read", fields = "figures", scope = "measures:read")
  AgreementJson agreement(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable LocalDate day) {
    RubricResults.Report report =
        results.of(viewer, id, day).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return new AgreementJson(
        report.from(),
        report.to(),
        report.version().version(),
        report.added(),
        report.complete(),
        report.raters(),
        RubricResultJson.of(report.period()),
        RubricResultJson.of(report.all()));
  }

  /// Rubrics that come with the product, to begin with.
  record RubricExamplesJson(List<RubricExample> rubrics) {}

  @GetMapping("/api/v1/rubrics")
  @Guarded(record = "measure", act = "define", fields = "figures", scope = "measures:read")
  RubricExamplesJson examples() {
    return new RubricExamplesJson(library.all());
  }
}
