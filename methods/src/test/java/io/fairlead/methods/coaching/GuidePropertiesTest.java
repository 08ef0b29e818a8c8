package io.fairlead.methods.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.Bound;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.PublishedComments;
import io.fairlead.methods.disclosure.PublishedScore;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.ReleaseRule;
import io.fairlead.methods.disclosure.Scale;
import io.fairlead.methods.disclosure.SubjectAnswers;
import io.fairlead.methods.disclosure.SubjectAnswers.Responder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// What holds of guides whatever was answered.
class GuidePropertiesTest {
  private static final List<String> COMPETENCIES =
      List.of("delivery", "craft", "listening", "collaboration", "feedback");
  private static final List<String> ITEMS = List.of("a", "b", "c");
  private static final ReleasePolicy POLICY = ReleasePolicy.usual(Reports.FIVE);

  @Property(tries = 300)
  void answersThatPublishAlikeHaveTheSameGuide(@ForAll long seed) {
    assertThat(areAlike(seed, 5)).isTrue();
  }

  /// Or else the property above would say nothing.
  @Test
  void manyOfTheChangedAnswersPublishAlikeAndAreOthers() {
    long told = 0;
    for (long seed = 0; seed < 50; seed++) {
      SubjectAnswers answers = answers(new Random(seed));
      SubjectAnswers changed = changed(answers, new Random(seed + 1));
      if (!changed.equals(answers) && published(changed).equals(published(answers))) {
        told++;
      }
    }
    assertThat(told).isGreaterThan(40);
  }

  private static boolean areAlike(long seed, int times) {
    Random random = new Random(seed);
    SubjectAnswers answers = answers(random);
    Published published = published(answers);
    String guide = guide(published);
    SubjectAnswers other = answers;
    for (int time = 0; time < times; time++) {
      other = changed(other, random);
      Published again = published(other);
      assertThat(again).isEqualTo(published);
      if (!guide(again).equals(guide)) {
        return false;
      }
    }
    return true;
  }

  private static String guide(Published published) {
    return Guide.of(new Report(published, Reports.BANK, Map.of())).toString();
  }

  private static Published published(SubjectAnswers answers) {
    return new ReleaseRule(POLICY).published(answers, RandomGenerator.of("L64X128MixRandom"));
  }

  private static SubjectAnswers answers(Random random) {
    List<Responder> responders = new ArrayList<>();
    for (String group : List.of("self", "manager", "peer", "report", "other")) {
      int raters = ReleasePolicy.isNamed(group) ? 1 : random.nextInt(8);
      double taste = 1 + 4 * random.nextDouble();
      for (int rater = 0; rater < raters; rater++) {
        Map<String, Map<String, Integer>> ratings = new LinkedHashMap<>();
        for (String competency : COMPETENCIES) {
          Map<String, Integer> items = new LinkedHashMap<>();
          for (String item : ITEMS) {
            double rating = taste + random.nextGaussian();
            items.put(item, Math.clamp(Math.round(rating), 1, 5));
          }
          ratings.put(competency, items);
        }
        responders.add(new Responder(group + rater, group, ratings, List.of()));
      }
    }
    Map<String, Set<String>> items = new LinkedHashMap<>();
    COMPETENCIES.forEach(competency -> items.put(competency, Set.copyOf(ITEMS)));
    return new SubjectAnswers("Ada", items, responders);
  }

  /// Who gave what is dealt anew within a group, and a point is moved from one to another: the sums
  /// stay.
  private static SubjectAnswers changed(SubjectAnswers answers, Random random) {
    List<Responder> responders = new ArrayList<>(answers.responders());
    for (String group : ReleasePolicy.USUAL_GROUPS) {
      List<Integer> places = new ArrayList<>();
      for (int at = 0; at < responders.size(); at++) {
        if (responders.get(at).group().equals(group)) {
          places.add(at);
        }
      }
      if (places.size() < 2) {
        continue;
      }
      List<Map<String, Map<String, Integer>>> dealt = new ArrayList<>();
      places.forEach(at -> dealt.add(copy(responders.get(at).ratings())));
      Collections.shuffle(dealt, random);
      for (String competency : COMPETENCIES) {
        Map<String, Integer> one = of(dealt.get(0), competency);
        Map<String, Integer> two = of(dealt.get(1), competency);
        String item = ITEMS.get(random.nextInt(ITEMS.size()));
        if (rating(one, item) < 5 && rating(two, item) > 1) {
          one.merge(item, 1, Integer::sum);
          two.merge(item, -1, Integer::sum);
        }
      }
      for (int at = 0; at < places.size(); at++) {
        Responder before = responders.get(places.get(at));
        responders.set(
            places.get(at), new Responder(before.rater(), group, dealt.get(at), before.comments()));
      }
    }
    return new SubjectAnswers(answers.subject(), answers.items(), responders);
  }

  private static Map<String, Integer> of(Map<String, Map<String, Integer>> all, String competency) {
    return all.getOrDefault(competency, new LinkedHashMap<>());
  }

