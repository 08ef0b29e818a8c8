package io.fairlead.methods.disclosure;

import io.fairlead.methods.disclosure.SubjectAnswers.Comment;
import io.fairlead.methods.disclosure.SubjectAnswers.Responder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Which comments are shown, and under which name. Blocks come from the counts of those who
/// answered and the comments' own threshold. A question that fewer than three of a block answered
/// is put together with the block's other such questions; where even those have fewer than three
/// writers, nothing of them is shown, and not how many there were.
final class CommentRule {
  private static final int WRITERS = 3;

  private final ReleasePolicy policy;

  CommentRule(ReleasePolicy policy) {
    this.policy = policy;
  }

  private record Written(String rater, String text) {}

  List<PublishedComments> published(List<Responder> responders, RandomGenerator key) {
    List<PublishedComments> published = new ArrayList<>();
    for (String named : List.of(ReleasePolicy.SELF, ReleasePolicy.MANAGER)) {
      byQuestion(ReleaseRule.in(List.of(named), responders))
          .forEach((question, written) ->
              published.add(comments(Optional.of(question), List.of(named), written, key)));
    }
    for (List<String> groups :
        Partition.of(ReleaseRule.counts(responders), policy.groups(), policy.commentsFrom())) {
      publish(groups, byQuestion(ReleaseRule.in(groups, responders)), published, key);
    }
    return published;
  }

  private static void publish(
      List<String> groups,
      Map<String, List<Written>> questions,
      List<PublishedComments> published,
      RandomGenerator key) {
    List<Written> few = new ArrayList<>();
    questions.forEach((question, written) -> {
      if (writers(written) >= WRITERS) {
        published.add(comments(Optional.of(question), groups, written, key));
      } else {
        few.addAll(written);
      }
    });
    if (writers(few) >= WRITERS) {
      published.add(comments(Optional.empty(), groups, few, key));
    }
  }

  private static int writers(List<Written> written) {
    Set<String> writers = new LinkedHashSet<>();
    written.forEach(each -> writers.add(each.rater()));
    return writers.size();
  }

  private static Map<String, List<Written>> byQuestion(List<Responder> responders) {
    Map<String, List<Written>> questions = new TreeMap<>();
    for (Responder responder : responders) {
      for (Comment comment : responder.comments()) {
        questions
            .computeIfAbsent(comment.question(), _ -> new ArrayList<>())
            .add(new Written(responder.rater(), comment.text()));
      }
    }
    return questions;
  }

  /// Sorted before it is shuffled, so that the order in which they came has no part in it.
  private static PublishedComments comments(
      Optional<String> question, List<String> groups, List<Written> written, RandomGenerator key) {
    List<String> texts = new ArrayList<>(written.stream().map(Written::text).sorted().toList());
    for (int last = texts.size() - 1; last > 0; last--) {
      int other = key.nextInt(last + 1);
      String moved = texts.set(last, texts.get(other));
      texts.set(other, moved);
    }
    return new PublishedComments(question, groups, texts);
  }
}
