package io.fairlead.app.measures;

import static io.fairlead.app.measures.MeasureApi.done;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/// Samples and their scores as JSON.
@RestController
@RequestMapping("/api/v1/measures/{id}/samples")
class SampleApi {
  private final Samples samples;
  private final Scores scores;

  SampleApi(Samples samples, Scores scores) {
    this.samples = samples;
    this.scores = scores;
  }

  /// @param scored whether they have
  record RaterJson(UUID person, boolean scored) {}

  /// @param version of the rubric by which it is scored
  /// @param closed whether it is neither scored nor corrected any more
  /// @param mayScore whether the caller is asked to
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SampleJson(
      UUID id,
      String title,
      String reference,
      LocalDate day,
      @Nullable UUID author,
      @Nullable String dimension,
      @Nullable String slice,
      @Nullable Integer version,
      @Nullable Boolean closed,
      List<RaterJson> raters,
      boolean mayScore) {
    static SampleJson of(Sample sample, @Nullable Integer version, @Nullable Boolean closed) {
      Slice slice = sample.slice();
      return new SampleJson(
          sample.id(),
          sample.title(),
          sample.reference(),
          sample.day(),
          sample.author(),
          slice.isWhole() ? null : slice.dimension(),
          slice.isWhole() ? null : slice.name(),
          version,
          closed,
          sample.raters().stream()
              .map(each -> new RaterJson(each.person(), each.scored()))
              .toList(),
          sample.mayScore());
    }
  }

  /// The newest first.
  record SamplesJson(List<SampleJson> samples) {}

  @GetMapping
  @Guarded(record = "measure-sample", act = "read", fields = "figures", scope = "measures:read")
  SamplesJson list(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to) {
    return new SamplesJson(
        samples
            .list(
                viewer,
                id,
                Objects.requireNonNullElse(from, RubricVersion.ALWAYS),
                Objects.requireNonNullElse(to, viewer.today()))
            .stream()
            .map(each -> SampleJson.of(each, null, null))
            .toList());
  }

  /// Samples to add.
  record SamplesInput(@Nullable List<SampleInput> samples) {}

  @PostMapping
  @Guarded(record = "measure", act = "enter", fields = "figures", scope = "measures:write")
  @ResponseStatus(HttpStatus.CREATED)
  Samples.AddedSamples add(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody SamplesInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return done(
        samples.add(viewer, id, Objects.requireNonNullElse(input.samples(), List.of()), key));
  }

  @GetMapping("/{sample}")
  @Guarded(record = "measure-sample", act = "read", fields = "figures", scope = "measures:read")
  SampleJson one(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, @PathVariable UUID sample) {
    Sample found = found(viewer, id, sample);
    return SampleJson.of(
        found,
        scores.rubric(found).map(RubricVersion::version).orElse(null),
        scores.isClosed(found));
  }

  /// Who scores it.
  record RatersInput(@Nullable List<UUID> raters) {}

  @PutMapping("/{sample}/raters")
  @Guarded(record = "measure", act = "enter", fields = "figures", scope = "measures:write")
  SampleJson ask(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID sample,
      @RequestBody RatersInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(samples.ask(viewer, id, sample, input.raters(), key));
    return one(viewer, id, sample);
  }

  @DeleteMapping("/{sample}")
  @Guarded(record = "measure", act = "enter", fields = "figures", scope = "measures:write")
  ResponseEntity<Void> withdraw(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID sample,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(samples.withdraw(viewer, id, sample, key));
    return ResponseEntity.noContent().build();
  }

  /// What one person marked.
  ///
  /// @param marks by item; null where it could not be judged
  /// @param corrections how often it was marked anew
  record SampleScoreJson(
      UUID rater,
      int version,
      List<@Nullable Integer> marks,
      String note,
      int corrections,
      Instant at) {
    static SampleScoreJson of(SampleScore score) {
      return new SampleScoreJson(
          score.rater(),
          score.version(),
          score.plainMarks(),
          score.note(),
          score.correction(),
          score.at());
    }
  }

  /// Those that the caller may read: their own, and for the measure's owner all.
  record SampleScoresJson(List<SampleScoreJson> scores) {}

  @GetMapping("/{sample}/scores")
  @Guarded(record = "measure-sample", act = "read", fields = "figures", scope = "measures:read")
  SampleScoresJson scores(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, @PathVariable UUID sample) {
    found(viewer, id, sample);
    return new SampleScoresJson(
        scores.of(viewer, id, sample).stream().map(SampleScoreJson::of).toList());
  }

  @PostMapping("/{sample}/scores")
  @Guarded(record = "measure-sample", act = "score", fields = "figures", scope = "measures:write")
  Scores.SampleScored score(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID sample,
      @RequestBody Scores.ScoreInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return done(scores.score(viewer, id, sample, input, key));
  }

  private Sample found(Viewer viewer, UUID id, UUID sample) {
    return samples
        .find(viewer, id, sample)
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }
}
