package io.fairlead.app.goals;

import static io.fairlead.app.testing.Person.INES;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.PRISCILLA;

import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Look;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class GoalActsLookTest {
  @Autowired Goals goals;
  @Autowired Alignments alignments;
  @Autowired StatusOverrides overrides;

  @Test
  void talkingAnAlignmentThroughIsFitToLookAt(Browsing browsing) {
    UUID team = goals.objective(MARA, "Customers who try Leak Watch stay, 15 % fewer leave");
    UUID sales = goals.objective(PRISCILLA, "Pilots become contracts");
    goals.objective(INES, "Utilities renew on water saved");
    move(MARA, team, sales, "proposed", "30 %", "A third of the pilots are ours.");
    move(PRISCILLA, team, sales, "discussed", "", "How many accounts is that?");
    move(PRISCILLA, team, sales, "countered", "20 %", "A fifth, I think: two of the ten.");
    Look.at(browsing.as(MARA), "/goals/" + team + "/alignments/" + sales);
    Look.at(browsing.as(MARA), "/goals/" + team + "/alignments");
    Look.at(browsing.as(MARA), "/goals/" + team + "/drop");
    Look.at(browsing.as(MARA), "/goals/" + team);
  }

  @Test
  void sayingHowItStandsAndGivingItAwayAreFitToLookAt(Browsing browsing) {
    UUID team = goals.objective(MARA, "Customers who try Leak Watch stay, 15 % fewer leave");
    UUID churn = goals.keyResult(team, "Yearly churn, accounts on Leak Watch", 6.4, 5.4);
    goals.keyResult(team, "Accounts that acted on two alerts", 0, 120);
    overrides
        .say(
            MARA.viewer(),
            new StatusOverrides.Of.TheKeyResult(churn),
            "on-track",
            "The three largest renewals are signed and count from the first of June.",
            null)
        .orThrow();
    overrides
        .say(
            MARA.viewer(),
            new StatusOverrides.Of.TheObjective(team),
            "at-risk",
            "Two accounts waver.",
            null)
        .orThrow();
    UUID draft = goals.objective(MARA, "Pilots renew", "Q2 2026", "draft", "public");
    UUID sales = goals.objective(PRISCILLA, "Pilots become contracts");
    move(MARA, draft, sales, "proposed", "30 %", "A third of the pilots are ours.");
    Look.at(browsing.as(MARA), "/goals/" + draft + "/edit");
    Look.at(browsing.as(MARA), "/goals/key-results/" + churn + "/status");
    Look.at(browsing.as(MARA), "/goals/" + team + "?open=1");
    Look.at(browsing.as(MARA), "/goals/" + team + "/reassignment");
    Look.at(browsing.as(MARA), "/goals/key-results/" + churn + "/reassignment");
  }

  private void move(
      io.fairlead.app.testing.Person person,
      UUID child,
      UUID parent,
      String move,
      String share,
      String note) {
    alignments
        .move(
            person.viewer(), child, parent, new AlignmentInput("", move, "false", share, note, ""))
        .orThrow();
  }
}
