package io.fairlead.methods.disclosure;

import io.fairlead.methods.disclosure.SubjectAnswers.Comment;
import io.fairlead.methods.disclosure.SubjectAnswers.Responder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Answers about Ada, made up for tests.
final class Rounds {
  static final Scale FIVE = new Scale(1, 5);
  static final String LISTENING = "Listening";

  private final List<Responder> responders = new ArrayList<>();
  private final Set<String> items = new LinkedHashSet<>();

  static ReleasePolicy policy(int threshold, int width, int colluders) {
    return new ReleasePolicy(
        FIVE, threshold, 5, width, colluders, ReleaseUnit.COMPETENCY, ReleasePolicy.USUAL_GROUPS);
  }

  /// One rater's answers to the items in turn; null where they could not judge.
  Rounds rated(String group, String rater, @Nullable Integer... answers) {
    Map<String, Integer> ratings = new LinkedHashMap<>();
    for (int item = 0; item < answers.length; item++) {
      items.add("item " + item);
      Integer answer = answers[item];
      if (answer != null) {
        ratings.put("item " + item, answer);
      }
    }
    responders.add(new Responder(rater, group, Map.of(LISTENING, ratings), List.of()));
    return this;
  }

  Rounds wrote(String group, String rater, String question, String text) {
    responders.add(new Responder(rater, group, Map.of(), List.of(new Comment(question, text))));
    return this;
  }

  SubjectAnswers answers() {
    return new SubjectAnswers(
        "Ada", items.isEmpty() ? Map.of() : Map.of(LISTENING, items), responders);
  }

  Published published(ReleasePolicy policy) {
    return new ReleaseRule(policy).published(answers(), RandomGenerator.of("L64X128MixRandom"));
  }

  /// As a table would show them: `peer 4 = 3.5`.
  static List<String> shown(Published published) {
    return published.scores().stream()
        .flatMap(score -> score.blocks().stream())
        .map(block ->
            "%s %d %s %s"
                .formatted(
                    String.join("+", block.groups()),
                    block.n(),
                    block.bound().sign(),
                    block.mean().toPlainString()))
        .toList();
  }
}
