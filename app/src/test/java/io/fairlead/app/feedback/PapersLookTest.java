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
class PapersLookTest {
  @Autowired RoundsAtHand atHand;
  @Autowired Company company;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
  }

  @Test
  void thePapersAreFitToLookAt(Browsing browsing) {
    UUID round = atHand.aboutMara().id();
    Look.at(browsing.as(Person.ELIF), "/feedback/rounds/" + round + "/papers");
  }
}
