package io.fairlead.app.feedback;

import io.fairlead.app.disclosure.CustodianSecret;
import io.fairlead.app.feedback.EscrowRequest.State;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import io.fairlead.app.testing.TestClock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The access matrix's part of escrows: a round kept by Sofia and Liam, with a comment about Dev.
@Component
final class EscrowRouteSamples implements RouteSamples {
  private static final String PAGES = "/feedback/rounds/";
  private static final String API = "/api/v1/feedback/rounds/";
  private static final CustodianSecret FIRST = CustodianSecret.make();
  private static final CustodianSecret SECOND = CustodianSecret.make();

  private final EscrowsAtHand atHand;
  private final ReportsAtHand reports;
  private final EscrowRequestStore requests;

  EscrowRouteSamples(EscrowsAtHand atHand, ReportsAtHand reports, EscrowRequestStore requests) {
    this.atHand = atHand;
    this.reports = reports;
    this.requests = requests;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of("GET /feedback/rounds/{id}/escrow", _ -> escrow(PAGES, "")),
        RouteSample.of("GET /api/v1/feedback/rounds/{id}/escrow", _ -> escrow(API, "")),
        RouteSample.of(
            "POST /feedback/rounds/{id}/escrow/requests",
            _ -> escrow(PAGES, "/requests").form("because=threat&comment=" + UUID.randomUUID())),
        RouteSample.of(
            "POST /api/v1/feedback/rounds/{id}/escrow/requests",
            _ ->
                escrow(API, "/requests")
                    .json(
                        "{\"because\": \"threat\", \"comment\": \"%s\"}"
                            .formatted(UUID.randomUUID()))),
        RouteSample.of(
            "POST /feedback/rounds/{id}/escrow/requests/{request}/removal",
            _ -> request(PAGES, Person.ELIF, "/removal").form("key=")),
        RouteSample.of(
            "DELETE /api/v1/feedback/rounds/{id}/escrow/requests/{request}",
            _ -> request(API, Person.ELIF, "")),
        RouteSample.of(
            "POST /feedback/rounds/{id}/escrow/requests/{request}/decision",
            _ -> request(PAGES, Person.YUKI, "/decision").form("decision=agree")),
        RouteSample.of(
            "POST /api/v1/feedback/rounds/{id}/escrow/requests/{request}/decision",
            _ -> request(API, Person.YUKI, "/decision").json("{\"agree\": true}")),
        RouteSample.of(
            "POST /feedback/rounds/{id}/escrow/requests/{request}/package",
            _ -> handingOver(PAGES).form("key=")),
        RouteSample.of(
            "POST /api/v1/feedback/rounds/{id}/escrow/requests/{request}/package",
            _ -> handingOver(API)),
        RouteSample.of("GET /feedback/reports/{subject}/comments", person -> report("", person)),
        RouteSample.of(
            "GET /api/v1/feedback/reports/{subject}/comments",
            person -> report("/api/v1", person)));
  }

  private UUID round() {
    return atHand.published(FIRST.publicKey(), SECOND.publicKey());
  }

  private static Call of(String before, UUID round, String end) {
    return Call.to(before + round + "/escrow" + end).about("feedback_round", round);
  }

  private Call escrow(String before, String end) {
    return of(before, round(), end);
  }

  private UUID asked(UUID round, UUID comment, Person by) {
    UUID request = UUID.randomUUID();
    requests.insert(request, round, comment, EscrowReason.THREAT, by.id(), TestClock.TODAY);
    return request;
  }

  private Call request(String before, Person by, String end) {
    UUID round = round();
    UUID comment = reports.comment(reports.report(round, Person.DEV, ReportsAtHand.usual()));
    return of(before, round, "/requests/" + asked(round, comment, by) + end);
  }

  /// Elif asked, somebody agreed.
  private Call handingOver(String before) {
    EscrowsAtHand.Closed closed = atHand.closed(FIRST.publicKey(), SECOND.publicKey());
    UUID request = asked(closed.round(), closed.of(Person.JONAS), Person.ELIF);
    requests.decide(request, State.AGREED, Person.YUKI.id());
    return of(before, closed.round(), "/requests/" + request + "/package");
  }

  private Call report(String before, Person person) {
    UUID subject = reports.report(round(), person, ReportsAtHand.usual());
    reports.open(subject);
    return Call.to(before + "/feedback/reports/" + subject + "/comments")
        .about("feedback_subject", subject);
  }
}
