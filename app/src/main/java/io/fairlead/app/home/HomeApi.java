package io.fairlead.app.home;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.tasks.Task;
import io.fairlead.app.platform.tasks.TaskSource;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What waits for somebody, as JSON.
@RestController
class HomeApi {
  private final ObjectProvider<TaskSource> sources;
  private final Pages pages;

  HomeApi(ObjectProvider<TaskSource> sources, Pages pages) {
    this.sources = sources;
    this.pages = pages;
  }

  /// @param seconds an honest estimate
  /// @param due null when it can wait
  /// @param path of the page that begins it
  record TaskDocument(
      String title, String detail, int seconds, @Nullable LocalDate due, String path) {
    static TaskDocument of(Task task) {
      return new TaskDocument(task.title(), task.detail(), task.seconds(), task.due(), task.href());
    }
  }

  /// @param own what waits for the viewer
  /// @param team what waits in the viewer's direct team, as far as they may know
  record TaskList(List<TaskDocument> own, List<TaskDocument> team) {}

  @GetMapping("/api/v1/tasks")
  @Open(because = "only what waits for the viewer and their team", scope = "goals:read")
  TaskList tasks(@AuthenticationPrincipal Viewer viewer) {
    Words words = pages.words();
    return new TaskList(
        documents(used(words).flatMap(one -> one.own(viewer, words).stream()).toList()),
        documents(used(words).flatMap(one -> one.team(viewer, words).stream()).toList()));
  }

  private Stream<TaskSource> used(Words words) {
    return sources.stream().filter(words::uses);
  }

  private static List<TaskDocument> documents(List<Task> tasks) {
    return HomePages.sorted(tasks).stream().map(TaskDocument::of).toList();
  }
}
