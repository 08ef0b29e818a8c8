package io.fairlead.app.people;

import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import java.util.List;
import org.springframework.stereotype.Component;

/// People's part of the access matrix.
@Component
final class PeopleRouteSamples implements RouteSamples {
  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of("GET /api/v1/people", Call.to("/api/v1/people")::about),
        RouteSample.of("GET /api/v1/people/{id}", person -> one(person, "")),
        RouteSample.of(
            "POST /api/v1/people",
            person ->
                Call.to("/api/v1/people")
                    .about(person)
                    .json("{\"name\": \"Ada Quist\", \"email\": \"ada@brightwell.example\"}")),
        RouteSample.of(
            "PATCH /api/v1/people/{id}",
            person -> one(person, "").header("If-Match", "\"1\"").json("{\"title\": \"Sage\"}")),
        RouteSample.of("GET /api/v1/people/{id}/lines", person -> one(person, "/lines")),
        RouteSample.of(
            "POST /api/v1/people/{id}/lines",
            person ->
                one(person, "/lines")
                    .header("If-Match", "\"1\"")
                    .json("{\"manager\": \"%s\"}".formatted(Person.INES.id()))),
        RouteSample.of(
            "POST /api/v1/people/{id}/departure",
            person ->
                one(person, "/departure")
                    .header("If-Match", "\"1\"")
                    .json("{\"lastDay\": \"2026-06-30\"}")));
  }

  private static Call one(Person person, String rest) {
    return Call.to("/api/v1/people/" + person.id() + rest).about(person);
  }

  @Override
  public List<ListSample> listSamples() {
    return List.of(
        new ListSample(
            "/api/v1/people?limit=200",
            "people",
            "id",
            "/api/v1/people/{id}",
            "select id from person"));
  }
}
