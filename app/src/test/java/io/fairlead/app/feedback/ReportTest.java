package io.fairlead.app.feedback;

import static io.fairlead.methods.disclosure.Bound.AT_LEAST;
import static io.fairlead.methods.disclosure.Bound.EXACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.Bound;
import io.fairlead.methods.disclosure.Gap;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.PublishedComments;
import io.fairlead.methods.disclosure.PublishedScore;
import io.fairlead.methods.disclosure.RoundPrecision;
import io.fairlead.methods.disclosure.Scale;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.About;
import io.fairlead.methods.instruments.CommentKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a report makes of the published object. The instrument asks, in this order, of delivery and
/// craft (what), communication, collaboration and learning (how).
class ReportTest {
  private static final List<String> COMPETENCIES =
      List.of("delivery", "craft", "communication", "collaboration", "learning");

  @Test
  void strengthsComeFirstAndThemesAreTheRest() {
    assertThat(named(report("4.5", "4.1", "2.4", "3.9", "3.0")))
        .isEqualTo("delivery craft collaboration | communication");
    assertThat(named(report("4.0", "4.1", "", "3.9", "3.0")))
        .isEqualTo("craft delivery | learning");
    assertThat(named(report("", "4.1", "", "3.9", "3.0")))
        .isEqualTo("craft collaboration | learning");
    assertThat(named(report("", "4.1", "", "", "3.0"))).isEqualTo("craft | learning");
    assertThat(named(report("", "4.1", "", "", ""))).isEqualTo("craft | ");
    assertThat(named(report("", "", "", "", ""))).isEqualTo(" | ");
  }

  @Test
  void whatTheRevieweeSeesHigherOrOthersSeeLowIsNoStrength() {
    assertThat(named(report("2.9", "2.8", "2.4", "2.7", "2.6"))).startsWith(" | ");
    assertThat(named(report("4.5", "2.9", "2.4", "2.8", "2.6"))).startsWith("delivery | ");
    assertThat(named(report("3.0", "2.9", "2.4", "2.8", "2.6")))
        .as("the middle itself is not below it")
        .startsWith("delivery | ");
    assertThat(named(beside(Set.of(), "4.5", "4.2", "3.2", "4.5", "2.0", "4.0")))
        .as("others 3.2, own 4.5: seen higher by the reviewee")
        .isEqualTo("delivery | communication");
    assertThat(named(beside(Set.of(), "4.5", "5.0", "3.4", "3.3")))
        .as("one of two")
        .isEqualTo(" | craft");
    assertThat(
            named(beside(Set.of(FeedbackIndicator.GAPS), "4.5", "4.2", "3.2", "4.5", "2.0", "4.0")))
        .as("where the round does not compare, it tells nothing of that")
        .isEqualTo("delivery craft | communication");
  }

