package io.fairlead.app.measures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.measures.MeasureImport.Extent;
import io.fairlead.app.measures.MeasureImport.Previewed;
import io.fairlead.app.measures.MeasureImportPlan.Change;
import io.fairlead.app.measures.MeasureImportPlan.Missing;
import io.fairlead.app.measures.MeasureImportRun.Counts;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.api.TakesFile;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.methods.table.TableText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Bringing values from a file, as JSON: send the file, look, apply.
@RestController
@RequestMapping("/api/v1/measures/imports")
class MeasureImportApi {
  private static final int FAULTS = 200;

  private final MeasureImport imports;
  private final Pages pages;

  MeasureImportApi(MeasureImport imports, Pages pages) {
    this.imports = imports;
    this.pages = pages;
  }

  /// What the file would do, or what became of it once it is applied.
  ///
  /// @param faults the first 200
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ImportJson(
      UUID id,
      String file,
      Instant at,
      @Nullable Instant appliedAt,
      @Nullable Counts counts,
      List<ChangeJson> measures,
      List<MissingJson> missing,
      List<CauseJson> causes,
      List<FaultJson> faults) {
    static ImportJson of(Previewed previewed) {
      MeasureImportRun run = previewed.run();
      MeasureImportPlan plan = previewed.plan();
      return new ImportJson(
          run.id(),
          run.fileName(),
          run.at(),
          run.appliedAt(),
          run.isApplied() ? run.counts() : null,
          plan.changes().stream().map(ChangeJson::of).toList(),
          plan.missing().stream().map(MissingJson::of).toList(),
          plan.causes().stream()
              .map(each -> new CauseJson(each.code(), each.count(), each.rows()))
              .toList(),
          plan.faults().stream()
              .limit(FAULTS)
              .map(each -> new FaultJson(each.row(), each.column(), each.code(), each.shown()))
              .toList());
    }
  }

  /// @param corrections the first few values that differ
  /// @param targets what it should be from which days on, where that is not what stands
  record ChangeJson(
      UUID id,
      String name,
      int added,
      int corrected,
      int unchanged,
      List<CorrectionJson> corrections,
      List<Target> targets) {
    static ChangeJson of(Change change) {
      return new ChangeJson(
          change.id(),
          change.name(),
          change.counts().added(),
          change.counts().corrected(),
          change.counts().unchanged(),
          change.corrections().stream()
              .map(each -> new CorrectionJson(each.day(), each.slice(), each.before(), each.now()))
              .toList(),
          change.targets());
    }
  }

  record CorrectionJson(LocalDate day, String slice, double before, double now) {}

  /// A measure that is not there, and what it would be.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MissingJson(String name, String frequency, @Nullable Double target, int values) {
    static MissingJson of(Missing missing) {
      return new MissingJson(
          missing.name(), missing.frequency().code(), missing.target(), missing.values().size());
    }
  }

  /// @param rows the first rows of the file that have it
  record CauseJson(String code, int count, List<Integer> rows) {}

  record FaultJson(int row, String column, String code, String shown) {}

  /// The body is the file itself, as `text/csv`.
  @PostMapping
  @Guarded(record = "measure", act = "define", fields = "figures", scope = "measures:write")
  @TakesFile("text/csv")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<ImportJson> bring(
      @AuthenticationPrincipal Viewer viewer,
      InputStream file,
      @RequestParam(defaultValue = "") String name,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
      throws IOException {
    // One byte more than is taken shows that there are too many.
    String content = TableText.decoded(file.readNBytes(MeasureImport.LONGEST_FILE + 1));
    String called = name.isBlank() ? pages.words().text("measures.import-pasted") : name.strip();
    UUID id = MeasureApi.done(imports.bring(viewer, called, content, key));
    return ResponseEntity.created(URI.create("/api/v1/measures/imports/" + id))
        .body(one(viewer, id));
  }

  @GetMapping("/{id}")
  @Guarded(record = "measure-import", act = "import", fields = "figures", scope = "measures:read")
  ImportJson one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return imports
        .preview(viewer, id)
        .map(ImportJson::of)
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  /// @param choice `all`, which is refused while there are faults or measures that are not there,
  ///   or `good`
  /// @param define which of the missing measures are defined, by their names
  record ApplicationInput(@Nullable String choice, @Nullable List<String> define) {}

  @PostMapping("/{id}/application")
  @Guarded(record = "measure-import", act = "import", fields = "figures", scope = "measures:write")
  ImportJson apply(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody ApplicationInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    Extent extent =
        switch (Objects.requireNonNullElse(input.choice(), "all")) {
          case "all" -> Extent.ALL;
          case "good" -> Extent.GOOD;
          default ->
              throw new RefusedException(Reason.invalid("choice", "measures.unknown-choice"));
        };
    List<String> define = Objects.requireNonNullElse(input.define(), List.of());
    MeasureApi.done(imports.apply(viewer, id, extent, define, key));
    return one(viewer, id);
  }
}
