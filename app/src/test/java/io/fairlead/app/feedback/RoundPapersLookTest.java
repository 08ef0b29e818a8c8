package io.fairlead.app.feedback;

import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class RoundPapersLookTest {
  @Autowired RoundsAtHand atHand;
  @Autowired Company company;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void thePapersOfARoundAreGoodToLookAt(Browsing browsing) {
    UUID round = atHand.aboutMara().id();
    Assertions.assertThat(
            Look.findings(
                browsing.as(Person.ELIF), "/feedback/rounds/" + round + "/papers", "round-papers"))
        .isEmpty();
  }
}
