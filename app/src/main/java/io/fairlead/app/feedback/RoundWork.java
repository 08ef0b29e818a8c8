package io.fairlead.app.feedback;

import io.fairlead.app.disclosure.Remains;
import io.fairlead.app.disclosure.Sealing;
import io.fairlead.app.disclosure.Sealing.Folder;
import io.fairlead.methods.disclosure.BlockRule;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.PublishedScore;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.ReleaseRule;
import io.fairlead.methods.disclosure.ReleaseRule.ReleasedBlock;
import io.fairlead.methods.disclosure.SubjectAnswers;
import io.fairlead.methods.disclosure.SubjectAnswers.Responder;
import io.fairlead.methods.disclosure.attack.Gate;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Relationship;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// What is made of a round's answers while they are sealed, in that one transaction: each
/// reviewee's report by the release rule, what is left of the scores it rests on, and how sure the
/// round's figures are. Nothing else of the answers outlives it.
final class RoundWork implements Sealing.Work {
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Somebody who was asked.
  ///
  /// @param known by which the ledger knows them in other rounds too
  /// @param chosenByReviewee whether the reviewee picked them
  /// @param age of the slip: 0 for the one that they hold, 1 for that before their address was
  ///   corrected, and so on
  record Asked(UUID known, Relationship relationship, boolean chosenByReviewee, int age) {}

  /// A slip with something on it.
  private record Written(Asked by, AnswerSheet sheet) {
    /// Of what one rater wrote with several links, one counts: what they handed in, and the newer
    /// of two alike.
    static final Comparator<Written> STANDING =
        Comparator.comparing((Written each) -> each.sheet.handedIn())
            .thenComparingInt(each -> -each.by.age);
  }

  private final Instrument questions;
  private final ReleaseRule rule;
  private final Gate gate;
  private final RoundFigures figures = new RoundFigures();
  private final Map<UUID, UUID> subjects;
  private final Map<UUID, Asked> asked;
  private final JsonMapper json;
  private final Result result;

  /// Where what comes out goes; inside the transaction.
  interface Result {
    void begin();

    /// @param writers of the comments, who are forgotten once this returns
    void publish(UUID subject, Published published, CommentWriters writers);

    void finish(RoundFigures figures);
  }

  /// @param subjects by whom the ledger knows them as
  /// @param asked by slip
  RoundWork(
      Instrument questions,
      ReleasePolicy policy,
      Map<UUID, UUID> subjects,
      Map<UUID, Asked> asked,
      JsonMapper json,
      Result result) {
    this.questions = questions;
    this.rule = new ReleaseRule(policy);
    this.gate = new Gate(policy);
    this.subjects = subjects;
    this.asked = asked;
    this.json = json;
    this.result = result;
  }

  /// @throws IllegalStateException where the attacker finds something in what may be published for
  ///   these counts: the rule is at fault, and the round stays as it is
  @Override
  public Remains remains(Folder folder, Map<UUID, byte[]> sheets, List<Set<UUID>> earlier) {
    Map<UUID, Written> standing = new LinkedHashMap<>();
    sheets.forEach((slip, words) -> {
      Written written =
          new Written(
              Objects.requireNonNull(asked.get(slip)), json.readValue(words, AnswerSheet.class));
      if (says(responder(written.by(), written.sheet()))) {
        standing.merge(written.by().known(), written, BinaryOperator.maxBy(Written.STANDING));
      }
    });
    Map<Responder, Asked> responders = new LinkedHashMap<>();
    standing
        .values()
        .forEach(written -> {
          responders.put(responder(written.by(), written.sheet()), written.by());
          figures.took(written.sheet().seconds());
        });
    figures.add(questions, responders.keySet());
    SubjectAnswers answers =
        new SubjectAnswers(
            folder.subject().toString(), items(), ReviewersChoice.without(responders, rule));
    if (!gate.violations(answers).isEmpty()) {
      throw new IllegalStateException(
          "the release rule fails its attacker for a reviewee's counts");
    }
    ReleaseRule.Release release = rule.release(answers, sets(earlier), RANDOM);
    result.publish(
        Objects.requireNonNull(subjects.get(folder.subject())),
        release.published(),
        new CommentWriters(answers.responders(), RANDOM));
    return remains(answers, release);
  }

