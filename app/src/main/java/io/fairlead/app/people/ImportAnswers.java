package io.fairlead.app.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How an import stands, as JSON and as a file of parked rows, with its sentences.
@Component
class ImportAnswers {
  private static final int PROBLEMS = 200;

  private final PeopleImport imports;
  private final ParkedFile parked;
  private final Pages pages;

  ImportAnswers(PeopleImport imports, ParkedFile parked, Pages pages) {
    this.imports = imports;
    this.parked = parked;
    this.pages = pages;
  }

  /// A problem with its sentence.
  record Problem(int row, long line, String column, String code, String message) {}

  /// Problems of one cause.
  record Cause(String code, String message, int rows) {}

  /// A run with the causes of its problems.
  ///
  /// @param stopped why the last step stopped, as a sentence
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Status(
      ImportRun run,
      boolean busy,
      boolean manyLeave,
      @Nullable String stopped,
      List<Cause> causes) {}

  Status status(Viewer viewer, UUID id) {
    ImportRun run = found(viewer, id);
    List<Cause> causes =
        imports.causes(run).stream()
            .map(cause ->
                new Cause(
                    cause.code(),
                    pages.words().text("import.cause." + cause.code(), cause.rows()),
                    cause.rows()))
            .toList();
    String stopped = run.stoppedBy() == null ? null : ImportWords.stopped(pages.words(), run);
    return new Status(run, run.isBusy(), run.manyLeave(), stopped, causes);
  }

  private ImportRun found(Viewer viewer, UUID id) {
    return imports.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  /// One page of problems.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Problems(List<Problem> problems, @Nullable Integer next) {}

  Problems problems(Viewer viewer, UUID id, int cursor) {
    List<ImportProblem> found = imports.problems(found(viewer, id), cursor, PROBLEMS);
    Integer next = found.size() == PROBLEMS ? Integer.valueOf(found.getLast().row()) : null;
    return new Problems(
        found.stream()
            .map(problem ->
                new Problem(
                    problem.row(),
                    problem.line(),
                    problem.column(),
                    problem.code(),
                    ImportWords.sentence(pages.words(), problem)))
            .toList(),
        next);
  }

  void parked(Viewer viewer, UUID id, HttpServletResponse response) throws IOException {
    ImportRun run = found(viewer, id);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"parked.csv\"");
    try (Writer text = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
      text.write('\ufeff');
      parked.write(run, text, problem -> ImportWords.sentence(pages.words(), problem));
    }
  }
}
