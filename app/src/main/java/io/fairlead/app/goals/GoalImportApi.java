package io.fairlead.app.goals;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.api.TakesFile;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.methods.table.TableText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/// Bringing goals from a file, as JSON: send the file, say what is what, look, apply, take back.
@RestController
@RequestMapping("/api/v1/goals/imports")
class GoalImportApi {
  private static final int PROBLEMS = 200;

  private final GoalImport imports;
  private final Idempotency acts;
  private final Pages pages;

  GoalImportApi(GoalImport imports, Idempotency acts, Pages pages) {
    this.imports = imports;
    this.acts = acts;
    this.pages = pages;
  }

  /// How a file is understood; see [ImportSettings]. What is absent in a change is empty.
  record SettingsDocument(
      @Nullable Map<String, String> fields,
      @Nullable String owner,
      @Nullable String cycle,
      @Nullable Map<String, String> cycles,
      @Nullable String state,
      @Nullable Boolean leaveUnreadable,
      @Nullable Boolean baselineIsZero) {

    static SettingsDocument of(ImportSettings settings) {
      return new SettingsDocument(
          settings.fields(),
          settings.owner(),
          settings.cycle(),
          settings.cycles(),
          settings.state(),
          settings.leaveUnreadable(),
          settings.baselineIsZero());
    }

    ImportSettings settings() {
      return new ImportSettings(
          Objects.requireNonNullElse(fields, Map.of()),
          Objects.requireNonNullElse(owner, ""),
          Objects.requireNonNullElse(cycle, ""),
          Objects.requireNonNullElse(cycles, Map.of()),
          Objects.requireNonNullElse(state, "active"),
          Boolean.TRUE.equals(leaveUnreadable),
          Boolean.TRUE.equals(baselineIsZero));
    }
  }

  record CountsDocument(int objectives, int keyResults, int parked, int known, int cycles) {
    static CountsDocument of(GoalImportRun.Counts counts) {
      return new CountsDocument(
          counts.objectives(),
          counts.keyResults(),
          counts.parked(),
          counts.known(),
          counts.cycles());
    }
  }

  record RunDocument(
      UUID id,
      String file,
      String state,
      UUID by,
      Instant at,
      @Nullable Instant appliedAt,
      CountsDocument counts) {
    static RunDocument of(GoalImportRun run) {
      return new RunDocument(
          run.id(),
          run.fileName(),
          run.state(),
          run.by(),
          run.at(),
          run.appliedAt(),
          CountsDocument.of(run.counts()));
    }
  }

  record RunList(List<RunDocument> imports) {}

  /// @param rows the first rows of the file that have it
  record CauseDocument(String code, String column, boolean stops, int count, List<Integer> rows) {}

  record ProblemDocument(int row, String column, String code, String shown, boolean stops) {}

  /// What the goal linter says of the file; it stops nothing.
  ///
  /// @param message of the first one
  /// @param rows the first rows of the file that have it
  record RemarkDocument(
      String rule,
      String part,
      String severity,
      String message,
      String why,
      String better,
      int count,
      List<Integer> rows) {
    static RemarkDocument of(ImportRemark remark) {
      var said = remark.said();
      return new RemarkDocument(
          said.rule(),
          said.finding().part(),
          said.finding().severity().code(),
          said.message(),
          said.why(),
          said.better(),
          remark.count(),
          remark.rows());
    }
  }

  /// What the file would become, as it is understood now.
  ///
  /// @param wording what the goal linter says of it, the most frequent first
  /// @param problems the first 200
  record GoalImportPreviewDocument(
      RunDocument run,
      SettingsDocument understanding,
      int rows,
      List<String> columns,
      int objectives,
      int good,
      int keyResults,
      int known,
      int parked,
      Map<String, Integer> unknownOwners,
      Map<String, Integer> unknownCycles,
      List<CauseDocument> causes,
      List<ProblemDocument> problems,
      List<RemarkDocument> wording) {

    static GoalImportPreviewDocument of(
        GoalImport.Previewed previewed, List<ImportRemark> remarks) {
      ImportPlan plan = previewed.plan();
      return new GoalImportPreviewDocument(
          RunDocument.of(previewed.run()),
          SettingsDocument.of(previewed.run().settings()),
          plan.rows(),
          plan.columns(),
          plan.objectives().size(),
          plan.goodCount(),
          plan.keyResultCount(),
          plan.known(),
          plan.parked(),
          new LinkedHashMap<>(plan.unknownOwners()),
          new LinkedHashMap<>(plan.unknownCycles()),
          plan.causes().stream()
              .map(cause ->
                  new CauseDocument(
                      cause.code(), cause.column(), cause.stops(), cause.count(), cause.rows()))
              .toList(),
          plan.problems().stream()
              .limit(PROBLEMS)
              .map(problem ->
                  new ProblemDocument(
                      problem.row(),
                      problem.column(),
                      problem.code(),
                      problem.shown(),
                      problem.stops()))
              .toList(),
          remarks.stream().map(RemarkDocument::of).toList());
    }
  }

