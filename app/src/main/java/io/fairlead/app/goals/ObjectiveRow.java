package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.methods.goals.ObjectiveKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An objective as lists, the tree and the map show it.
///
/// @param sort the title as lists are sorted by it
/// @param owner the name of the person, team or unit; null for the organisation's own, empty for a
///   person whose name was erased
/// @param parent the agreed primary parent, whether or not the viewer may see it
/// @param further how many further objectives it contributes to
/// @param hasChildren whether an objective the viewer may see stands below it
/// @param said what is said of its status instead of the figures
public record ObjectiveRow(
    UUID id,
    String title,
    String sort,
    ObjectiveKind kind,
    ObjectiveState state,
    String visibility,
    Level level,
    @Nullable String owner,
    @Nullable UUID ownerPerson,
    Cycle cycle,
    @Nullable UUID parent,
    int further,
    boolean hasChildren,
    @Nullable Double score,
    @Nullable SaidStatus said) {

  /// Whether its figures are final.
  public boolean isScored() {
    return state == ObjectiveState.GRADED || state == ObjectiveState.CLOSED;
  }

  GoalQuery.Cursor cursor() {
    return new GoalQuery.Cursor(level.rank(), sort, id);
  }

  /// What it hangs below; itself where that is nothing.
  UUID parentOrSelf() {
    return parent == null ? id : parent;
  }

  /// Whose an objective is, coarsest first, as the database orders them.
  public enum Level {
    ORGANISATION(0),
    UNIT(1),
    TEAM(2),
    PERSON(3);

    private final int rank;

    Level(int rank) {
      this.rank = rank;
    }

    int rank() {
      return rank;
    }

    static Level of(int rank) {
      for (Level level : values()) {
        if (level.rank == rank) {
          return level;
        }
      }
      throw new IllegalArgumentException("no level " + rank);
    }

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
