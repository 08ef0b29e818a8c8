package io.fairlead.app.measures;

import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import io.fairlead.app.testing.TestClock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rubrics' part of the access matrix: a measure shown to nobody named, whose owner asked Dev
/// to score a sample, which he did.
@Component
final class RubricRouteSamples implements RouteSamples {
  private static final Person RATER = Person.DEV;
  private static final String ITEM =
      "{\"name\": \"%s\", \"question\": \"How well?\", \"anchors\": [\"Not\", \"\", \"Half\", \"\", \"Well\"]}";
  private static final String ITEMS =
      "["
          + String.join(
              ", ",
              List.of("One", "Two", "Three", "Four", "Five").stream().map(ITEM::formatted).toList())
          + "]";
  private static final String MARKS = "{\"version\": 1, \"marks\": [1, 2, 3, 4, 5]}";

  private final JdbcClient database;

  RubricRouteSamples(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of(
            "GET /measures/{id}/rubric", person -> of(sample(person), "/measures/", "/rubric")),
        RouteSample.of(
            "POST /measures/{id}/rubric",
            person -> of(sample(person), "/measures/", "/rubric").form("version=1&samples=4")),
        RouteSample.of(
            "POST /measures/{id}/closure",
            person -> of(sample(person), "/measures/", "/closure").form("through=2025-01-01")),
        RouteSample.of(
            "GET /measures/{id}/samples", person -> of(sample(person), "/measures/", "/samples")),
        RouteSample.of(
            "POST /measures/{id}/samples",
            person -> of(sample(person), "/measures/", "/samples").form("title=Call")),
        RouteSample.of(
            "GET /measures/{id}/samples/{sample}",
            person -> below(sample(person), "/measures/", "")),
        RouteSample.of(
            "POST /measures/{id}/samples/{sample}/scores",
            person -> below(sample(person), "/measures/", "/scores").form("version=1&mark-0=3")),
        RouteSample.of(
            "POST /measures/{id}/samples/{sample}/raters",
            person ->
                entered(sample(person), "/measures/", "/raters").form("raters=" + RATER.id())),
        RouteSample.of(
            "POST /measures/{id}/samples/{sample}/withdrawal",
            person -> entered(sample(person), "/measures/", "/withdrawal").form("a=b")),
        RouteSample.of(
            "GET /measures/{id}/scores.csv",
            person -> {
              Scored made = sample(person);
              return Call.to("/measures/" + made.measure() + "/scores.csv")
                  .about("rubric_score", made.score());
            }),
        RouteSample.of("GET /api/v1/rubrics", Call.to("/api/v1/rubrics")::about),
        RouteSample.of(
            "GET /api/v1/measures/{id}/rubric",
            person -> of(sample(person), "/api/v1/measures/", "/rubric")),
        RouteSample.of(
            "PUT /api/v1/measures/{id}/rubric",
            person ->
                of(sample(person), "/api/v1/measures/", "/rubric")
                    .json("{\"items\": " + ITEMS + "}")
                    .header("If-Match", "1")),
        RouteSample.of(
            "PUT /api/v1/measures/{id}/rubric/closure",
            person ->
                of(sample(person), "/api/v1/measures/", "/rubric/closure")
                    .json("{\"through\": \"2025-01-01\"}")),
        RouteSample.of(
            "GET /api/v1/measures/{id}/agreement",
            person -> of(sample(person), "/api/v1/measures/", "/agreement")),
        RouteSample.of(
            "GET /api/v1/measures/{id}/samples",
            person -> {
              Scored made = sample(person);
              return Call.to("/api/v1/measures/" + made.measure() + "/samples")
                  .about("rubric_sample", made.sample())
                  .list(made.sample().toString());
            }),
        RouteSample.of(
            "POST /api/v1/measures/{id}/samples",
            person ->
                of(sample(person), "/api/v1/measures/", "/samples")
                    .json(
                        "{\"samples\": [{\"title\": \"Call\", \"raters\": [\"%s\"]}]}"
                            .formatted(RATER.id()))),
        RouteSample.of(
            "GET /api/v1/measures/{id}/samples/{sample}",
            person -> below(sample(person), "/api/v1/measures/", "")),
        RouteSample.of(
            "GET /api/v1/measures/{id}/samples/{sample}/scores",
            person -> below(sample(person), "/api/v1/measures/", "/scores")),
        RouteSample.of(
            "POST /api/v1/measures/{id}/samples/{sample}/scores",
            person -> below(sample(person), "/api/v1/measures/", "/scores").json(MARKS)),
        RouteSample.of(
            "PUT /api/v1/measures/{id}/samples/{sample}/raters",
            person ->
                entered(sample(person), "/api/v1/measures/", "/raters")
                    .json("{\"raters\": [\"%s\"]}".formatted(RATER.id()))),
        RouteSample.of(
            "DELETE /api/v1/measures/{id}/samples/{sample}",
            person -> entered(sample(person), "/api/v1/measures/", "")));
  }

  private record Scored(UUID measure, UUID sample, UUID score) {}

  private static Call of(Scored made, String before, String after) {
    return Call.to(before + made.measure() + after).about("measure", made.measure());
  }

  private static Call below(Scored made, String before, String after) {
    return Call.to(before + made.measure() + "/samples/" + made.sample() + after)
        .about("rubric_sample", made.sample());
  }

  private static Call entered(Scored made, String before, String after) {
    return Call.to(before + made.measure() + "/samples/" + made.sample() + after)
        .about("measure", made.measure());
  }

  private Scored sample(Person owner) {
    Scored made = new Scored(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    for (String statement :
        """
        insert into measure (id, code, name, owner, direction, frequency, source, visibility, created_by, created_at)
          values (:measure, :measure::text, 'Quality of calls', :owner, 'higher', 'monthly', 'rubric', 'named', :owner, now());
        insert into measure_series (id, measure) values (:measure, :measure);
        insert into rubric (measure, samples, raters) values (:measure, 5, 2);
        insert into rubric_version (measure, version, from_day, points, items, by_person, at)
          values (:measure, 1, '1900-01-01', 5, :items::jsonb, :owner, now());
        insert into rubric_sample (id, measure, title, day, added_by, added_at)
          values (:sample, :measure, 'A call', :day, :owner, now());
        insert into rubric_sample_rater (sample, person) values (:sample, :rater);
        insert into rubric_score (id, sample, rater, version, marks, at)
          values (:score, :sample, :rater, 1, '{3,3,3,3,3}', now())
        """
            .split(";\n")) {
      database
          .sql(statement)
          .param("measure", made.measure())
          .param("sample", made.sample())
          .param("score", made.score())
          .param("owner", owner.id())
          .param("rater", RATER.id())
          .param("items", ITEMS)
          .param("day", TestClock.TODAY.minusDays(2))
          .update();
    }
    return made;
  }
}
