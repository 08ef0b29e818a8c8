package io.fairlead.app.feedback;

import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class RoundHindrancesLookTest {
  @Autowired RoundsAtHand atHand;
  @Autowired RoundStore rounds;
  @Autowired RoundHindrances hindrances;
  @Autowired Company company;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
  }

  @Test
  void whatKeepsARoundFromOpeningOrClosingIsFitToLookAt(Browsing browsing) {
    UUID round = atHand.aboutMara().id();
    atHand.move(round, "nominating");
    hindrances.met(rounds.find(round).orElseThrow(), Hindrance.KEY_FOLDER);
    Look.at(browsing.as(Person.ELIF), "/feedback/rounds/" + round);
    rounds.move(round, RoundState.CLOSING);
    hindrances.met(rounds.find(round).orElseThrow(), Hindrance.ANSWERS_CHANGED);
    Look.at(browsing.as(Person.ELIF), "/feedback/rounds/" + round + "?plan=true");
  }
}
