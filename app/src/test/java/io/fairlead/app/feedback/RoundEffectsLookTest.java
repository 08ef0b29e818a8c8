package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import io.fairlead.methods.raters.Halo;
import io.fairlead.methods.raters.RaterSpread;
import io.fairlead.methods.raters.ScaleRange;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class RoundEffectsLookTest {
  @Autowired ReportsAtHand atHand;
  @Autowired PublishedStore published;
  @Autowired Company company;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
  }

  @Test
  void howRatersUsedTheScaleIsFitToLookAt(Browsing browsing) {
    Page page = browsing.as(Person.ELIF);
    Look.at(page, "/feedback/rounds/" + atHand.round(Audience.REVIEWEE, null));
    assertThat(page.locator("main").textContent())
        .contains("How raters used the scale is said from thirty raters");
    company.reset();
    UUID round = atHand.round(Audience.REVIEWEE, null);
    published.spread(round, new RaterSpread(0.4, 0.3, 0.6));
    published.effects(round, new RoundEffects(ScaleRange.NARROW_MIDDLE, Halo.STRONG));
    Look.at(browsing.as(Person.ELIF), "/feedback/rounds/" + round + "?plan=true");
  }
}
