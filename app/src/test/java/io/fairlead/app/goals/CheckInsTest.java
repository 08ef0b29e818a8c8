package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.app.goals.CheckIns.Updated;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Statements;
import io.fairlead.app.testing.TestClock;
import io.fairlead.methods.goals.Agreement;
import io.fairlead.methods.goals.Forecast;
import io.fairlead.methods.goals.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class CheckInsTest {
  @Autowired CheckIns checkIns;
  @Autowired Goals goals;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;
  @Autowired Tracks tracks;
  @Autowired Statements statements;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void aCheckInBecomesTheNewestPointAndIsScored() {
    UUID keyResult =
        goals.keyResult(goals.objective(Person.MARA, "Sites report"), "First reading", 40, 60);
    Updated updated = said(Person.MARA, figure(keyResult, "49", 5));
    assertThat(updated.track().score()).isCloseTo(0.45, within(1e-12));
    assertThat(updated.track().points())
        .containsExactly(new Track.Point(LocalDate.parse("2026-05-13"), 0.45));
    assertThat(checkIns.mine(Person.MARA.viewer()))
        .singleElement()
        .satisfies(mine -> assertThat(mine.track()).isEqualTo(updated.track()));
  }

  @Test
  void fourWeeksOfSlowProgressAreAtRiskWithAForecastAndDisagreeWithAConfidentOwner() {
    UUID keyResult =
        goals.keyResult(goals.objective(Person.MARA, "Sites report"), "First reading", 40, 60);
    String[] values = {"41", "41.5", "42.5", "43", "44"};
    for (int week = 0; week < 4; week++) {
      clock.set(LocalDate.parse("2026-04-13").plusWeeks(week));
      said(Person.MARA, figure(keyResult, values[week], 8));
    }
    clock.set(LocalDate.parse("2026-05-13"));
    Standing standing = said(Person.MARA, figure(keyResult, values[4], 9)).standing();
    assertThat(standing.status()).isEqualTo(Status.OFF_TRACK);
    assertThat(standing.forecast()).isInstanceOf(Forecast.Trend.class);
    assertThat(standing.agreement()).isEqualTo(Agreement.WATERMELON);
    assertThat(standing.daysAhead()).isNegative();
  }

  @Test
  void noChangeKeepsTheValueButIsFresh() {
    UUID keyResult =
        goals.keyResult(goals.objective(Person.MARA, "Sites report"), "Calls", 3.1, 1.5);
    clock.set(LocalDate.parse("2026-04-15"));
    said(Person.MARA, figure(keyResult, "2.3", 7));
    clock.set(LocalDate.parse("2026-05-13"));
    Updated updated = said(Person.MARA, new CheckIn(keyResult, null, Set.of(), null, "", true));
    assertThat(updated.track().value()).isEqualByComparingTo("2.3");
    assertThat(updated.track().confidence()).isEqualTo(7);
    assertThat(updated.standing().stale()).isFalse();
  }

  @Test
  void milestonesMayBeUndone() {
    UUID keyResult =
        goals.keyResult(
            goals.objective(Person.MARA, "Guide"), "Languages", "milestones", null, null);
    UUID german = goals.milestone(keyResult, "German", 1);
    goals.milestone(keyResult, "Polish", 3);
    assertThat(
            said(Person.MARA, new CheckIn(keyResult, null, Set.of(german), 5, "", false))
                .track()
                .score())
        .isEqualTo(0.25);
    assertThat(
            said(Person.MARA, new CheckIn(keyResult, null, Set.of(), 5, "", false)).track().score())
        .isEqualTo(0.0);
  }

  @Test
  void whatIsNotOnesOwnLooksLikeWhatIsNotThere() {
    UUID keyResult =
        goals.keyResult(goals.objective(Person.MARA, "Sites report"), "First reading", 40, 60);
    assertThat(refusals(Person.RUBEN, figure(keyResult, "49", 5)))
        .isEqualTo(refusals(Person.RUBEN, figure(UUID.randomUUID(), "49", 5)))
        .extracting(Reason::kind)
        .containsExactly(Reason.Kind.NOT_FOUND);
  }

  @Test
  void oneWrongCheckInOfSeveralChangesNothingAndEveryReasonIsSaid() {
    UUID objective = goals.objective(Person.MARA, "Sites report");
    UUID good = goals.keyResult(objective, "First reading", 40, 60);
    UUID bad = goals.keyResult(objective, "Calls", 3, 1);
    Outcome<List<Updated>> outcome =
        checkIns.save(
            Person.MARA.viewer(),
            List.of(
                figure(good, "49", 5),
                new CheckIn(bad, null, Set.of(), 11, "x".repeat(4_001), false)),
            null);
    assertThat(((Outcome.Refused<?>) outcome).reasons())
        .extracting(Reason::code)
        .containsExactly("check-in.confidence", "too-long", "check-in.value-needed");
    assertThat(database.sql("select count(*) from check_in").query(Integer.class).single())
        .isZero();
  }

  @Test
  void theSameWordsSentTwiceCountOnce() {
    UUID keyResult =
        goals.keyResult(goals.objective(Person.MARA, "Sites report"), "First reading", 40, 60);
    List<CheckIn> said = List.of(figure(keyResult, "49", 5));
    List<Updated> once = checkIns.save(Person.MARA.viewer(), said, "key").orThrow();
    assertThat(checkIns.save(Person.MARA.viewer(), said, "key").orThrow()).isEqualTo(once);
    assertThat(database.sql("select count(*) from check_in").query(Integer.class).single()).isOne();
  }

  @Test
  void absurdNumbersAreRefused() {
    UUID keyResult =
        goals.keyResult(goals.objective(Person.MARA, "Sites report"), "First reading", 40, 60);
    assertThat(refusals(Person.MARA, figure(keyResult, "1e300", 5)))
        .extracting(Reason::code)
        .containsExactly("check-in.absurd");
  }

  @Test
  void aNoteThatNoDatabaseCanKeepIsRefused() {
    UUID keyResult =
        goals.keyResult(goals.objective(Person.MARA, "Sites report"), "First reading", 40, 60);
    assertThat(
            refusals(
                Person.MARA, new CheckIn(keyResult, BigDecimal.TEN, Set.of(), 5, "a\0b", false)))
        .extracting(Reason::code)
        .containsExactly("goals.unreadable");
  }

  @Test
  void theTrackWrittenWithACheckInIsTheOneComputedFromAll() {
    UUID objective = goals.objective(Person.MARA, "Sites report");
    UUID figures = goals.keyResult(objective, "First reading", 40, 60);
    UUID guide = goals.keyResult(objective, "Languages", "milestones", null, null);
    UUID german = goals.milestone(guide, "German", 1);
    goals.milestone(guide, "Polish", 3);
    UUID answer = goals.keyResult(objective, "Signed", "yes-no", null, null);
    UUID band = goals.keyResult(objective, "Stock", "band", null, null);
    database
        .sql("update key_result set low = 10, high = 20 where id = :id")
        .param("id", band)
        .update();
    List<UUID> all = List.of(figures, guide, answer, band);
    for (int week = 0; week < 4; week++) {
      clock.set(LocalDate.parse("2026-04-13").plusWeeks(week));
      boolean none = week == 2;
      List<Updated> updated =
          checkIns
              .save(
                  Person.MARA.viewer(),
                  List.of(
                      said(figures, none ? null : "4" + week + ".125", Set.of(), none),
                      said(guide, null, week == 1 ? Set.of(german) : Set.of(), none),
                      said(answer, none ? null : "" + week % 2, Set.of(), none),
                      said(band, none ? null : "" + (5 + 7 * week), Set.of(), none)),
                  null)
              .orThrow();
      assertThat(updated).extracting(each -> each.keyResult().id()).containsExactlyElementsOf(all);
      assertThat(checkIns.updatedToday(Person.MARA.viewer()))
          .containsExactlyInAnyOrderElementsOf(updated);
      assertThat(tracks.rebuild(all))
          .isEqualTo(
              updated.stream()
                  .collect(Collectors.toMap(each -> each.keyResult().id(), Updated::track)));
    }
  }

  @Test
  void checkInsOnOneKeyResultAtTheSameMomentAllCount() throws Exception {
    UUID keyResult =
        goals.keyResult(goals.objective(Person.MARA, "Sites report"), "First reading", 40, 60);
    int each = 12;
    try (ExecutorService both = Executors.newFixedThreadPool(4)) {
      List<Callable<Object>> work = new ArrayList<>();
      for (int i = 0; i < 4 * each; i++) {
        CheckIn said = figure(keyResult, "" + (41 + i), i % 11);
        work.add(() -> said(Person.MARA, said));
      }
      for (var done : both.invokeAll(work)) {
        done.get();
      }
    }
    assertThat(database.sql("select count(*) from check_in").query(Integer.class).single())
        .isEqualTo(4 * each);
    assertThat(tracks.rebuild(List.of(keyResult)).get(keyResult))
        .isEqualTo(checkIns.mine(Person.MARA.viewer()).getFirst().track());
  }

  @Test
  void aCheckInTakesFewStatementsHoweverMuchItSays() {
    UUID objective = goals.objective(Person.MARA, "Sites report");
    List<CheckIn> said =
        Stream.of("a", "b", "c", "d", "e", "f")
            .map(name -> figure(goals.keyResult(objective, name, 40, 60), "49", 5))
            .toList();
    assertThat(statements.of(() -> checkIns.save(Person.MARA.viewer(), said, "key").orThrow()))
        // A node asks once a second which version is in force, whoever is served just then.
        .filteredOn(statement -> !statement.contains("max(number), 0) from framework_version"))
        .hasSize(4);
  }

  private static CheckIn said(
      UUID keyResult, @Nullable String value, Set<UUID> done, boolean noChange) {
    return new CheckIn(
        keyResult,
        value == null ? null : new BigDecimal(value),
        done,
        5,
        "a \"note\" and a\nbreak",
        noChange);
  }

  private List<Reason> refusals(Person person, CheckIn said) {
    return ((Outcome.Refused<?>) checkIns.save(person.viewer(), List.of(said), null)).reasons();
  }

  private Updated said(Person person, CheckIn said) {
    return checkIns.save(person.viewer(), List.of(said), null).orThrow().getFirst();
  }

  private static CheckIn figure(UUID keyResult, String value, int confidence) {
    return new CheckIn(keyResult, new BigDecimal(value), Set.of(), confidence, "", false);
  }
}