  @GetMapping
  @Guarded(record = "goal-import", act = "import", fields = "goal", scope = "goals:read")
  RunList latest(@AuthenticationPrincipal Viewer viewer) {
    if (!GoalImport.mayImport(viewer)) {
      throw new RefusedException(Reason.notFound());
    }
    return new RunList(imports.latest(viewer).stream().map(RunDocument::of).toList());
  }

  /// The body is the file itself, as `text/csv`.
  @PostMapping
  @Guarded(record = "goal-import", act = "import", fields = "goal", scope = "goals:write")
  @TakesFile("text/csv")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<GoalImportPreviewDocument> bring(
      @AuthenticationPrincipal Viewer viewer,
      InputStream file,
      @RequestParam(defaultValue = "") String name,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
      throws IOException {
    // One byte more than is taken shows that there are too many; a character has at most four.
    String content = TableText.decoded(file.readNBytes(4 * GoalImport.LONGEST_FILE + 1));
    String called = name.isBlank() ? pages.words().text("goals.import.pasted") : name.strip();
    UUID id =
        done(
            acts.once(
                viewer.person(),
                "goal-import.bring",
                key,
                List.of(called, content),
                UUID.class,
                () -> imports.bring(viewer, called, content)));
    return ResponseEntity.created(URI.create("/api/v1/goals/imports/" + id))
        .body(preview(viewer, id));
  }

  @GetMapping("/{id}")
  @Guarded(record = "goal-import", act = "import", fields = "goal", scope = "goals:read")
  GoalImportPreviewDocument one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return preview(viewer, id);
  }

  private GoalImportPreviewDocument preview(Viewer viewer, UUID id) {
    return imports
        .preview(viewer, id)
        .map(previewed ->
            GoalImportPreviewDocument.of(
                previewed, imports.remarks(previewed.plan(), pages.words())))
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  @PutMapping("/{id}/understanding")
  @Guarded(record = "goal-import", act = "import", fields = "goal", scope = "goals:write")
  GoalImportPreviewDocument understand(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody SettingsDocument input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    ImportSettings settings = input.settings();
    done(
        acts.once(
            viewer.person(),
            "goal-import.understand",
            key,
            List.of(id, settings),
            UUID.class,
            () -> imports.understand(viewer, id, settings)));
    return preview(viewer, id);
  }

  /// @param choice `all`, which is refused while there are problems that stop, or `good`
  record ApplicationInput(@Nullable String choice) {}

  @PostMapping("/{id}/application")
  @Guarded(record = "goal-import", act = "import", fields = "goal", scope = "goals:write")
  GoalImportPreviewDocument apply(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody ApplicationInput input,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    GoalImport.Extent extent =
        switch (Objects.requireNonNullElse(input.choice(), "all")) {
          case "all" -> GoalImport.Extent.ALL;
          case "good" -> GoalImport.Extent.GOOD;
          default -> throw new RefusedException(Reason.invalid("choice", "goals.unknown-choice"));
        };
    done(
        acts.once(
            viewer.person(),
            "goal-import.apply",
            key,
            List.of(id, extent),
            GoalImportRun.Counts.class,
            () -> imports.apply(viewer, id, extent)));
    return preview(viewer, id);
  }

  @PostMapping("/{id}/reversal")
  @Guarded(record = "goal-import", act = "import", fields = "goal", scope = "goals:write")
  GoalImportPreviewDocument undo(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(
        acts.once(
            viewer.person(),
            "goal-import.undo",
            key,
            id,
            UUID.class,
            () -> imports.undo(viewer, id)));
    return preview(viewer, id);
  }

  /// Whoever may not import is told nothing of imports.
  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T> refused ->
          throw refused.reasons().getFirst().kind() == Reason.Kind.FORBIDDEN
              ? new RefusedException(Reason.notFound())
              : new RefusedException(refused);
    };
  }
}