  private static int rating(Map<String, Integer> items, String item) {
    return items.getOrDefault(item, 1);
  }

  private static Map<String, Map<String, Integer>> copy(Map<String, Map<String, Integer>> ratings) {
    Map<String, Map<String, Integer>> copy = new LinkedHashMap<>();
    ratings.forEach((competency, items) -> copy.put(competency, new LinkedHashMap<>(items)));
    return copy;
  }

  @Property(tries = 500)
  void everyReportHasOneToThreePatternsEachWithItsFigures(@ForAll long seed) {
    Guide guide = Guide.of(random(new Random(seed), scale(seed)));
    assertThat(guide.matches()).hasSizeBetween(1, Guide.MOST);
    assertThat(guide.matches()).allSatisfy(match -> assertThat(match.facts()).isNotEmpty());
    assertThat(guide.matches()).extracting(match -> match.pattern().id()).doesNotHaveDuplicates();
  }

  private static Scale scale(long seed) {
    return List.of(new Scale(1, 5), new Scale(1, 7), new Scale(0, 10), new Scale(-2, 2))
        .get((int) Math.floorMod(seed, 4L));
  }

  @Property(tries = 300)
  void nothingButThoseMeantToIsFoundWhereAllIsWithheld(@ForAll long seed) {
    Random random = new Random(seed);
    Report report = random(random, Reports.FIVE);
    List<PublishedScore> named =
        report.published().scores().stream()
            .map(score ->
                new PublishedScore(
                    score.competency(),
                    score.item(),
                    score.blocks().stream().filter(BlockValue::isNamed).toList()))
            .toList();
    Report withheld =
        new Report(
            new Published("Ada", Reports.FIVE, named, report.published().comments()),
            Reports.BANK,
            Map.of());
    assertThat(PatternsTest.ids(withheld))
        .hasSize(1)
        .containsAnyOf("mostly-withheld", "comments-without-figures");
  }

  /// A bound that is replaced by a figure within it tells more closely what it told before.
  @Property(tries = 500)
  void whatHoldsForBoundsHoldsForEveryFigureWithinThem(@ForAll long seed) {
    Random random = new Random(seed);
    Report bounds = random(random, Reports.FIVE);
    Report figures = closer(bounds, random);
    for (ReportPattern pattern : ShippedPatterns.all()) {
      if (pattern.facts(bounds).isPresent()) {
        assertThat(pattern.facts(figures)).as(pattern.id()).isPresent();
      }
    }
  }

  private static Report closer(Report report, Random random) {
    List<PublishedScore> scores = new ArrayList<>();
    for (PublishedScore score : report.published().scores()) {
      scores.add(
          new PublishedScore(
              score.competency(),
              score.item(),
              score.blocks().stream()
                  .map(block -> closer(block, report.scale(), random))
                  .toList()));
    }
    return new Report(
        new Published("Ada", report.scale(), scores, report.published().comments()),
        Reports.BANK,
        Map.of());
  }

  private static BlockValue closer(BlockValue block, Scale scale, Random random) {
    Range range = Range.of(block, scale);
    int tenths = range.high().subtract(range.low()).movePointRight(1).intValue();
    BigDecimal mean = range.low().add(BigDecimal.valueOf(random.nextInt(tenths + 1), 1));
    return new BlockValue(block.groups(), block.n(), Bound.EXACT, mean.setScale(1));
  }

  /// Whatever can be published, and some that cannot.
  private static Report random(Random random, Scale scale) {
    List<PublishedScore> scores = new ArrayList<>();
    int competencies = random.nextInt(COMPETENCIES.size() + 1);
    for (int at = 0; at < competencies; at++) {
      List<BlockValue> blocks = new ArrayList<>();
      for (String group : List.of("self", "manager", "peer", "report")) {
        if (random.nextInt(4) > 0) {
          blocks.add(block(group, random, scale));
        }
      }
      scores.add(new PublishedScore(COMPETENCIES.get(at), Optional.empty(), blocks));
    }
    List<PublishedComments> comments =
        random.nextBoolean()
            ? List.of()
            : List.of(
                new PublishedComments(
                    Optional.of("start"),
                    List.of("peer"),
                    Collections.nCopies(3 + random.nextInt(5), "Asks early.")));
    return new Report(new Published("Ada", scale, scores, comments), Reports.BANK, Map.of());
  }

  private static BlockValue block(String group, Random random, Scale scale) {
    boolean isNamed = ReleasePolicy.isNamed(group);
    BigDecimal mean =
        BigDecimal.valueOf(10L * scale.low() + random.nextInt(10 * scale.span() + 1), 1);
    Bound bound = isNamed ? Bound.EXACT : List.of(Bound.values()).get(random.nextInt(3));
    return new BlockValue(List.of(group), isNamed ? 1 : 4 + random.nextInt(8), bound, mean);
  }
}
