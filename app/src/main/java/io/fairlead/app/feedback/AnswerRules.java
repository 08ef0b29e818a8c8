package io.fairlead.app.feedback;

import io.fairlead.app.platform.Reason;
import io.fairlead.methods.instruments.CommentQuestion;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What may stand on a sheet of these questions. Reasons name the field, not what was written.
final class AnswerRules {
  static final int LONGEST_COMMENT = 4_000;
  private static final int LONGEST_VISIT = 24 * 60 * 60;

  private AnswerRules() {}

  /// The field of an answer to an item, in forms, JSON and refusals alike.
  static String rating(String item) {
    return "ratings." + item;
  }

  static String comment(String question) {
    return "comments." + question;
  }

  static List<Reason> problems(Instrument questions, AnswerSheet sheet) {
    Set<String> items = questions.items().stream().map(Item::id).collect(Collectors.toSet());
    Set<String> open =
        questions.comments().stream().map(CommentQuestion::id).collect(Collectors.toSet());
    List<Reason> problems = new ArrayList<>();
    sheet
        .ratings()
        .forEach((item, points) -> {
          if (!items.contains(item)) {
            problems.add(Reason.invalid(rating(item), "feedback.answer-unknown"));
          } else if (points < AnswerSheet.CANNOT_JUDGE || points > questions.points()) {
            problems.add(
                Reason.invalid(rating(item), "feedback.answer-outside", questions.points()));
          }
        });
    sheet
        .comments()
        .forEach((question, text) -> {
          if (!open.contains(question)) {
            problems.add(Reason.invalid(comment(question), "feedback.answer-unknown"));
          } else if (text.length() > LONGEST_COMMENT) {
            problems.add(
                Reason.invalid(
                    comment(question), "feedback.answer-long", text.length(), LONGEST_COMMENT));
          } else if (text.indexOf('\0') >= 0) {
            problems.add(Reason.invalid(comment(question), "unstorable"));
          }
        });
    if (!sheet.at().isEmpty() && !items.contains(sheet.at()) && !open.contains(sheet.at())) {
      problems.add(Reason.invalid("at", "feedback.answer-unknown"));
    }
    if (sheet.seconds() < 0 || sheet.seconds() > LONGEST_VISIT) {
      problems.add(Reason.invalid("seconds", "malformed"));
    }
    if (sheet.handedIn()) {
      problems.addAll(unwritten(questions, sheet));
    }
    return problems;
  }

  private static List<Reason> unwritten(Instrument questions, AnswerSheet sheet) {
    return questions.comments().stream()
        .filter(question -> question.required() && !sheet.comments().containsKey(question.id()))
        .map(question -> Reason.invalid(comment(question.id()), "feedback.answer-unwritten"))
        .toList();
  }
}