  /// Pairs of what others gave and of what the reviewee did, for one competency after the other.
  private static Report beside(Set<FeedbackIndicator> without, String... pairs) {
    List<PublishedScore> scores = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      scores.add(
          new PublishedScore(
              COMPETENCIES.get(i / 2),
              Optional.empty(),
              List.of(block("self", 1, pairs[i + 1]), block("peer", 5, pairs[i]))));
    }
    return Report.of(published(scores, List.of()), ReportsAtHand.INSTRUMENT, Map.of(), 0, without);
  }

  @Test
  void aSecondThemeStandsThereWhereTheFiguresDoNotTellItFromTheFirst() {
    assertThat(named(report("4.5", "4.1", "2.4", "3.9", "2.4")))
        .as("equal, the instrument's last is the lowest")
        .isEqualTo("delivery craft collaboration | learning communication");
    assertThat(named(report("4.5", "4.1", "2.4", "3.9", "2.5"))).endsWith("| communication");
    assertThat(named(precisely("4.5", "4.1", "2.4", "3.9", "2.5")))
        .as("within the likely range")
        .endsWith("| communication learning");
  }

  @Test
  void whatARoundLeavesOutIsNotThere() {
    Report unordered =
        report(Set.of(FeedbackIndicator.STRENGTHS), "4.5", "4.1", "2.4", "3.9", "3.0");
    assertThat(named(unordered)).isEqualTo(" | ");
    assertThat(unordered.alike()).isFalse();
    assertThat(unordered.showsNothing()).isFalse();
    assertThat(unordered.rows()).hasSize(COMPETENCIES.size());
    PublishedScore low =
        new PublishedScore(
            "craft",
            Optional.empty(),
            List.of(
                new BlockValue(List.of("self"), 1, EXACT, new BigDecimal("5.0")),
                new BlockValue(List.of("peer"), 6, EXACT, new BigDecimal("2.0"))));
    assertThat(read(low, Set.of())).isEqualTo(Gap.Reading.BLIND_SPOT);
    assertThat(read(low, Set.of(FeedbackIndicator.GAPS))).isEqualTo(Gap.Reading.NONE);
  }

  private static Gap.Reading read(PublishedScore score, Set<FeedbackIndicator> without) {
    return Report.of(
            published(List.of(score), List.of()), ReportsAtHand.INSTRUMENT, Map.of(), 0, without)
        .rows()
        .getFirst()
        .reading();
  }

  @Test
  void itSaysWhereNothingIsToldApart() {
    assertThat(report("4.6+", "4.6+", "4.6+", "4.6+", "4.6+").alike()).isTrue();
    assertThat(report("4.6+", "4.6+", "4.6+", "4.6+", "4.5").alike()).isFalse();
    assertThat(precisely("4.6+", "4.6+", "4.6+", "4.6+", "4.0").alike()).isTrue();
    assertThat(report("4.0", "", "", "", "").alike()).isFalse();
  }

  @Test
  void aGapIsSaidOnlyWhereAllThatIsShownAgrees() {
    assertThat(reading("4.0", "4.5", false)).isEqualTo(Gap.Reading.BLIND_SPOT);
    assertThat(reading("4.0", "4.4", false)).isEqualTo(Gap.Reading.NONE);
    assertThat(reading("4.0", "3.5", false)).isEqualTo(Gap.Reading.HIDDEN_STRENGTH);
    assertThat(reading("4.5+", "5.0", false)).isEqualTo(Gap.Reading.NONE);
    // 1.96 · 0.8 / √5 = 0.70: likely 3.2 to 4.8.
    assertThat(reading("4.0", "4.5", true)).isEqualTo(Gap.Reading.NONE);
    assertThat(reading("4.0", "4.9", true)).isEqualTo(Gap.Reading.BLIND_SPOT);
  }

  private static Gap.Reading reading(String others, String self, boolean precise) {
    PublishedScore score =
        new PublishedScore(
            "craft", Optional.empty(), List.of(block("self", 1, self), block("peer", 5, others)));
    return Report.of(
            published(List.of(score), List.of()),
            ReportsAtHand.INSTRUMENT,
            precise ? Map.of("craft", new RoundPrecision(0.8, 0.3)) : Map.of(),
            0,
            Set.of())
        .rows()
        .getFirst()
        .reading();
  }

  @Test
  void whatAndHowAreMiddlesOfPublishedFiguresRoundedOutwards() {
    List<Report.Side> sides = report("4.5+", "4.4", "3.1", "3.2", "").sides();
    assertThat(sides)
        .containsExactly(
            new Report.Side(About.WHAT, null, span("4.4", "4.7")),
            new Report.Side(About.HOW, null, span("3.2", "3.2")));
    assertThat(report("4.5", "4.4", "", "", "").sides()).as("one side alone").isEmpty();
  }

  @Test
  void everyQuestionStandsThereAndTellsAlikeWhyNothingDoes() {
    PublishedComments peers =
        new PublishedComments(Optional.of("continue"), List.of("peer"), List.of("One", "Two"));
    PublishedComments own =
        new PublishedComments(Optional.of("stop"), List.of("self"), List.of("Mine"));
    PublishedComments together =
        new PublishedComments(Optional.empty(), List.of("peer"), List.of("Few"));
    Report report =
        Report.of(
            published(List.of(), List.of(own, peers, together)),
            ReportsAtHand.INSTRUMENT,
            Map.of(),
            2,
            Set.of());
    List<String> said = new ArrayList<>();
    report
        .answers()
        .forEach(each ->
            said.add(
                (each.question() == null ? "together" : each.question().id())
                    + " "
                    + each.isWithheld()));
    assertThat(said).containsExactly("start true", "stop true", "continue false", "together false");
    assertThat(report.quote(Set.of(CommentKind.CONTINUE)))
        .contains(new Report.Quote("One", List.of("peer")));
    assertThat(report.quote(Set.of(CommentKind.STOP))).as("one's own is no quotation").isEmpty();
    assertThat(report.withheldComments()).isEqualTo(2);
  }

  private static String named(Report report) {
    return String.join(" ", report.strengths().stream().map(ReportRow::id).toList())
        + " | "
        + String.join(" ", report.themes().stream().map(ReportRow::id).toList());
  }

  /// One figure of five peers for each competency: `4.1`, `4.6+` for a bound, empty for none.
  private static Report report(String... figures) {
    return report(Set.of(), figures);
  }

  private static Report report(Set<FeedbackIndicator> without, String... figures) {
    return Report.of(
        published(scores(figures), List.of()), ReportsAtHand.INSTRUMENT, Map.of(), 0, without);
  }

  private static Report precisely(String... figures) {
    RoundPrecision precision = new RoundPrecision(0.8, 0.3);
    return Report.of(
        published(scores(figures), List.of()),
        ReportsAtHand.INSTRUMENT,
        Map.of("learning", precision, "communication", precision, "delivery", precision),
        0,
        Set.of());
  }

  private static List<PublishedScore> scores(String... figures) {
    List<PublishedScore> scores = new ArrayList<>();
    for (int i = 0; i < figures.length; i++) {
      scores.add(
          new PublishedScore(
              COMPETENCIES.get(i),
              Optional.empty(),
              figures[i].isEmpty() ? List.of() : List.of(block("peer", 5, figures[i]))));
    }
    return scores;
  }

  private static BlockValue block(String group, int n, String figure) {
    Bound bound = figure.endsWith("+") ? AT_LEAST : EXACT;
    return new BlockValue(List.of(group), n, bound, new BigDecimal(figure.replace("+", "")));
  }

  private static Published published(
      List<PublishedScore> scores, List<PublishedComments> comments) {
    return new Published("subject", new Scale(1, 5), scores, comments);
  }

  private static ReportSpan span(String low, String high) {
    return new ReportSpan(new BigDecimal(low), new BigDecimal(high));
  }
}
