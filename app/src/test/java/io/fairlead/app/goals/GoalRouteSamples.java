package io.fairlead.app.goals;

import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The goals' part of the access matrix.
@Component
final class GoalRouteSamples implements RouteSamples {
  private final Goals goals;

  GoalRouteSamples(Goals goals) {
    this.goals = goals;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of("GET /goals", this::list),
        RouteSample.of("GET /goals/{id}", person -> page(person, "")),
        RouteSample.of("GET /goals/{id}/below", person -> page(person, "/below")),
        RouteSample.of(
            "GET /api/v1/objectives/{id}/alignments",
            person -> api("proposed", person, "/alignments")),
        RouteSample.of(
            "GET /api/v1/objectives/{child}/alignments/{parent}/moves", this::negotiation),
        RouteSample.of(
            "POST /api/v1/objectives/{child}/alignments/{parent}/moves",
            person -> negotiation(person).json("{\"move\": \"discuss\", \"note\": \"Why?\"}")),
        RouteSample.of("GET /api/v1/objectives/{id}", person -> api("proposed", person, "")),
        RouteSample.of(
            "PUT /api/v1/objectives/{id}",
            person ->
                api("draft", person, "")
                    .header("If-Match", "\"1\"")
                    .json("{\"title\": \"Shorter queues\", \"keyResults\": []}")),
        RouteSample.of("POST /api/v1/objectives/{id}/proposal", person -> step(person, "proposal")),
        RouteSample.of(
            "POST /api/v1/objectives/{id}/activation", person -> step(person, "activation")),
        RouteSample.of("POST /api/v1/objectives/{id}/closure", person -> step(person, "closure")),
        RouteSample.of(
            "POST /api/v1/objectives/{id}/drop",
            person -> step(person, "drop").json("{\"reason\": \"No longer needed\"}")));
  }

  private Call negotiation(Person person) {
    UUID child = goals.objective(person, "Shorter queues", "Q2 2026", "proposed", "public");
    UUID parent = goals.objective(Person.INES, "Customers stay");
    goals.align(child, parent, 1, true);
    return Call.to("/api/v1/objectives/" + child + "/alignments/" + parent + "/moves")
        .about("objective", child);
  }

  private Call step(Person person, String act) {
    return api("draft", person, "/" + act).header("If-Match", "\"1\"").json("{}");
  }

  private Call page(Person person, String rest) {
    return call("active", "/goals/", rest, person);
  }

  private Call api(String state, Person person, String rest) {
    return call(state, "/api/v1/objectives/", rest, person);
  }

  private Call list(Person person) {
    String title = "Queue " + UUID.randomUUID();
    UUID id = goals.objective(person, title, "Q2 2026", "draft", "public");
    return Call.to("/goals?scope=organisation").about("objective", id).list(title);
  }

  private Call call(String state, String path, String rest, Person person) {
    UUID id = goals.objective(person, "Shorter queues", "Q2 2026", state, "public");
    return Call.to(path + id + rest).about("objective", id);
  }
}
