package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.AnswerRules.comment;
import static io.fairlead.app.feedback.AnswerRules.rating;

import io.fairlead.app.platform.Reason;
import io.fairlead.methods.instruments.CommentQuestion;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A sheet as a form sends it: one field an answer, named as refusals name it.
///
/// @param unreadable fields that hold no number
record AnswerForm(AnswerSheet sheet, List<Reason> unreadable) {
  static final String HAND_IN = "hand-in";
  private static final String RATINGS = rating("");
  private static final String COMMENTS = comment("");

  static AnswerForm of(Map<String, String> sent) {
    List<Reason> unreadable = new ArrayList<>();
    Map<String, Integer> ratings = new TreeMap<>();
    Map<String, String> comments = new TreeMap<>();
    sent.forEach((field, value) -> {
      if (field.startsWith(RATINGS) && !value.isBlank()) {
        ratings.put(field.substring(RATINGS.length()), number(field, value, unreadable));
      } else if (field.startsWith(COMMENTS) && !value.isBlank()) {
        comments.put(field.substring(COMMENTS.length()), value.replace("\r\n", "\n").strip());
      }
    });
    String spent = sent.getOrDefault("seconds", "");
    int seconds = spent.isBlank() ? 0 : number("seconds", spent, unreadable);
    boolean handedIn =
        HAND_IN.equals(sent.get("act")) || "true".equals(sent.getOrDefault("handedIn", ""));
    return new AnswerForm(
        new AnswerSheet(ratings, comments, sent.getOrDefault("at", ""), seconds, handedIn),
        unreadable);
  }

  private static int number(String field, String value, List<Reason> unreadable) {
    if (value.strip().matches("-?\\d{1,6}")) {
      return Integer.parseInt(value.strip());
    }
    unreadable.add(Reason.invalid(field, "malformed"));
    return 0;
  }

  /// The sheet's answers by field, in the order of the questions; empty where there is none.
  static Map<String, String> fields(Instrument questions, AnswerSheet sheet) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Item item : questions.items()) {
      Integer points = sheet.ratings().get(item.id());
      fields.put(rating(item.id()), points == null ? "" : points.toString());
    }
    for (CommentQuestion question : questions.comments()) {
      fields.put(comment(question.id()), sheet.comments().getOrDefault(question.id(), ""));
    }
    return fields;
  }
}