  @Override
  public void begin() {
    result.begin();
  }

  @Override
  public void finish() {
    result.finish(figures);
  }

  private static boolean says(Responder responder) {
    return !responder.ratings().isEmpty() || !responder.comments().isEmpty();
  }

  private Responder responder(Asked rater, AnswerSheet sheet) {
    Map<String, Map<String, Integer>> ratings = new HashMap<>();
    questions
        .items()
        .forEach(item -> {
          int rating = sheet.ratings().getOrDefault(item.id(), AnswerSheet.CANNOT_JUDGE);
          if (rating != AnswerSheet.CANNOT_JUDGE) {
            ratings.computeIfAbsent(item.competency(), _ -> new HashMap<>()).put(item.id(), rating);
          }
        });
    List<SubjectAnswers.Comment> comments = new ArrayList<>();
    questions
        .comments()
        .forEach(question -> {
          String words = sheet.comments().getOrDefault(question.id(), "").strip();
          if (!words.isEmpty()) {
            comments.add(new SubjectAnswers.Comment(question.id(), words));
          }
        });
    return new Responder(rater.known().toString(), rater.relationship().code(), ratings, comments);
  }

  private Map<String, Set<String>> items() {
    Map<String, Set<String>> items = new LinkedHashMap<>();
    questions
        .items()
        .forEach(item ->
            items.computeIfAbsent(item.competency(), _ -> new LinkedHashSet<>()).add(item.id()));
    return items;
  }

  private static List<Set<String>> sets(List<Set<UUID>> earlier) {
    return earlier.stream()
        .map(set -> set.stream().map(UUID::toString).collect(Collectors.toSet()))
        .toList();
  }

  /// The members' scores behind each published figure, and who was a member.
  private Remains remains(SubjectAnswers answers, ReleaseRule.Release release) {
    List<Remains.Score> scores = new ArrayList<>();
    List<Remains.Member> members = new ArrayList<>();
    for (ReleasedBlock block : release.blocks()) {
      String label = String.join("+", block.groups());
      block
          .raters()
          .forEach(rater -> members.add(new Remains.Member(label, UUID.fromString(rater))));
      for (PublishedScore score : release.published().scores()) {
        if (score.blocks().stream().anyMatch(value -> value.groups().equals(block.groups()))) {
          scores(answers, block, score, label, scores);
        }
      }
    }
    return new Remains(scores, List.of(), members);
  }

  private void scores(
      SubjectAnswers answers,
      ReleasedBlock block,
      PublishedScore score,
      String label,
      List<Remains.Score> scores) {
    int asked =
        score.item().isPresent()
            ? 1
            : answers.items().getOrDefault(score.competency(), Set.of()).size();
    String name = score.item().orElse(score.competency());
    for (Responder responder : answers.responders()) {
      if (block.raters().contains(responder.rater())) {
        Map<String, Integer> rated = responder.ratings().getOrDefault(score.competency(), Map.of());
        Collection<Integer> counted =
            score
                .item()
                .map(item ->
                    rated.containsKey(item)
                        ? List.of(rated.getOrDefault(item, 0))
                        : List.<Integer>of())
                .orElseGet(() -> List.copyOf(rated.values()));
        if (BlockRule.counts(counted.size(), asked)) {
          long sum = counted.stream().mapToLong(Integer::longValue).sum();
          scores.add(
              new Remains.Score(
                  label,
                  name,
                  Math.toIntExact(Math.round((double) sum * Remains.PARTS / counted.size()))));
        }
      }
    }
  }
}
