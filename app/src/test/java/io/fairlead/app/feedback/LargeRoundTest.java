package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.disclosure.CustodianSecret;
import io.fairlead.app.disclosure.Sealing.Ending;
import io.fairlead.app.disclosure.Sheets;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Statements;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.raters.Halo;
import io.fairlead.methods.raters.ScaleRange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What a round costs as it grows: pages take no more statements, and a whole one is sealed in
/// time.
@AppTest
class LargeRoundTest {
  /// Another number is for measuring (`bench/README.md`).
  private static final int PEOPLE = Integer.getInteger("fairlead.large-round", 300);

  private static final int RATERS = 9;

  @Autowired Company company;
  @Autowired RoundsAtHand rounds;
  @Autowired EscrowsAtHand escrows;
  @Autowired RoundStore store;
  @Autowired RoundClosing closing;
  @Autowired Sheets sheets;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Statements statements;
  @Autowired RoundReports figures;
  @Autowired Participation participation;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void pagesTakeAsManyStatementsForAFullRoundAsForASmallOne() {
    RoundsAtHand.RoundAtHand round = rounds.aboutMara();
    Map<String, Integer> before = new LinkedHashMap<>();
    pages(round).forEach((page, who) -> before.put(page, taken(page, who)));
    grow(round.id(), 40);
    pages(round)
        .forEach((page, who) -> assertThat(taken(page, who)).as(page).isEqualTo(before.get(page)));
  }

  private static Map<String, Person> pages(RoundsAtHand.RoundAtHand round) {
    Map<String, Person> pages = new LinkedHashMap<>();
    pages.put("/feedback/rounds/" + round.id(), Person.ELIF);
    pages.put("/feedback/rounds/" + round.id() + "/papers", Person.ELIF);
    pages.put("/feedback/raters/" + round.subject(), Person.ELIF);
    pages.put("/feedback/give/" + round.of(Person.JONAS), Person.JONAS);
    pages.put("/feedback", Person.ELIF);
    pages.put("/feedback/reports", Person.MARA);
    return pages;
  }

