package io.fairlead.app.running;

import static io.fairlead.app.running.RunningPolicy.COUNTS;
import static io.fairlead.app.running.RunningPolicy.READ;
import static io.fairlead.app.running.RunningPolicy.RUNNING;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Permissions;
import io.fairlead.app.platform.running.Running;
import io.fairlead.app.platform.running.RunningSource;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// Everything in progress that the viewer has business in.
@Service
class Board {
  private final ObjectProvider<RunningSource> sources;
  private final Permissions permissions;

  Board(ObjectProvider<RunningSource> sources, Permissions permissions) {
    this.sources = sources;
    this.permissions = permissions;
  }

  /// Empty for somebody whom the board is none of the business of.
  Optional<List<Running>> rows(Viewer viewer, Words words) {
    return permissions.allows(viewer, RUNNING, READ, COUNTS)
        ? Optional.of(
            sources
                .orderedStream()
                .filter(words::uses)
                .flatMap(source -> source.running(viewer, words).stream())
                .toList())
        : Optional.empty();
  }
}
