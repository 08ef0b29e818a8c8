package io.fairlead.app.people;

import static io.fairlead.app.people.PeopleApi.done;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.people.ImportAnswers.Problems;
import io.fairlead.app.people.ImportAnswers.Status;
import io.fairlead.app.people.ImportRun.Absent;
import io.fairlead.app.people.PeopleImport.Application;
import io.fairlead.app.people.PeopleImport.Upload;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.api.TakesFile;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Importing people as JSON: send the file, follow its progress, apply it.
@RestController
@RequestMapping("/api/v1/people/imports")
class ImportApi {
  private static final int RUNS = 200;

  private final PeopleImport imports;
  private final ImportAnswers answers;
  private final SentFiles files;
  private final Idempotency acts;

  ImportApi(PeopleImport imports, ImportAnswers answers, SentFiles files, Idempotency acts) {
    this.acts = acts;
    this.imports = imports;
    this.answers = answers;
    this.files = files;
  }

  /// The body is the file itself, as `text/csv`.
  @PostMapping
  @Guarded(record = "people-file", act = "change", fields = "all", scope = "people:write")
  @TakesFile("text/csv")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<Status> read(
      @AuthenticationPrincipal Viewer viewer,
      HttpServletRequest request,
      @RequestParam(defaultValue = "people.csv") String name,
      @RequestParam(required = false) @Nullable String absent,
      @RequestParam(required = false) @Nullable LocalDate effective,
      @RequestParam(required = false) @Nullable String mapping,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
      throws IOException {
    Path file = files.keep(request.getInputStream());
    try {
      Upload upload = new Upload(file, name, absentOf(absent), effective, mapping);
      UUID run =
          done(
              acts.once(
                  viewer.person(),
                  "people-file.upload",
                  key,
                  Arrays.asList(
                      name, absent, effective, mapping, key == null ? "" : SentFiles.hash(file)),
                  UUID.class,
                  () -> imports.read(viewer, upload)));
      return accepted(viewer, run);
    } finally {
      files.forget(file);
    }
  }

  static @Nullable Absent absentOf(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "leave" -> Absent.LEAVE;
      case "stay" -> Absent.STAY;
      default -> throw new RefusedException(Reason.invalid("absent", "leave-or-stay"));
    };
  }

  /// One page of runs, the newest first.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Runs(List<ImportRun> imports, @Nullable UUID next) {}

  @GetMapping
  @Guarded(record = "people-file", act = "read", fields = "all", scope = "people:read")
  Runs latest(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(required = false) @Nullable UUID cursor,
      @RequestParam(defaultValue = "50") int limit) {
    if (!imports.mayRead(viewer)) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    int most = Math.clamp(limit, 1, RUNS);
    List<ImportRun> found = imports.latest(viewer, cursor, most);
    return new Runs(found, found.size() == most ? found.getLast().id() : null);
  }

  @GetMapping("/{id}")
  @Guarded(record = "people-file", act = "read", fields = "all", scope = "people:read")
  Status one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return answers.status(viewer, id);
  }

  @GetMapping("/{id}/problems")
  @Guarded(record = "people-file", act = "read", fields = "all", scope = "people:read")
  Problems problems(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int cursor) {
    return answers.problems(viewer, id, cursor);
  }

  /// How to apply: `all` or `good`, and the number of leavers when it is large.
  record HowToApply(@Nullable String choice, @Nullable Integer confirmLeaving) {}

  @PostMapping("/{id}/application")
  @Guarded(record = "people-file", act = "change", fields = "all", scope = "people:write")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<Status> apply(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestBody HowToApply how,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    boolean good = "good".equals(how.choice());
    done(imports.apply(viewer, new Application(id, good, how.confirmLeaving(), key)));
    return accepted(viewer, id);
  }

  @PostMapping("/{id}/reversal")
  @Guarded(record = "people-file", act = "change", fields = "all", scope = "people:write")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<Status> undo(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(imports.undo(viewer, id, key));
    return accepted(viewer, id);
  }

  private ResponseEntity<Status> accepted(Viewer viewer, UUID id) {
    return ResponseEntity.accepted()
        .header("Location", "/api/v1/people/imports/" + id)
        .body(answers.status(viewer, id));
  }

  /// Throws away a run that was not applied.
  @DeleteMapping("/{id}")
  @Guarded(record = "people-file", act = "change", fields = "all", scope = "people:write")
  Status discard(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(
        acts.once(
            viewer.person(),
            "people-file.discard",
            key,
            id,
            UUID.class,
            () -> imports.discard(viewer, id)));
    return answers.status(viewer, id);
  }

  @GetMapping("/{id}/parked")
  @Guarded(record = "people-file", act = "read", fields = "all", scope = "people:read")
  void parked(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, HttpServletResponse response)
      throws IOException {
    answers.parked(viewer, id, response);
  }
}
