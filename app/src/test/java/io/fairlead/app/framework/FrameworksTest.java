package io.fairlead.app.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.framework.FrameworkVersion.FrameworkEntry;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Noun;
import io.fairlead.app.platform.words.OrganisationSettings;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.Effect;
import io.fairlead.methods.framework.FrameworkEdit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class FrameworksTest {
  private static final Viewer ELIF =
      new Viewer(
          Person.ELIF.id(),
          "Elif Arslan",
          Set.of(Role.PEOPLE_OPS),
          Set.of(),
          Set.of(),
          TestClock.TODAY);
  private static final String STANDARD = DefaultFramework.text();

  @Autowired Frameworks frameworks;
  @Autowired OrganisationSettings settings;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
    frameworks.forget();
  }

  private static String with(String path, Object value) {
    return FrameworkEdit.set(STANDARD, path, value);
  }

  private Outcome<Integer> apply(String document, int basedOn) {
    return frameworks.apply(
        ELIF, new FrameworkInput(document, "We agreed on it in the spring.", basedOn, null));
  }

  private static List<String> codes(Outcome<?> outcome) {
    return ((Refused<?>) outcome).reasons().stream().map(Reason::code).toList();
  }

  @Test
  void beforeAnybodyDecidesTheDefaultIsInForce() {
    assertThat(frameworks.inForce().number()).isZero();
    assertThat(frameworks.inForce().document().text()).isEqualTo(STANDARD);
    assertThat(frameworks.history()).isEmpty();
  }

  @Test
  void aDocumentPutInForceHoldsAtOnceForNameZoneAndNouns() {
    String document =
        FrameworkEdit.set(
            FrameworkEdit.set(
                with("organisation.name", "Brightwell"), "organisation.zone", "Europe/Oslo"),
            "vocabulary.objective",
            Map.of("singular", "goal", "plural", "goals"));

    assertThat(apply(document, 0).orThrow()).isEqualTo(1);

    assertThat(frameworks.inForce().document().text()).isEqualTo(document);
    assertThat(settings.organisation().name()).isEqualTo("Brightwell");
    assertThat(settings.organisation().zone().getId()).isEqualTo("Europe/Oslo");
    assertThat(settings.organisation().vocabulary().of(Noun.OBJECTIVE).plural()).isEqualTo("goals");
  }

  @Test
  void everyVersionKeepsAuthorReasonAndMomentAndWhatWasInForceWhenIsKnown() {
    clock.set(LocalDate.parse("2026-05-20"));
    apply(with("organisation.name", "First"), 0).orThrow();
    clock.set(LocalDate.parse("2026-06-10"));
    apply(with("organisation.name", "Second"), 1).orThrow();

    assertThat(frameworks.history()).extracting(FrameworkEntry::number).containsExactly(2, 1);
    assertThat(frameworks.history().getFirst().authorName()).isEqualTo("Elif Arslan");
    assertThat(frameworks.history().getFirst().reason())
        .isEqualTo("We agreed on it in the spring.");
    assertThat(nameAt("2026-05-01T00:00:00Z")).isEqualTo("Our organisation");
    assertThat(nameAt("2026-06-01T00:00:00Z")).isEqualTo("First");
    assertThat(nameAt("2026-07-01T00:00:00Z")).isEqualTo("Second");
  }

  private String nameAt(String moment) {
    return frameworks.inForceAt(Instant.parse(moment)).document().framework().organisation().name();
  }

  @Test
  void aPlanSaysWhatWouldChangeAndChangesNothing() {
    FrameworkPlan plan =
        frameworks.plan(ELIF, with("cadence.check-ins.rhythm", "every-two-weeks")).orThrow();

    assertThat(plan.effects())
        .extracting(Effect::sentence)
        .containsExactly("Check-ins move from weekly to every two weeks.");
    assertThat(plan.refusals()).isEmpty();
    assertThat(frameworks.inForce().number()).isZero();
  }

  @Test
  void onlyPeopleOperationsMayPlanOrApply() {
    Viewer mara = Person.MARA.viewer();
    assertThat(frameworks.mayChange(mara)).isFalse();
    assertThat(codes(frameworks.plan(mara, STANDARD))).containsExactly("forbidden");
    assertThat(
            codes(frameworks.apply(mara, new FrameworkInput(STANDARD + "# x\n", "why", 0, null))))
        .containsExactly("forbidden");
  }

  @Test
  void everyMistakeAndTheMissingReasonAreSaidAtOnce() {
    Outcome<Integer> outcome =
        frameworks.apply(
            ELIF,
            new FrameworkInput("organisation: {name: a}\ngaols: {}\ncadance: {}\n", " ", 0, null));

    assertThat(codes(outcome))
        .containsExactly(
            "framework.problem-with-remedy", "framework.problem-with-remedy", "required");
  }

  @Test
  void aDocumentThatContradictsItselfIsRefusedUnlessItIsWaived() {
    String contradicting = with("goals.staleness.days", 3);
    assertThat(codes(apply(contradicting, 0))).containsExactly("framework.contradiction");

    String waived =
        FrameworkEdit.set(
            contradicting,
            "waivers",
            List.of(
                Map.of(
                    "rule",
                    "check-ins-slower-than-stale",
                    "reason",
                    "The plant reports by machine every day.")));
    assertThat(apply(waived, 0).isDone()).isTrue();
  }

  @Test
  void whoeverBeganOnAnOlderVersionIsToldSo() {
    apply(with("organisation.name", "First"), 0).orThrow();
    assertThat(codes(apply(with("organisation.name", "Second"), 0))).containsExactly("stale");
    assertThat(frameworks.rules().organisation().name()).isEqualTo("First");
  }

  @Test
  void theSameTextMakesNoVersion() {
    assertThat(apply(STANDARD, 0).orThrow()).isZero();
    assertThat(frameworks.history()).isEmpty();
  }

  @Test
  void aSecondSendOfTheSameTakesNoSecondEffect() {
    FrameworkInput input =
        new FrameworkInput(with("organisation.name", "First"), "why not", 0, "key-1");
    assertThat(frameworks.apply(ELIF, input).orThrow()).isEqualTo(1);
    assertThat(frameworks.apply(ELIF, input).orThrow()).isEqualTo(1);
    assertThat(frameworks.history()).hasSize(1);
  }

  @Test
  void ofManyAtOnceOneWinsAndTheOthersAreTold() throws Exception {
    List<Callable<Outcome<Integer>>> attempts =
        java.util.stream.IntStream.range(0, 4)
            .<Callable<Outcome<Integer>>>mapToObj(
                i -> () -> apply(with("organisation.name", "Name " + i), 0))
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Outcome<Integer>> outcomes =
          threads.invokeAll(attempts).stream().map(FrameworksTest::value).toList();
      assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
      assertThat(outcomes)
          .filteredOn(outcome -> !outcome.isDone())
          .allSatisfy(outcome -> assertThat(codes(outcome)).containsExactly("stale"));
    }
  }

  private static <T> T value(Future<T> future) {
    return future.resultNow();
  }

  @Test
  void puttingInForceIsOnTheRecordByIdsOnly() {
    apply(with("organisation.name", "First"), 0).orThrow();
    Map<String, @Nullable Object> entry =
        database
            .sql("select actor, act, record from audit_entry order by number desc limit 1")
            .query()
            .singleRow();
    assertThat(entry)
        .containsEntry("actor", Person.ELIF.id())
        .containsEntry("act", "framework.applied")
        .containsEntry("record", frameworks.history().getFirst().id());
  }
}