  /// For the second time: the first request after a change may read what is then remembered.
  private int taken(String page, Person who) {
    visitors.as(who).page(page);
    assertThat(visitors.as(who).page(page).statusCode()).as(page).isEqualTo(200);
    assertThat(statements.of(page)).as(page).isNotEmpty();
    return statements.of(page).size();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRoundAboutThreeHundredIsSealedWithinAMinute(boolean hasEscrow) {
    UUID round =
        hasEscrow
            ? escrows.opened(
                EscrowsAtHand.terms(
                    CustodianSecret.make().publicKey(), CustodianSecret.make().publicKey()))
            : rounds.round("manager", "reviewee");
    grow(round, PEOPLE);
    List<UUID> slips = slips(round);
    assertThat(slips).hasSize(PEOPLE * RATERS);
    Instrument questions = store.questions(round).orElseThrow();
    for (int i = 0; i < slips.size(); i++) {
      sheets.keep(round, slips.get(i), 0, sheet(questions, i));
    }
    List<Ending> ended = new ArrayList<>();
    long began = System.nanoTime();
    int run = statements.of(() -> ended.add(closing.close(round))).size();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    assertThat(ended).containsExactly(new Ending.Sealed(slips.size()));
    assertThat(store.find(round).orElseThrow().state()).isEqualTo(RoundState.PUBLISHED);
    assertThat(run).as("a handful for each reviewee").isBetween(PEOPLE, 12 * PEOPLE);
    assertThat(took).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void aRoundKeepsNoFigureThatItLeavesOut() {
    UUID whole = closed(Set.of());
    assertThat(figures.precision(whole)).isNotEmpty();
    assertThat(figures.spread(whole)).isPresent();
    assertThat(figures.minutesTaken(whole)).isPresent();
    assertThat(figures.band(whole)).isPresent();
    assertThat(figures.effects(whole).range()).isEqualTo(ScaleRange.WIDE);
    assertThat(figures.effects(whole).halo()).isNotNull();
    company.reset();
    UUID bare = closed(EnumSet.allOf(FeedbackIndicator.class));
    assertThat(figures.precision(bare)).isEmpty();
    assertThat(figures.spread(bare)).isEmpty();
    assertThat(figures.minutesTaken(bare)).isEmpty();
    assertThat(figures.band(bare)).isEmpty();
    assertThat(figures.effects(bare)).isEqualTo(RoundEffects.NONE);
    assertThat(visitors.as(Person.ELIF).page("/feedback/rounds/" + bare).body())
        .contains("Left out in this round: ", "How far apart severe and lenient raters are")
        .doesNotContain("half of the sheets", "How raters used", "how raters used");
  }

  /// Everybody gives each reviewee one figure throughout, and all of them stay about the middle.
  @Test
  void pageAndApiSayHowRatersUsedTheScaleOnTheWhole() {
    UUID round =
        closed(Set.of(), (_, seed) -> 3 + (seed % 11 == 0 ? 1 : 0) - (seed % 7 == 0 ? 1 : 0));
    assertThat(figures.effects(round))
        .isEqualTo(new RoundEffects(ScaleRange.NARROW_MIDDLE, Halo.STRONG));
    String at = "/feedback/rounds/" + round;
    assertThat(visitors.as(Person.ELIF).page(at).body())
        .contains("central tendency", "mostly one impression of the whole person")
        .contains("/growth/lessons/central-tendency", "/growth/lessons/halo-and-horns");
    assertThat(
            json.readTree(
                    api.as(Person.ELIF, "feedback:read").json("GET", "/api/v1" + at, null).body())
                .get("raterEffects"))
        .isEqualTo(json.readTree("{\"range\": \"narrow-middle\", \"halo\": \"strong\"}"));
  }

  @Test
  void whatAnEarlierPromiseDoesNotSpeakOfIsNotWorkedOut() {
    UUID round =
        closed(
            Set.of(),
            LargeRoundTest::inTurn,
            () ->
                database
                    .sql("update feedback_round set unforeseen = array['range', 'halo']")
                    .update());
    assertThat(figures.spread(round)).isPresent();
    assertThat(figures.effects(round)).isEqualTo(RoundEffects.NONE);
    assertThat(visitors.as(Person.ELIF).page("/feedback/rounds/" + round).body())
        .contains("How far apart raters are")
        .doesNotContain("How raters used", "how raters used");
    assertThat(visitors.as(Person.ELIF).page("/feedback/rounds/" + round + "/papers").body())
        .contains("Left out of this round. How much of the scale");
  }

  private UUID closed(Set<FeedbackIndicator> without) {
    return closed(without, LargeRoundTest::inTurn);
  }

  private UUID closed(Set<FeedbackIndicator> without, IntBinaryOperator given) {
    return closed(without, given, () -> {});
  }

  /// Of forty people.
  ///
  /// @param given for an item, by whichever sheet it is
  private UUID closed(Set<FeedbackIndicator> without, IntBinaryOperator given, Runnable launched) {
    UUID round = rounds.round("manager", "reviewee", without);
    grow(round, 40);
    launched.run();
    Instrument questions = store.questions(round).orElseThrow();
    int seed = 0;
    for (UUID slip : slips(round)) {
      sheets.keep(round, slip, 0, sheet(questions, seed++, given));
    }
    participation.count();
    assertThat(closing.close(round)).isInstanceOf(Ending.Sealed.class);
    return round;
  }

  private List<UUID> slips(UUID round) {
    return database
        .sql(
            """
            select r.slip from feedback_rater r join feedback_subject s on s.id = r.subject
            where s.round = ? order by r.id
            """)
        .param(round)
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  private static int inTurn(int item, int seed) {
    return 1 + (seed * 7 + item * 3) % 5;
  }

  private byte[] sheet(Instrument questions, int seed) {
    return sheet(questions, seed, LargeRoundTest::inTurn);
  }

  private byte[] sheet(Instrument questions, int seed, IntBinaryOperator given) {
    Map<String, Integer> ratings = new HashMap<>();
    for (int item = 0; item < questions.items().size(); item++) {
      ratings.put(questions.items().get(item).id(), given.applyAsInt(item, seed));
    }
    Map<String, String> comments =
        Map.of(questions.comments().getFirst().id(), "Keeps what was agreed, time " + seed + ".");
    return json.writeValueAsString(new AnswerSheet(ratings, comments, "", 300, true))
        .getBytes(StandardCharsets.UTF_8);
  }

  /// More people, each a subject with nine raters among the others.
  private void grow(UUID round, int people) {
    database
        .sql(
            """
            insert into person (id, created_at)
            select md5('large' || n)::uuid, now() from generate_series(0, :people - 1) n
            """)
        .param("people", people)
        .update();
    database
        .sql(
            """
            insert into identity (person, name, email, title)
            select md5('large' || n)::uuid, 'Person ' || n, 'large' || n || '@brightwell.example', 'Engineer'
            from generate_series(0, :people - 1) n
            """)
        .param("people", people)
        .update();
    database
        .sql(
            """
            insert into feedback_subject (id, round, person, manager, nominations)
            select gen_random_uuid(), :round, md5('large' || n)::uuid, :manager, 'settled'
            from generate_series(0, :people - 1) n
            """)
        .param("round", round)
        .param("manager", Person.HENRIK.id())
        .param("people", people)
        .update();
    database
        .sql(
            """
            insert into feedback_rater (id, subject, person, relationship, chosen_by, state, slip)
            select gen_random_uuid(), s.id, md5('large' || (n + k) % :people)::uuid,
              case when k = 0 then 'self' when k = 1 then 'manager' when k < 6 then 'peer' else 'report' end,
              'rule', 'asked', gen_random_uuid()
            from generate_series(0, :people - 1) n
            join feedback_subject s on s.round = :round and s.person = md5('large' || n)::uuid
            cross join generate_series(0, :raters - 1) k
            """)
        .param("people", people)
        .param("raters", RATERS)
        .param("round", round)
        .update();
  }
}
