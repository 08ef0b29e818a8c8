package io.fairlead.app.feedback;

import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The access matrix's part of reports, debriefs and stewards.
@Component
final class ReportRouteSamples implements RouteSamples {
  private static final String PAGES = "/feedback/reports";
  private static final String API = "/api/v1/feedback/reports";
  private static final String ROUNDS = "/feedback/rounds/";
  private static final String BOOKING = "day=2026-05-14&time=15:00&with=";

  private final ReportsAtHand atHand;
  private final TeamReportsAtHand teams;

  ReportRouteSamples(ReportsAtHand atHand, TeamReportsAtHand teams) {
    this.atHand = atHand;
    this.teams = teams;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of(
            "GET /feedback/reports",
            person -> {
              UUID subject = report(person);
              return of(PAGES, subject).list(subject.toString());
            }),
        RouteSample.of("GET /feedback/reports/{subject}", person -> page(person, "")),
        RouteSample.of("GET /feedback/reports/{subject}", lead -> ofTeam(PAGES, lead, "")),
        RouteSample.of(
            "POST /feedback/reports/{subject}/debrief",
            lead -> ofTeam(PAGES, lead, "/debrief").form("day=2026-05-14&time=15:00")),
        RouteSample.of(
            "GET /feedback/reports/{subject}/report.pdf",
            lead -> ofTeam(PAGES, lead, "/report.pdf")),
        RouteSample.of("GET /api/v1/feedback/reports/{subject}", lead -> ofTeam(API, lead, "")),
        RouteSample.of("GET /feedback/reports/{subject}/guide", person -> page(person, "/guide")),
        RouteSample.of(
            "GET /api/v1/feedback/reports/{subject}/guide", person -> api(person, "/guide")),
        RouteSample.of(
            "POST /feedback/reports/{subject}/debrief",
            person -> page(person, "/debrief").form(BOOKING + partner(person).email())),
        RouteSample.of(
            "GET /feedback/reports/{subject}/debrief.ics", person -> page(person, "/debrief.ics")),
        RouteSample.of(
            "GET /feedback/reports/{subject}/report.pdf", person -> page(person, "/report.pdf")),
        RouteSample.of(
            "GET /api/v1/feedback/reports",
            person -> {
              UUID subject = report(person);
              return of(API, subject).list(subject.toString());
            }),
        RouteSample.of("GET /api/v1/feedback/reports/{subject}", person -> api(person, "")),
        RouteSample.of("GET /api/v1/feedback/reports/{subject}/pdf", person -> api(person, "/pdf")),
        RouteSample.of(
            "PUT /api/v1/feedback/reports/{subject}/debrief",
            person ->
                api(person, "/debrief")
                    .json(
                        "{\"at\": \"2026-05-14T15:00\", \"with\": \"%s\"}"
                            .formatted(partner(person).id()))),
        RouteSample.of(
            "GET /feedback/reports/{subject}/follow-up", person -> page(person, "/follow-up")),
        RouteSample.of(
            "POST /feedback/reports/{subject}/follow-up",
            person -> page(person, "/follow-up").form("opens=2026-06-01&closes=2026-06-20")),
        RouteSample.of(
            "POST /api/v1/feedback/reports/{subject}/follow-ups",
            person -> api(person, "/follow-ups").json("{\"opens\": \"2026-06-01\"}")),
        RouteSample.of("GET /feedback/rounds/{id}/comments", person -> round("", person, "")),
        RouteSample.of(
            "POST /feedback/rounds/{id}/comments/{comment}/withholding",
            person -> comment("", person, false, "").form("because=insult")),
        RouteSample.of(
            "POST /feedback/rounds/{id}/comments/{comment}/withholding/removal",
            person -> comment("", person, true, "/removal").form("key=")),
        RouteSample.of(
            "GET /feedback/rounds/{id}/comments/asked", person -> round("", person, "/asked")),
        RouteSample.of(
            "POST /feedback/rounds/{id}/comments/{comment}/withholding/decision",
            person -> comment("", person, true, "/decision").form("decision=withhold")),
        RouteSample.of(
            "GET /api/v1/feedback/rounds/{id}/comments", person -> round("/api/v1", person, "")),
        RouteSample.of(
            "POST /api/v1/feedback/rounds/{id}/comments/{comment}/withholding",
            person -> comment("/api/v1", person, false, "").json("{\"because\": \"insult\"}")),
        RouteSample.of(
            "DELETE /api/v1/feedback/rounds/{id}/comments/{comment}/withholding",
            person -> comment("/api/v1", person, true, "")),
        RouteSample.of(
            "GET /api/v1/feedback/rounds/{id}/comments/asked",
            person -> round("/api/v1", person, "/asked")),
        RouteSample.of(
            "POST /api/v1/feedback/rounds/{id}/comments/{comment}/withholding/decision",
            person -> comment("/api/v1", person, true, "/decision").json("{\"withhold\": true}")));
  }

  @Override
  public List<ListSample> listSamples() {
    List.of(Person.MARA, Person.JONAS, Person.RUBEN).forEach(this::report);
    return List.of(
        new ListSample(API, "reports", "id", API + "/{id}", "select id from feedback_subject"));
  }

  /// Read by the person and their manager, and open.
  private UUID report(Person person) {
    UUID subject =
        atHand.report(
            atHand.round(Audience.REVIEWEE_AND_MANAGER, null), person, ReportsAtHand.usual());
    atHand.open(subject);
    return subject;
  }

  private static Person partner(Person person) {
    return person == Person.INES ? Person.TOMASZ : Person.INES;
  }

  private static Call of(String path, UUID subject) {
    return Call.to(path).about("feedback_subject", subject);
  }

  private Call page(Person person, String end) {
    UUID subject = report(person);
    return of(PAGES + "/" + subject + end, subject);
  }

  private Call api(Person person, String end) {
    UUID subject = report(person);
    return of(API + "/" + subject + end, subject);
  }

  /// About a team that the person leads.
  private Call ofTeam(String before, Person lead, String end) {
    UUID subject = teams.report(teams.round(RoundKind.PULSE, Person.ELIF), lead);
    return of(before + "/" + subject + end, subject);
  }

  private record AtWork(UUID round, UUID comment) {}

  /// The person is the steward, of a report that they do not read.
  private AtWork steward(Person person) {
    Person reviewee = Set.of(Person.DEV, Person.MARA).contains(person) ? Person.RUBEN : Person.DEV;
    UUID round = atHand.round(Audience.REVIEWEE, person);
    return new AtWork(round, atHand.comment(atHand.report(round, reviewee, ReportsAtHand.usual())));
  }

  private Call round(String before, Person person, String end) {
    UUID round = steward(person).round();
    return Call.to(before + ROUNDS + round + "/comments" + end).about("feedback_round", round);
  }

  private Call comment(String before, Person person, boolean asked, String end) {
    AtWork found = steward(person);
    if (asked) {
      atHand.askToWithhold(found.comment(), person);
    }
    return Call.to(
            before + ROUNDS + found.round() + "/comments/" + found.comment() + "/withholding" + end)
        .about("feedback_round", found.round());
  }
}
