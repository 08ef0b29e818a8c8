package io.fairlead.app.setup;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.tasks.Task;
import io.fairlead.app.platform.tasks.TaskSource;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// A first run that was left stands on the home page of those who can go on with it.
@Component
class SetupTasks implements TaskSource {
  private static final int SECONDS_A_STEP = 120;

  private final Setup setup;

  SetupTasks(Setup setup) {
    this.setup = setup;
  }

  @Override
  public List<Task> own(Viewer viewer, Words words) {
    if (!viewer.roles().contains(Role.PEOPLE_OPS)) {
      return List.of();
    }
    Optional<SetupState> state = setup.state();
    boolean open = state.map(each -> !each.ended()).orElseGet(setup::isOpen);
    if (!open) {
      return List.of();
    }
    int left = state.map(each -> each.steps().size() - each.taken()).orElse(5);
    String detail =
        state.isEmpty() ? words.text("setup.task.begin") : words.text("setup.task.left", left);
    return List.of(
        new Task(
            words.text("setup.task"),
            detail,
            Math.max(1, left) * SECONDS_A_STEP,
            null,
            words.text("setup.task.do"),
            "/setup"));
  }

  @Override
  public List<Task> team(Viewer viewer, Words words) {
    return List.of();
  }
}
