package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.methods.instruments.AnsweringTime;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.ShippedInstruments;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The time that sheets took plans the next round.
@AppTest
class RoundPaceTest {
  @Autowired Company company;
  @Autowired RoundsAtHand rounds;
  @Autowired RoundStore store;
  @Autowired RoundPace pace;
  @Autowired RoundOpening opening;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private static double estimate() {
    Instrument manager = ShippedInstruments.find("manager").orElseThrow();
    return AnsweringTime.minutes(manager.items().size(), manager.comments().size(), 0);
  }

  private void took(double times, int closed) {
    UUID round = rounds.round("manager", "reviewee");
    database
        .sql(
            "update feedback_round set state = 'published', closes = closes + :day, minutes_taken = :took where id = :id")
        .param("day", closed)
        .param("took", times * estimate())
        .param("id", round)
        .update();
  }

  @Test
  void itIsTheMiddleOfTheLastFive() {
    assertThat(pace.factor(ReportsAtHand.terms(Audience.REVIEWEE, null)))
        .as("before any round was large enough")
        .isEqualTo(1);
    took(9, 1);
    for (int round = 2; round <= 6; round++) {
      took(round / 2.0, round);
    }
    assertThat(pace.factor(ReportsAtHand.terms(Audience.REVIEWEE, null)))
        .isEqualTo(2, within(1e-9));
  }

  @Test
  void theNextRoundIsPlannedWithIt() {
    UUID round = rounds.aboutMara().id();
    double before = minutes(round);
    took(3, 1);
    RoundOpening.Plan plan = opening.plan(store.find(round).orElseThrow(), TestClock.TODAY);
    assertThat(plan.pace()).isEqualTo(3, within(1e-9));
    assertThat(minutes(round)).isEqualTo(3 * before, within(1e-6)).isPositive();
  }

  private double minutes(UUID round) {
    database
        .sql("update feedback_rater set state = 'proposed', slip = null where person <> :mara")
        .param("mara", Person.MARA.id())
        .update();
    return opening
        .plan(store.find(round).orElseThrow(), TestClock.TODAY)
        .rehearsal()
        .minutes()
        .most();
  }
}
