package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.disclosure.SubjectAnswers.Responder;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.ShippedInstruments;
import io.fairlead.methods.raters.Halo;
import io.fairlead.methods.raters.RaterSpread;
import io.fairlead.methods.raters.ScaleRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Figures of a round as a whole, of people who rate the eight after them.
class RoundFiguresTest {
  private static final Instrument QUESTIONS = ShippedInstruments.find("manager").orElseThrow();
  private static final int EACH = 8;

  private static RoundFigures of(int people, String group) {
    Random random = new Random(3);
    RoundFigures figures = new RoundFigures();
    for (int reviewee = 0; reviewee < people; reviewee++) {
      List<Responder> responders = new ArrayList<>();
      for (int away = 1; away <= EACH; away++) {
        int rater = (reviewee + people - away) % people;
        int gives = 2 + rater % 3;
        Map<String, Map<String, Integer>> ratings = new HashMap<>();
        QUESTIONS
            .items()
            .forEach(item ->
                ratings
                    .computeIfAbsent(item.competency(), _ -> new HashMap<>())
                    .put(item.id(), Math.clamp(gives + random.nextInt(2), 1, 5)));
        responders.add(new Responder("rater " + rater, group, ratings, List.of()));
      }
      figures.add(QUESTIONS, responders);
    }
    return figures;
  }

  @Test
  void ratersWhoDifferAreTakenApartFromReviewees() {
    RaterSpread spread = of(60, "peer").spread().orElseThrow();
    assertThat(spread.raters()).isBetween(0.7, 0.9);
    assertThat(spread.reviewees()).isZero();
  }

  @Test
  void howTheScaleWasUsedIsWhatRatersGave() {
    RoundFigures figures = of(60, "peer");
    assertThat(figures.range(QUESTIONS.points())).contains(ScaleRange.NARROW_MIDDLE);
    assertThat(figures.halo()).contains(Halo.SLIGHT);
    for (RoundFigures none : List.of(of(29, "peer"), of(60, "self"), of(60, "manager"))) {
      assertThat(none.range(QUESTIONS.points())).isEmpty();
      assertThat(none.halo()).isEmpty();
    }
  }

  @Test
  void itTakesThirtyAndNobodyWhoIsNamed() {
    assertThat(of(29, "peer").spread()).isEmpty();
    assertThat(of(30, "peer").spread()).isPresent();
    assertThat(of(60, "self").spread()).isEmpty();
  }
}
