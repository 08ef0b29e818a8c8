package io.fairlead.app.goals;

import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The editor's and the negotiation pages' part of the access matrix.
@Component
final class EditorRouteSamples implements RouteSamples {
  private final Goals goals;

  EditorRouteSamples(Goals goals) {
    this.goals = goals;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of("GET /goals/{id}/edit", person -> draft(person, "edit")),
        RouteSample.of(
            "POST /goals/{id}/edit",
            person -> draft(person, "edit").form("version=1&title=Shorter queues")),
        RouteSample.of(
            "POST /goals/{id}/saving",
            person -> draft(person, "saving").form("version=1&title=Shorter queues")),
        RouteSample.of(
            "POST /goals/{id}/drop", person -> draft(person, "drop").form("reason=No longer needed")),
        RouteSample.of(
            "GET /goals/{child}/alignments/{parent}", person -> pair(person)),
        RouteSample.of(
            "POST /goals/{child}/alignments/{parent}",
            person -> pair(person).form("move=discussed&note=Why?")));
  }

  private Call draft(Person person, String act) {
    UUID id = goals.objective(person, "Shorter queues", "Q2 2026", "draft", "public");
    return Call.to("/goals/" + id + "/" + act).about("objective", id);
  }

  private Call pair(Person person) {
    UUID child = goals.objective(person, "Shorter queues", "Q2 2026", "proposed", "public");
    UUID parent = goals.objective(Person.INES, "Customers stay");
    goals.align(child, parent, 1, true);
    return Call.to("/goals/" + child + "/alignments/" + parent).about("objective", child);
  }
}
