package io.fairlead.methods.disclosure.attack;

import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.disclosure.Scale;
import io.fairlead.methods.disclosure.SubjectAnswers;
import io.fairlead.methods.disclosure.SubjectAnswers.Comment;
import io.fairlead.methods.disclosure.SubjectAnswers.Responder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Rounds about one reviewee at random: policies, groups and their sizes, tastes of raters, skipped
/// items, comments; and the same reviewee again with some raters gone and others new.
final class RandomRound {
  private static final Scale SCALE = new Scale(1, 5);
  private static final int LARGEST_GROUP = 7;
  private static final int COMPETENCIES = 2;

  private final RandomGenerator random;
  private final ReleasePolicy policy;
  private final int items;
  private final double skips;
  private int newcomers;

  RandomRound(RandomGenerator random) {
    this.random = random;
    int colluders = random.nextInt(3);
    ReleaseUnit unit = random.nextInt(4) == 0 ? ReleaseUnit.ITEM : ReleaseUnit.COMPETENCY;
    int least =
        new ReleasePolicy(SCALE, 3, 5, 2, colluders, unit, ReleasePolicy.USUAL_GROUPS)
            .leastThreshold();
    int more = random.nextInt(3);
    policy =
        new ReleasePolicy(
            SCALE,
            least + more,
            ReleasePolicy.LEAST + more,
            2,
            colluders,
            unit,
            ReleasePolicy.USUAL_GROUPS);
    items = 3 + random.nextInt(2);
    skips = random.nextInt(3) * 0.15;
  }

  ReleasePolicy policy() {
    return policy;
  }

  int items() {
    return items;
  }

  /// Who is invited, by group.
  Map<String, String> raters() {
    Map<String, String> raters = new LinkedHashMap<>();
    for (String group : policy.groups()) {
      int size = random.nextInt(LARGEST_GROUP + 1);
      for (int rater = 0; rater < size; rater++) {
        raters.put(newcomer(), group);
      }
    }
    return raters;
  }

  /// The same for a later round: some left, some came, mostly one or two.
  Map<String, String> changed(Map<String, String> before) {
    Map<String, String> raters = new LinkedHashMap<>(before);
    int leavers = random.nextInt(3);
    for (int leaver = 0; leaver < leavers && !raters.isEmpty(); leaver++) {
      raters.remove(List.copyOf(raters.keySet()).get(random.nextInt(raters.size())));
    }
    int joiners = random.nextInt(3);
    for (int joiner = 0; joiner < joiners; joiner++) {
      raters.put(newcomer(), policy.groups().get(random.nextInt(policy.groups().size())));
    }
    return raters;
  }

  private String newcomer() {
    newcomers++;
    return "rater " + newcomers;
  }

  SubjectAnswers answers(Map<String, String> raters) {
    Map<String, Set<String>> asked = new LinkedHashMap<>();
    for (int competency = 0; competency < COMPETENCIES; competency++) {
      Set<String> names = new LinkedHashSet<>();
      for (int item = 0; item < items; item++) {
        names.add("item " + item);
      }
      asked.put("competency " + competency, names);
    }
    double liking = 1 + 4 * random.nextDouble();
    double discord = random.nextInt(3) * 0.7;
    List<Responder> responders = new ArrayList<>();
    raters.forEach((rater, group) ->
        responders.add(responder(rater, group, asked, liking + discord * random.nextGaussian())));
    return new SubjectAnswers(
        "subject",
        asked,
        responders.stream()
            .filter(each -> !each.ratings().isEmpty() || !each.comments().isEmpty())
            .toList());
  }

  private Responder responder(
      String rater, String group, Map<String, Set<String>> asked, double taste) {
    Map<String, Map<String, Integer>> ratings = new LinkedHashMap<>();
    asked.forEach((competency, names) ->
        names.forEach(item -> {
          if (random.nextDouble() >= skips) {
            ratings
                .computeIfAbsent(competency, _ -> new LinkedHashMap<>())
                .put(item, Math.clamp(Math.round(taste + 0.6 * random.nextGaussian()), 1, 5));
          }
        }));
    List<Comment> comments =
        random.nextBoolean() ? List.of(new Comment("keep", "by " + rater)) : List.of();
    return new Responder(rater, group, ratings, comments);
  }
}
