package io.fairlead.app.people;

import static io.fairlead.app.people.PeopleApi.done;

import io.fairlead.app.people.ImportAnswers.Problems;
import io.fairlead.app.people.ImportAnswers.Status;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.api.TakesFile;
import io.fairlead.app.platform.policy.Guarded;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The nightly file. Its scope reaches nothing else, so that a token which lies on another machine
/// can send a file and learn what became of it, and no more.
@RestController
@RequestMapping("/api/v1/people-syncs")
class SyncApi {
  private final PeopleSync syncs;
  private final ImportAnswers answers;
  private final SentFiles files;
  private final Idempotency acts;

  SyncApi(PeopleSync syncs, ImportAnswers answers, SentFiles files, Idempotency acts) {
    this.syncs = syncs;
    this.answers = answers;
    this.files = files;
    this.acts = acts;
  }

  /// The body is the file itself, as `text/csv`.
  ///
  /// @param allowLeaving how many may leave by this file although they are more than 5 %
  @PostMapping
  @Guarded(record = "people-file", act = "change", fields = "all", scope = "people:sync")
  @TakesFile("text/csv")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<Status> begin(
      @AuthenticationPrincipal Viewer viewer,
      HttpServletRequest request,
      @RequestParam(defaultValue = "people.csv") String name,
      @RequestParam(required = false) @Nullable String mapping,
      @RequestParam(required = false) @Nullable String absent,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(defaultValue = "false") boolean park,
      @RequestParam(required = false) @Nullable Integer allowLeaving,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
      throws IOException {
    Path file = files.keep(request.getInputStream());
    try {
      SyncFile sent =
          new SyncFile(file, name, mapping, ImportApi.absentOf(absent), asOf, park, allowLeaving);
      UUID run =
          done(
              acts.once(
                  viewer.person(),
                  "people-file.sync",
                  key,
                  Arrays.asList(
                      name,
                      mapping,
                      absent,
                      asOf,
                      park,
                      allowLeaving,
                      key == null ? "" : SentFiles.hash(file)),
                  UUID.class,
                  () -> syncs.begin(viewer, sent)));
      return ResponseEntity.accepted()
          .header("Location", "/api/v1/people-syncs/" + run)
          .body(answers.status(viewer, run));
    } finally {
      files.forget(file);
    }
  }

  @GetMapping("/{id}")
  @Guarded(record = "people-file", act = "read", fields = "all", scope = "people:sync")
  Status one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return answers.status(viewer, id);
  }

  @GetMapping("/{id}/problems")
  @Guarded(record = "people-file", act = "read", fields = "all", scope = "people:sync")
  Problems problems(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int cursor) {
    return answers.problems(viewer, id, cursor);
  }

  @GetMapping("/{id}/parked")
  @Guarded(record = "people-file", act = "read", fields = "all", scope = "people:sync")
  void parked(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, HttpServletResponse response)
      throws IOException {
    answers.parked(viewer, id, response);
  }
}
