package io.fairlead.app.goals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The days on which somebody's next check-ins are due, without a word of what they are about.
@Component
public class CheckInDays {
  private final GoalTaskStore store;

  CheckInDays(GoalTaskStore store) {
    this.store = store;
  }

  /// @param keyResults how many of theirs are due on that day
  public record Due(LocalDate day, int keyResults) {}

  /// Of running key results whose check-in is due within their cycle, by day. A day that is past
  /// waits still.
  public List<Due> of(UUID person, LocalDate today) {
    return store.checkInDays(person, today);
  }
}
