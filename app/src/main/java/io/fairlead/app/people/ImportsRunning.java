package io.fairlead.app.people;

import io.fairlead.app.people.ImportRun.State;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.running.Running;
import io.fairlead.app.platform.running.Running.Count;
import io.fairlead.app.platform.running.RunningSource;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// People files on the board: those at work, and those that wait for somebody's word.
@Component
@Order(20)
class ImportsRunning implements RunningSource {
  private static final int LATEST = 20;
  private static final Set<State> OVER = Set.of(State.APPLIED, State.UNDONE, State.DISCARDED);

  private final PeopleImport imports;

  ImportsRunning(PeopleImport imports) {
    this.imports = imports;
  }

  @Override
  public List<Running> running(Viewer viewer, Words words) {
    return imports.mayImport(viewer)
        ? imports.latest(viewer, null, LATEST).stream()
            .filter(run -> !OVER.contains(run.state()))
            .map(run -> row(words, run))
            .toList()
        : List.of();
  }

  private static Running row(Words words, ImportRun run) {
    return new Running(
        "imports",
        words.text("import.of", run.fileName()),
        words.text("import.state." + run.state().code()),
        List.of(
            new Count(words.text("running.count.rows-done", run.doneRows()), run.doneRows()),
            new Count(words.text("running.count.rows", run.totalRows()), run.totalRows()),
            new Count(words.text("running.count.wrong", run.problemRows()), run.problemRows())),
        "/people/import/" + run.id(),
        run.stoppedBy() != null || run.problemRows() > 0,
        List.of());
  }
}
