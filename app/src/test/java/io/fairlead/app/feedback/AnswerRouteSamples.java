package io.fairlead.app.feedback;

import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import io.fairlead.methods.instruments.Relationship;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Answering's part of the access matrix: somebody is asked about Henrik.
@Component
final class AnswerRouteSamples implements RouteSamples {
  private static final String WAS = "carla@elsewhere.example";
  private static final String PAGE = "/feedback/give/";
  private static final String API = "/api/v1/feedback/invitations/";

  private final RoundsAtHand rounds;

  AnswerRouteSamples(RoundsAtHand rounds) {
    this.rounds = rounds;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of("GET /feedback/give/{invitation}", rater -> call(PAGE, rater, "")),
        RouteSample.of(
            "POST /feedback/give/{invitation}",
            rater -> call(PAGE, rater, "").form("version=0&act=later")),
        RouteSample.of(
            "POST /feedback/give/{invitation}/autosave",
            rater -> call(PAGE, rater, "/autosave").form("version=0&at=stop")),
        RouteSample.of(
            "POST /feedback/give/{invitation}/withdrawal",
            rater -> call(PAGE, rater, "/withdrawal").form("a=b")),
        RouteSample.of(
            "POST /feedback/give/{invitation}/decline",
            rater -> call(PAGE, rater, "/decline").form("because=no-time")),
        RouteSample.of(
            "GET /api/v1/feedback/invitations/{invitation}", rater -> call(API, rater, "")),
        RouteSample.of(
            "PUT /api/v1/feedback/invitations/{invitation}",
            rater ->
                call(API, rater, "")
                    .json("{\"comments\": {\"stop\": \"Meetings without an end.\"}}")
                    .header("If-Match", "\"0\"")),
        RouteSample.of(
            "DELETE /api/v1/feedback/invitations/{invitation}", rater -> call(API, rater, "")),
        RouteSample.of(
            "POST /api/v1/feedback/invitations/{invitation}/decline",
            rater -> call(API, rater, "/decline").json("{\"because\": \"no-time\"}")),
        RouteSample.of("GET /feedback/rounds/{id}/guests", owner -> guests("", owner, "")),
        RouteSample.of(
            "GET /feedback/rounds/{id}/guests/{guest}/address",
            owner -> guests("", owner, "/address")),
        RouteSample.of(
            "POST /feedback/rounds/{id}/guests/{guest}/address",
            owner -> guests("", owner, "/address").form("email=new@elsewhere.example&was=" + WAS)),
        RouteSample.of(
            "POST /api/v1/feedback/rounds/{id}/guests/{guest}/address",
            owner ->
                guests("/api/v1", owner, "/address")
                    .json("{\"email\": \"new@elsewhere.example\", \"was\": \"" + WAS + "\"}")),
        RouteSample.of(
            "POST /feedback/rounds/{id}/guests/{guest}/link",
            owner -> guests("", owner, "/link").form("key=")),
        RouteSample.of(
            "GET /api/v1/feedback/rounds/{id}/guests", owner -> guests("/api/v1", owner, "")),
        RouteSample.of(
            "POST /api/v1/feedback/rounds/{id}/guests/{guest}/link",
            owner -> guests("/api/v1", owner, "/link")));
  }

  private Call guests(String before, Person reviewee, String after) {
    UUID round = rounds.round("sales", "reviewee");
    UUID guest = rounds.guest(round, rounds.subject(round, reviewee), "Carla Vance").id();
    rounds.reach(guest, WAS);
    return Call.to(
            before
                + "/feedback/rounds/"
                + round
                + "/guests"
                + (after.isEmpty() ? "" : "/" + guest + after))
        .about("feedback_round", round);
  }

  private Call call(String before, Person rater, String after) {
    UUID round = rounds.round("manager", "reviewee");
    UUID subject = rounds.subject(round, Person.HENRIK);
    UUID invitation = rounds.ask(subject, rater, Relationship.PEER);
    return Call.to(before + invitation + after).about("feedback_rater", invitation);
  }
}
