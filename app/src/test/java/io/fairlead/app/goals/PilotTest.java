package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.CycleCalendar;
import io.fairlead.app.cycles.Cycles;
import io.fairlead.app.framework.Forgetting;
import io.fairlead.app.framework.FrameworkInput;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.framework.PlannedChanges;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.FrameworkEdit;
import io.fairlead.methods.goals.Grade;
import io.fairlead.methods.goals.ObjectiveKind;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A group works by another framework than everybody else, at the same time: Activation tries two
/// weeks between check-ins, one objective each, no weights, and softer bands.
@AppTest
class PilotTest {
  private static final String STANDARD = DefaultFramework.text();
  private static final String TRIED =
      with(
          with(
              with(
                  with(
                      with(STANDARD, "goals.scoring.committed.reached-from", 0.9),
                      "cadence.check-ins.rhythm",
                      "every-two-weeks"),
                  "goals.limits.objectives-per-owner",
                  1),
              "goals.weights",
              false),
          "goals.scoring.aspirational.reached-from",
          0.5);
  private static final String HERE = "Q2 2026 · two weeks";
  private static final String NEXT = "Q3 2026 · two weeks";

  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired Goals goals;
  @Autowired Frameworks frameworks;
  @Autowired PlannedChanges changes;
  @Autowired CycleCalendar calendar;
  @Autowired Cycles cycles;
  @Autowired GoalSettings settings;
  @Autowired CheckInDays checkInDays;
  @Autowired Successors successors;
  @Autowired CheckIns checkIns;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
    Forgetting.of(frameworks);
  }

  private static String with(String text, String path, Object value) {
    return FrameworkEdit.set(text, path, value);
  }

  private Visitor as(Person person) {
    Visitor visitor = visitors.as(person);
    visitor.page("/account");
    return visitor;
  }

  private JsonNode read(HttpResponse<String> response) {
    return json.readTree(response.body());
  }

  private Map<String, Object> asked() {
    Map<String, Object> asked = new HashMap<>();
    asked.put("document", TRIED);
    asked.put("name", "two weeks");
    asked.put("units", List.of(Company.unit("Activation")));
    asked.put("first", TestClock.TODAY.toString());
    asked.put("last", "2026-09-30");
    asked.put("reason", "See whether a slower rhythm is enough.");
    return asked;
  }

  private HttpResponse<String> begin(Map<String, Object> asked, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (!all.contains("If-Match")) {
      all.addAll(List.of("If-Match", "\"" + frameworks.inForce().number() + "\""));
    }
    return as(Person.ELIF)
        .json(
            "POST",
            "/api/v1/framework/pilots",
            json.writeValueAsString(asked),
            all.toArray(String[]::new));
  }

  private UUID begun() {
    HttpResponse<String> response = begin(asked());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return UUID.fromString(read(response).get("id").asString());
  }

  private HttpResponse<String> end(UUID pilot, String as, int version) {
    return as(Person.ELIF)
        .json(
            "POST",
            "/api/v1/framework/pilots/" + pilot + "/end",
            json.writeValueAsString(Map.of("as", as, "reason", "We have seen enough.")),
            "If-Match",
            "\"" + version + "\"");
  }

  private List<String> codes(HttpResponse<String> response) {
    return read(response)
        .path("reasons")
        .valueStream()
        .map(it -> it.get("code").asString())
        .toList();
  }

  private Cycle cycle(String name) {
    return cycles.all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private List<String> names() {
    return cycles.all().stream().map(Cycle::name).toList();
  }

  private HttpResponse<String> draft(Person person, String title, double weight, String more) {
    return as(person)
        .json(
            "POST",
            "/api/v1/objectives",
            """
            {"title": "%s", "keyResults": [
              {"title": "Calls", "kind": "increase", "baseline": 0, "target": 10, "weight": %s},
              {"title": "Told", "kind": "yes-no"}]%s}
            """
                .formatted(title, weight, more));
  }

  private UUID drafted(Person person, String title) {
    HttpResponse<String> response = draft(person, title, 1, "");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return UUID.fromString(read(response).get("id").asString());
  }

  private HttpResponse<String> activate(Person person, UUID objective) {
    return as(person).json("POST", "/api/v1/objectives/" + objective + "/activation", null);
  }

  private String cycleOf(UUID objective) {
    return database
        .sql("select c.name from objective o join cycle c on c.id = o.cycle where o.id = ?")
        .param(objective)
        .query(String.class)
        .single();
  }

  private void move(Person person, String unit, LocalDate from) {
    database
        .sql("update employment set during = daterange(lower(during), ?) where person = ?")
        .params(from, person.id())
        .update();
    database
        .sql(
            "insert into employment (id, person, unit, during, recorded_at) values (?, ?, ?, daterange(?, null), now())")
        .params(UUID.randomUUID(), person.id(), Company.unit(unit), from)
        .update();
  }

  private Outcome<Integer> apply(String document) {
    Viewer elif =
        new Viewer(
            Person.ELIF.id(),
            "Elif Arslan",
            Set.of(Role.PEOPLE_OPS),
            Set.of(),
            Set.of(),
            TestClock.TODAY);
    return frameworks.apply(
        elif, new FrameworkInput(document, "Agreed.", frameworks.inForce().number(), null));
  }

  @Test
  void aPilotMakesCyclesOfItsOwnFromItsDayOnAndLeavesTheOthersAlone() {
    List<Cycle> before = cycles.all();
    begun();
    assertThat(names()).contains(HERE, NEXT).hasSize(before.size() + 2);
    assertThat(cycles.all()).containsAll(before);
    Cycle here = cycle(HERE);
    assertThat(here.starts()).isEqualTo(TestClock.TODAY);
    assertThat(here.ends()).isEqualTo("2026-06-30");
    assertThat(here.checkInEveryDays()).isEqualTo(14);
    assertThat(cycle(NEXT).starts()).isEqualTo("2026-07-01");
    calendar.keepUp();
    calendar.keepUp();
    assertThat(names()).containsOnlyOnce(HERE, NEXT, "Q3 2026", "Q2 2026");
  }

  @Test
  void itsGroupWritesByItsRulesAndEverybodyElseByTheirsOnTheSameDay() {
    begun();
    UUID jonas = drafted(Person.JONAS, "Installers finish alone");
    UUID ruben = drafted(Person.RUBEN, "Renewals come early");
    assertThat(cycleOf(jonas)).isEqualTo(HERE);
    assertThat(cycleOf(ruben)).isEqualTo("Q2 2026");

    HttpResponse<String> weighed = draft(Person.JONAS, "Weighed", 2, "");
    assertThat(weighed.statusCode()).isEqualTo(422);
    assertThat(codes(weighed)).containsExactly("goals.no-weights");
    assertThat(draft(Person.RUBEN, "Weighed", 2, "").statusCode()).isEqualTo(201);

    assertThat(activate(Person.JONAS, jonas).statusCode()).isEqualTo(200);
    assertThat(activate(Person.RUBEN, ruben).statusCode()).isEqualTo(200);
    HttpResponse<String> second = activate(Person.JONAS, drafted(Person.JONAS, "One more"));
    assertThat(codes(second)).containsExactly("goals.too-many-objectives");
    assertThat(activate(Person.RUBEN, drafted(Person.RUBEN, "One more")).statusCode())
        .isEqualTo(200);

    assertThat(checkInDays.of(Person.JONAS.id(), TestClock.TODAY))
        .extracting(CheckInDays.Due::day)
        .containsExactly(TestClock.TODAY.plusDays(14));
    assertThat(checkInDays.of(Person.RUBEN.id(), TestClock.TODAY))
        .extracting(CheckInDays.Due::day)
        .containsExactly(LocalDate.parse("2026-04-08"));

    assertThat(settings.bands(cycle(HERE)).grade(ObjectiveKind.ASPIRATIONAL, 0.6))
        .isNotEqualTo(settings.bands(cycle("Q2 2026")).grade(ObjectiveKind.ASPIRATIONAL, 0.6));
  }

  @Test
  void whatIsWrittenForSomebodyGoesByWhoItBelongsTo() {
    begun();
    String forJonas = ", \"ownerKind\": \"person\", \"owner\": \"%s\"".formatted(Person.JONAS.id());
    HttpResponse<String> ofJonas = draft(Person.HENRIK, "For Jonas", 1, forJonas);
    assertThat(ofJonas.statusCode()).as(ofJonas.body()).isEqualTo(201);
    assertThat(cycleOf(UUID.fromString(read(ofJonas).get("id").asString()))).isEqualTo(HERE);
    HttpResponse<String> ofUnit =
        draft(
            Person.MARA,
            "For all of Activation",
            1,
            ", \"ownerKind\": \"unit\", \"owner\": \"%s\"".formatted(Company.unit("Activation")));
    assertThat(ofUnit.statusCode()).as(ofUnit.body()).isEqualTo(201);
    assertThat(cycleOf(UUID.fromString(read(ofUnit).get("id").asString()))).isEqualTo(HERE);
    HttpResponse<String> ofAll =
        draft(Person.INES, "For all of us", 1, ", \"ownerKind\": \"organisation\"");
    assertThat(cycleOf(UUID.fromString(read(ofAll).get("id").asString()))).isEqualTo("Q2 2026");
  }

  @Test
  void nobodyElseWritesInItsCyclesHoweverTheyAskForIt() {
    begun();
    String pilots = cycle(HERE).id().toString();
    HttpResponse<String> forged =
        draft(Person.RUBEN, "Forged", 1, ", \"cycle\": \"" + pilots + "\"");
    assertThat(forged.statusCode()).isEqualTo(422);
    assertThat(codes(forged)).containsExactly("goals.cycle-of-a-pilot");

    Visitor ruben = as(Person.RUBEN);
    assertThat(ruben.page("/goals/new?cycle=" + pilots).body()).doesNotContain(pilots);
    assertThat(as(Person.JONAS).page("/goals/new").body())
        .contains("value=\"" + pilots + "\" selected");
    HttpResponse<String> form =
        ruben.post(
            "/goals/new",
            "cycle",
            pilots,
            "title",
            "Forged",
            "owner",
            "person:" + Person.RUBEN.id(),
            "key",
            UUID.randomUUID().toString());
    assertThat(form.statusCode()).isEqualTo(422);
    assertThat(form.body()).contains("belongs to a pilot");

    UUID own = drafted(Person.RUBEN, "Own");
    HttpResponse<String> moved =
        ruben.json(
            "PUT",
            "/api/v1/objectives/" + own,
            "{\"title\": \"Own\", \"cycle\": \"" + pilots + "\"}",
            "If-Match",
            "\"1\"");
    assertThat(codes(moved)).containsExactly("goals.cycle-of-a-pilot");
    assertThat(cycleOf(own)).isEqualTo("Q2 2026");

    UUID lived = goals.objective(Person.RUBEN, "Lived", "Q2 2026", "graded", "public");
    assertThat(successors.possible(Person.RUBEN.viewer(), lived))
        .noneMatch(cycle -> !cycle.isEverybodys());
    assertThat(
            successors
                .draft(Person.RUBEN.viewer(), lived, cycle(NEXT).id(), Successors.Way.CLONED, null)
                .isDone())
        .isFalse();
    assertThat(
            database
                .sql(
                    "select count(*) from objective o join cycle c on c.id = o.cycle where c.pilot is not null")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void theCyclesOfEverybodyThatLieWithinItAreNotItsGroups() {
    calendar.keepUp();
    begun();
    String next = cycle("Q3 2026").id().toString();
    HttpResponse<String> jonas = draft(Person.JONAS, "Later", 1, ", \"cycle\": \"" + next + "\"");
    assertThat(codes(jonas)).containsExactly("goals.cycle-of-everybody");
    assertThat(draft(Person.RUBEN, "Later", 1, ", \"cycle\": \"" + next + "\"").statusCode())
        .isEqualTo(201);
    String year = cycle("2026").id().toString();
    assertThat(draft(Person.JONAS, "This year", 2, ", \"cycle\": \"" + year + "\"").statusCode())
        .as("a longer one than the pilot is everybody's, with everybody's rules")
        .isEqualTo(201);
  }

  @Test
  void whoLeavesTheGroupKeepsWhatTheyWroteAndWritesWithEverybody() {
    begun();
    UUID written = drafted(Person.DEV, "Begun in the pilot");
    clock.set(TestClock.TODAY.plusDays(2));
    move(Person.DEV, "Sales", TestClock.TODAY.plusDays(2));
    move(Person.RUBEN, "Activation", TestClock.TODAY.plusDays(2));
    assertThat(cycleOf(drafted(Person.DEV, "After"))).isEqualTo("Q2 2026");
    assertThat(cycleOf(drafted(Person.RUBEN, "Joined"))).isEqualTo(HERE);

    assertThat(cycleOf(written)).isEqualTo(HERE);
    HttpResponse<String> changed =
        as(Person.DEV)
            .json(
                "PUT",
                "/api/v1/objectives/" + written,
                """
                {"title": "Begun in the pilot, and changed", "cycle": "%s", "keyResults": [
                  {"title": "Told", "kind": "yes-no", "weight": 2}]}
                """
                    .formatted(cycle(HERE).id()),
                "If-Match",
                "\"1\"");
    assertThat(codes(changed)).as("by the rules it has").containsExactly("goals.no-weights");
    assertThat(activate(Person.DEV, written).statusCode()).isEqualTo(200);
  }

  @Test
  void aUnitBelowOneOfTheGroupIsInItUntilItIsMovedElsewhere() {
    HttpResponse<String> wide =
        begin(changed("units", List.of(Company.unit("Product and Engineering"))));
    assertThat(wide.statusCode()).as(wide.body()).isEqualTo(201);
    UUID before = drafted(Person.JONAS, "Below");
    assertThat(cycleOf(before)).isEqualTo(HERE);
    database
        .sql("delete from unit_line where above = ? and below = ?")
        .params(Company.unit("Product and Engineering"), Company.unit("Activation"))
        .update();
    assertThat(cycleOf(drafted(Person.JONAS, "Elsewhere"))).isEqualTo("Q2 2026");
    assertThat(cycleOf(drafted(Person.HENRIK, "Still"))).isEqualTo(HERE);
    assertThat(cycleOf(before)).isEqualTo(HERE);
  }

  @Test
  void aTeamIsInItWithItsMembersOfTheDay() {
    UUID team = UUID.randomUUID();
    database
        .sql(
            "insert into team (id, name, lead, during) values (?, 'Renewal desk', ?, daterange('2026-01-01', null))")
        .params(team, Person.PRISCILLA.id())
        .update();
    database
        .sql(
            "insert into membership (id, team, person, during) values (?, ?, ?, daterange('2026-01-01', '2026-05-15'))")
        .params(UUID.randomUUID(), team, Person.RUBEN.id())
        .update();
    Map<String, Object> ofTeam = changed("teams", List.of(team));
    ofTeam.put("units", List.of());
    assertThat(read(begin(ofTeam)).get("headcount").asInt()).isEqualTo(1);
    assertThat(cycleOf(drafted(Person.RUBEN, "In the team"))).isEqualTo(HERE);
    HttpResponse<String> ofAll =
        draft(
            Person.PRISCILLA,
            "The team's own",
            1,
            ", \"ownerKind\": \"team\", \"owner\": \"" + team + "\"");
    assertThat(ofAll.statusCode()).as(ofAll.body()).isEqualTo(201);
    assertThat(cycleOf(UUID.fromString(read(ofAll).get("id").asString()))).isEqualTo(HERE);
    assertThat(cycleOf(drafted(Person.PRISCILLA, "The lead's own")))
        .as("who leads a team is in it only as a member")
        .isEqualTo("Q2 2026");
    clock.set(LocalDate.parse("2026-05-15"));
    assertThat(cycleOf(drafted(Person.RUBEN, "Out of it"))).isEqualTo("Q2 2026");
  }

  @Test
  void aPilotsObjectiveMovesOneOfEverybodyAndTheOtherWayRound() {
    begun();
    UUID parent = goals.objective(Person.HENRIK, "Fewer calls");
    UUID jonas = drafted(Person.JONAS, "Installers finish alone");
    assertThat(proposed(Person.JONAS, jonas, parent).statusCode()).isEqualTo(201);
    UUID ruben = drafted(Person.RUBEN, "Installers ask for it");
    activate(Person.JONAS, jonas);
    assertThat(proposed(Person.RUBEN, ruben, jonas).statusCode()).isEqualTo(201);
  }

  private HttpResponse<String> proposed(Person person, UUID child, UUID parent) {
    return as(person)
        .json(
            "POST",
            "/api/v1/objectives/" + child + "/alignments/" + parent + "/moves",
            "{\"move\": \"proposed\", \"primary\": \"true\"}");
  }

  @Test
  void stoppedItLivesOnToTheEndOfItsCycleByItsRules() {
    UUID pilot = begun();
    UUID jonas = drafted(Person.JONAS, "Installers finish alone");
    assertThat(end(pilot, "stopped", 0).statusCode()).isEqualTo(200);
    assertThat(end(pilot, "stopped", 0).statusCode()).isEqualTo(409);
    assertThat(names()).contains(HERE).doesNotContain(NEXT);
    assertThat(frameworks.inForce().number()).isZero();

    assertThat(cycleOf(drafted(Person.JONAS, "Still in it"))).isEqualTo(HERE);
    assertThat(codes(draft(Person.JONAS, "Weighed", 2, ""))).containsExactly("goals.no-weights");
    assertThat(activate(Person.JONAS, jonas).statusCode()).isEqualTo(200);
    assertThat(settings.bands(cycle(HERE)).grade(ObjectiveKind.ASPIRATIONAL, 0.6))
        .isEqualTo(Grade.GREEN);

    clock.set(LocalDate.parse("2026-07-02"));
    calendar.keepUp();
    assertThat(cycleOf(drafted(Person.JONAS, "With everybody"))).isEqualTo("Q3 2026");
    assertThat(draft(Person.JONAS, "Weighed", 2, "").statusCode()).isEqualTo(201);
  }

  @Test
  void aPromiseIsHeldAgainstTheBandsOfItsCycleAlsoAfterThePilot() {
    UUID pilot = begun();
    UUID jonas = promised(Person.JONAS);
    UUID ruben = promised(Person.RUBEN);
    end(pilot, "stopped", 0);
    clock.set(LocalDate.parse("2026-07-02"));
    HttpResponse<String> unexplained = graded(Person.RUBEN, ruben);
    assertThat(codes(unexplained)).containsExactly("grading.why");
    HttpResponse<String> kept = graded(Person.JONAS, jonas);
    assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
    assertThat(read(kept).get("score").asDouble()).isEqualTo(0.95);
  }

  /// A commitment of which 95 % was reached.
  private UUID promised(Person person) {
    HttpResponse<String> response =
        as(person)
            .json(
                "POST",
                "/api/v1/objectives",
                """
                {"title": "Promised", "kind": "committed", "keyResults": [
                  {"title": "Calls", "kind": "increase", "baseline": 0, "target": 10}]}
                """);
    UUID objective = UUID.fromString(read(response).get("id").asString());
    activate(person, objective);
    UUID keyResult = UUID.fromString(read(response).at("/keyResults/0/id").asString());
    checkIns
        .save(
            person.viewer(),
            List.of(new CheckIn(keyResult, new BigDecimal("9.5"), Set.of(), 8, "", false)),
            null)
        .orThrow();
    return objective;
  }

  private HttpResponse<String> graded(Person person, UUID objective) {
    JsonNode sheet =
        read(as(person).json("GET", "/api/v1/objectives/" + objective + "/grade", null));
    return as(person)
        .json(
            "POST",
            "/api/v1/objectives/" + objective + "/grade",
            "{\"version\": %d, \"nextStep\": \"done\"}".formatted(sheet.get("version").asLong()));
  }

  @Test
  void whatStandsInACycleToComeIsNotLost() {
    UUID pilot = begun();
    HttpResponse<String> ahead =
        draft(Person.JONAS, "Ahead", 1, ", \"cycle\": \"" + cycle(NEXT).id() + "\"");
    UUID draft = UUID.fromString(read(ahead).get("id").asString());
    end(pilot, "stopped", 0);
    assertThat(names()).contains(NEXT);
    assertThat(cycleOf(draft)).isEqualTo(NEXT);
    assertThat(
            codes(draft(Person.JONAS, "Another", 1, ", \"cycle\": \"" + cycle(NEXT).id() + "\"")))
        .containsExactly("goals.cycle-of-a-pilot");
    calendar.keepUp();
    HttpResponse<String> moved =
        as(Person.JONAS)
            .json(
                "PUT",
                "/api/v1/objectives/" + draft,
                "{\"title\": \"Ahead\", \"cycle\": \"" + cycle("Q3 2026").id() + "\"}",
                "If-Match",
                "\"1\"");
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
  }

  @Test
  void putInForceForEverybodyItHasEndedSoAndOnlyIfTheFrameworkIsStillTheOneCompared() {
    UUID pilot = begun();
    apply(with(STANDARD, "organisation.name", "Brightwell")).orThrow();
    assertThat(end(pilot, "applied", 0).statusCode()).isEqualTo(412);
    assertThat(state(pilot)).isEqualTo("running");
    assertThat(end(pilot, "applied", 1).statusCode()).isEqualTo(200);
    assertThat(state(pilot)).isEqualTo("applied");
    assertThat(frameworks.inForce().number()).isEqualTo(2);
    assertThat(frameworks.inForce().document().text()).isEqualTo(TRIED);
    assertThat(names()).contains(HERE).doesNotContain(NEXT);
    assertThat(cycle("Q2 2026").checkInEveryDays()).as("it had begun").isEqualTo(7);
    assertThat(cycle("Q3 2026").checkInEveryDays()).isEqualTo(14);
  }

  @Test
  void whatWouldStrandEverybodysWorkStopsTheEndAndNotTheBeginning() {
    goals.objective(Person.RUBEN, "One");
    goals.objective(Person.RUBEN, "Two");
    UUID pilot = begun();
    HttpResponse<String> refused = end(pilot, "applied", 0);
    assertThat(codes(refused)).containsExactly("goals.stranded-objectives");
    assertThat(state(pilot)).isEqualTo("running");
    assertThat(names()).contains(NEXT);
  }

  private String state(UUID pilot) {
    return read(as(Person.ELIF).json("GET", "/api/v1/framework/pilots/" + pilot, null))
        .get("state")
        .asString();
  }

  @Test
  void aPlannedChangeComesDueAndThePilotGoesOnByItsOwn() {
    UUID pilot = begun();
    UUID jonas = drafted(Person.JONAS, "Installers finish alone");
    activate(Person.JONAS, jonas);
    String halves =
        with(with(STANDARD, "cadence.cycles.length", "half-year"), "goals.individual-goals", true);
    HttpResponse<String> planned =
        as(Person.ELIF)
            .json(
                "POST",
                "/api/v1/framework/planned-changes",
                json.writeValueAsString(
                    Map.of(
                        "document",
                        halves,
                        "reason",
                        "Calmer",
                        "from",
                        TestClock.TODAY.plusDays(1).toString())),
                "If-Match",
                "\"0\"");
    assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
    clock.set(TestClock.TODAY.plusDays(1));
    changes.keepUp();
    assertThat(frameworks.inForce().number()).isEqualTo(1);
    assertThat(names()).contains(HERE, NEXT, "H2 2026");
    assertThat(cycle(NEXT).checkInEveryDays()).isEqualTo(14);
    assertThat(codes(draft(Person.JONAS, "Weighed", 2, ""))).containsExactly("goals.no-weights");
    assertThat(end(pilot, "applied", 0).statusCode()).isEqualTo(412);
  }

  @Test
  void aFrameworkForEverybodyIsNotRefusedForWhatAPilotHas() {
    begun();
    UUID jonas = drafted(Person.JONAS, "Told");
    activate(Person.JONAS, jonas);
    String without =
        with(
            STANDARD,
            "goals.key-result-kinds",
            List.of("increase", "decrease", "band", "milestones"));
    assertThat(apply(without).isDone()).isTrue();
    UUID again = drafted(Person.AIKO, "Told too");
    assertThat(activate(Person.AIKO, again).statusCode()).isEqualTo(200);
    assertThat(codes(draft(Person.RUBEN, "Told", 1, ""))).containsExactly("goals.kind-not-in-use");
  }

  @Test
  void whatCannotBeginIsRefusedWithWhy() {
    assertThat(codes(begin(changed("units", List.of())))).containsExactly("pilots.group-empty");
    assertThat(codes(begin(changed("units", List.of(UUID.randomUUID())))))
        .containsExactly("pilots.group-unknown");
    assertThat(codes(begin(changed("people", List.of(new UUID(0, 0))))))
        .containsExactly("pilots.group-unknown");
    assertThat(codes(begin(changed("reason", " ")))).containsExactly("required");
    assertThat(codes(begin(changed("name", "x".repeat(31))))).containsExactly("too-long");
    assertThat(codes(begin(changed("first", TestClock.TODAY.minusDays(1).toString()))))
        .containsExactly("pilots.first-day");
    assertThat(codes(begin(changed("first", "+999999999-12-31"))))
        .containsExactly("pilots.first-day");
    assertThat(codes(begin(changed("first", "-999999999-01-01"))))
        .containsExactly("pilots.first-day");
    assertThat(codes(begin(changed("last", "+999999999-12-31"))))
        .containsExactly("pilots.last-day");
    assertThat(begin(changed("name", "a\u0000b")).statusCode()).isEqualTo(422);
    assertThat(codes(begin(changed("last", "2026-06-29")))).containsExactly("pilots.no-cycle");
    assertThat(codes(begin(changed("last", "2028-06-30")))).containsExactly("pilots.last-day");
    assertThat(codes(begin(changed("document", with(STANDARD, "organisation.name", "Else")))))
        .containsExactly("pilots.nothing-to-try");
    assertThat(codes(begin(changed("document", "cadence: ["))).getFirst())
        .startsWith("framework.problem");
    assertThat(
            codes(
                begin(
                    changed(
                        "document",
                        with(
                            with(STANDARD, "goals.scoring.aspirational.reached-from", 0.9),
                            "goals.scoring.committed.reached-from",
                            0.8)))))
        .containsOnly("framework.contradiction");
    assertThat(begin(asked(), "If-Match", "\"7\"").statusCode()).isEqualTo(412);
    assertThat(
            as(Person.MARA)
                .json(
                    "POST",
                    "/api/v1/framework/pilots",
                    json.writeValueAsString(asked()),
                    "If-Match",
                    "\"0\"")
                .statusCode())
        .isEqualTo(403);
    assertThat(names()).doesNotContain(HERE);
    assertThat(read(as(Person.ELIF).json("GET", "/api/v1/framework/pilots", null)).get("pilots"))
        .isEmpty();
  }

  private Map<String, Object> changed(String field, Object value) {
    Map<String, Object> asked = asked();
    asked.put(field, value);
    return asked;
  }

  @Test
  void nobodyIsInTwoAndNoTwoCyclesAreCalledAlike() {
    begun();
    Map<String, Object> person = changed("people", List.of(Person.JONAS.id()));
    person.put("units", List.of(Company.unit("Sales")));
    person.put("name", "other");
    HttpResponse<String> twice = begin(person);
    assertThat(codes(twice)).containsExactly("pilots.in-two");
    assertThat(twice.body()).contains("One person would be in the pilot");

    Map<String, Object> alike = changed("units", List.of(Company.unit("Sales")));
    assertThat(codes(begin(alike)))
        .containsExactly("pilots.cycle-name-taken", "pilots.cycle-name-taken");
    alike.put("name", "other");
    assertThat(begin(alike).statusCode()).isEqualTo(201);
  }

  @Test
  void ofTwoWhoBeginOrEndAtOnceOneIsTold() throws Exception {
    List<Map<String, Object>> both =
        IntStream.range(0, 2).mapToObj(number -> changed("name", "pilot " + number)).toList();
    List<Integer> begun =
        atOnce(both.stream().map(asked -> (Callable<Integer>) () -> begin(asked).statusCode()));
    assertThat(begun).containsExactlyInAnyOrder(201, 409);
    UUID pilot =
        UUID.fromString(
            read(as(Person.ELIF).json("GET", "/api/v1/framework/pilots", null))
                .at("/pilots/0/id")
                .asString());
    List<Integer> ended =
        atOnce(
            Stream.of(
                () -> end(pilot, "stopped", 0).statusCode(),
                () -> end(pilot, "applied", 0).statusCode()));
    assertThat(ended).containsExactlyInAnyOrder(200, 409);
    int versions = state(pilot).equals("applied") ? 1 : 0;
    assertThat(frameworks.history()).hasSize(versions);
  }

  private static List<Integer> atOnce(Stream<Callable<Integer>> acts) throws Exception {
    try (var pool = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> running = acts.map(pool::submit).toList();
      List<Integer> results = new ArrayList<>();
      for (Future<Integer> each : running) {
        results.add(each.get());
      }
      return results;
    }
  }

  @Test
  void theSameKeyTakesEffectOnce() {
    String key = UUID.randomUUID().toString();
    String one = read(begin(asked(), "Idempotency-Key", key)).get("id").asString();
    assertThat(read(begin(asked(), "Idempotency-Key", key)).get("id").asString()).isEqualTo(one);
    assertThat(names()).containsOnlyOnce(HERE);
  }

  @Test
  void thePreviewSaysWhomItIsForWhatIsTriedAndWhatWaits() {
    goals.objective(Person.MARA, "Sites report");
    String document =
        with(TRIED, "vocabulary.objective", Map.of("singular", "goal", "plural", "goals"));
    JsonNode preview =
        read(
            as(Person.ELIF)
                .json(
                    "POST",
                    "/api/v1/framework/pilots/preview",
                    json.writeValueAsString(changed("document", document)),
                    "If-Match",
                    "\"0\""));
    assertThat(preview.get("people").asInt()).isEqualTo(4);
    assertThat(preview.get("staying").asInt()).isEqualTo(1);
    assertThat(preview.get("tried")).hasSize(5);
    assertThat(preview.get("waiting")).isNotEmpty();
    assertThat(preview.get("refusals")).isEmpty();
    assertThat(preview.at("/cycles/0/name").asString()).isEqualTo(HERE);
    assertThat(preview.at("/endings/0").asString()).isEqualTo("2026-06-30");
    assertThat(names()).doesNotContain(HERE);
  }

  @Test
  void peopleOperationsComparesAndNobodyElseSeesTheCounts() {
    Map<String, Object> five = changed("people", List.of(Person.RUBEN.id()));
    UUID pilot = UUID.fromString(read(begin(five)).get("id").asString());
    activate(Person.JONAS, drafted(Person.JONAS, "Installers finish alone"));
    activate(Person.PRISCILLA, drafted(Person.PRISCILLA, "Renewals"));
    activate(Person.PRISCILLA, drafted(Person.PRISCILLA, "Leads"));
    JsonNode compared =
        read(as(Person.ELIF).json("GET", "/api/v1/framework/pilots/" + pilot, null))
            .get("compared");
    assertThat(compared.get("people").asInt()).isEqualTo(5);
    assertThat(compared.get("others").asInt()).isEqualTo(9);
    assertThat(compared.get("objectives").asInt()).isEqualTo(1);
    assertThat(compared.get("objectivesOfOthers").asInt()).isEqualTo(2);
    JsonNode jonas = read(as(Person.JONAS).json("GET", "/api/v1/framework/pilots/" + pilot, null));
    assertThat(jonas.get("compared").isNull()).isTrue();
    assertThat(jonas.get("mine").asBoolean()).isTrue();
    assertThat(jonas.get("people")).isEmpty();
    assertThat(jonas.get("headcount").asInt()).isEqualTo(5);
  }

  @Test
  void fourAreTooFewToCompare() {
    UUID pilot = begun();
    assertThat(
            read(as(Person.ELIF).json("GET", "/api/v1/framework/pilots/" + pilot, null))
                .get("compared")
                .isNull())
        .isTrue();
  }

  @Test
  void thePagesLeadFromTheComparisonToThePilotAndItsEnd() {
    Visitor elif = as(Person.ELIF);
    String comparison =
        elif.post("/studio/framework/comparison", "version", "0", "document", TRIED).body();
    assertThat(comparison).contains("With a pilot group first");
    HttpResponse<String> step =
        elif.post("/studio/framework/pilots/preparation", "version", "0", "document", TRIED);
    assertThat(step.statusCode()).isEqualTo(200);
    assertThat(step.body())
        .contains(
            "What the group tries",
            "Nobody would be in it.",
            "Product and Engineering › Activation");
    String[] form = {
      "version",
      "0",
      "document",
      TRIED,
      "units",
      Company.unit("Activation").toString(),
      "people",
      "Ruben Castel",
      "name",
      "two weeks",
      "first",
      "2026-05-13",
      "last",
      "2026-06-30",
      "reason",
      "See whether it is enough.",
      "key",
      UUID.randomUUID().toString()
    };
    assertThat(elif.post("/studio/framework/pilots/preparation", form).body())
        .contains("5 people would be in it, from one unit and one person by name.", HERE);
    HttpResponse<String> begun = elif.post("/studio/framework/pilots", form);
    assertThat(begun.statusCode()).as(begun.body()).isIn(302, 303);
    String at = begun.headers().firstValue("Location").orElseThrow();
    String path = at.substring(at.indexOf("/studio"));
    assertThat(elif.page(path).body())
        .contains(
            "Since",
            "5 people are in it today, from one unit and one person by name.",
            "in the pilot",
            "Put in force for everybody");
    assertThat(elif.page("/studio/framework").body()).contains("Pilot “two weeks”");
    assertThat(as(Person.MARA).page("/studio/framework").body()).contains("Pilot “two weeks”");

    String mara = as(Person.MARA).page(path).body();
    assertThat(mara)
        .contains("You are in it.", "Activation")
        .doesNotContain("Put in force for everybody", "Ruben Castel", "a person)");
    assertThat(as(Person.MARA).page("/").body())
        .contains("You are in a pilot: check-ins every two weeks until");
    assertThat(as(Person.HENRIK).page("/").body()).doesNotContain("You are in a pilot");
    assertThat(as(Person.MARA).post(path + "/end", "as", "stopped", "reason", "No").statusCode())
        .isEqualTo(403);

    assertThat(elif.post(path + "/end", "as", "", "reason", "Enough.").statusCode())
        .as("neither of the two buttons")
        .isEqualTo(422);
    HttpResponse<String> wordless = elif.post(path + "/end", "as", "stopped", "reason", " ");
    assertThat(wordless.statusCode()).isEqualTo(422);
    assertThat(elif.post(path + "/end", "as", "stopped", "reason", "Enough.").statusCode())
        .isIn(302, 303);
    assertThat(elif.page(path).body()).contains("Stopped on", "Enough.");
    assertThat(elif.page("/studio/framework/versions").body()).contains("Pilot “two weeks”");
  }

  @Test
  void anUnknownNameAndAStaleDraftAreSaidOnThePage() {
    Visitor elif = as(Person.ELIF);
    String[] form = {
      "version",
      "0",
      "document",
      TRIED,
      "units",
      "nonsense",
      "people",
      "Nobody Here",
      "name",
      "two weeks",
      "first",
      "2026-05-13",
      "last",
      "2026-06-30",
      "reason",
      "Because"
    };
    HttpResponse<String> unknown = elif.post("/studio/framework/pilots", form);
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("is nobody here");
    apply(with(STANDARD, "organisation.name", "Brightwell")).orThrow();
    form[5] = Company.unit("Activation").toString();
    form[7] = "";
    HttpResponse<String> stale = elif.post("/studio/framework/pilots", form);
    assertThat(stale.statusCode()).isIn(409, 412);
    assertThat(names()).doesNotContain(HERE);
  }

  @Test
  void itStandsOnTheBoardAndAsksToBeEndedOnceItsDaysAreOver() {
    begun();
    assertThat(board()).contains("Pilot “two weeks”", HERE, "every 14 days");
    clock.set(LocalDate.parse("2026-10-05"));
    assertThat(board()).contains("its days are over");
    assertThat(as(Person.JONAS).page("/").body()).doesNotContain("in a pilot");
    calendar.keepUp();
    assertThat(cycleOf(drafted(Person.JONAS, "With everybody"))).isEqualTo("Q4 2026");
  }

  private String board() {
    return as(Person.ELIF).page("/studio/running").body();
  }

  @Test
  void anImportWritesNothingIntoItsCycles() {
    begun();
    Visitor elif = as(Person.ELIF);
    HttpResponse<String> sent =
        elif.send(
            "/api/v1/goals/imports?name=goals.csv",
            "text/csv",
            "objective,cycle,owner\nSmuggled," + HERE + "," + Person.RUBEN.fullName() + "\n");
    assertThat(sent.statusCode()).as(sent.body()).isLessThan(300);
    assertThat(sent.body()).contains("cycle-of-a-pilot");
  }

  @Test
  void whatIsNoPilotIsNotThere() {
    Visitor elif = as(Person.ELIF);
    assertThat(elif.page("/studio/framework/pilots/" + UUID.randomUUID()).statusCode())
        .isEqualTo(404);
    assertThat(elif.page("/studio/framework/pilots/nonsense").statusCode()).isIn(400, 404);
    assertThat(end(UUID.randomUUID(), "stopped", 0).statusCode()).isEqualTo(404);
    UUID pilot = begun();
    assertThat(codes(end(pilot, "finished", 0))).containsExactly("pilots.end-as");
    HttpResponse<String> nulls = begin(changed("people", java.util.Arrays.asList((Object) null)));
    assertThat(nulls.statusCode()).isBetween(400, 499);
  }
}
