package io.fairlead.app.cycles;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.running.Running;
import io.fairlead.app.platform.running.RunningSource;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Pilots on the board; one whose days are over waits for somebody to end it.
@Component
@Order(31)
class PilotsRunning implements RunningSource {
  private final Pilots pilots;
  private final PilotWords said;

  PilotsRunning(Pilots pilots, PilotWords said) {
    this.pilots = pilots;
    this.said = said;
  }

  @Override
  public List<Running> running(Viewer viewer, Words words) {
    return pilots.running(viewer.today()).stream()
        .filter(Pilot::isRunning)
        .map(pilot ->
            new Running(
                "framework",
                words.text("pilots.of", pilot.name()),
                said.days(words, pilot, viewer.today()),
                List.of(),
                "/studio/framework/pilots/" + pilot.id(),
                pilot.last().isBefore(viewer.today()),
                List.of()))
        .toList();
  }
}
