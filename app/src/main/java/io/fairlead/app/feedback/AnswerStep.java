package io.fairlead.app.feedback;

import io.fairlead.app.platform.web.FormState;
import io.fairlead.methods.instruments.CommentQuestion;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.LocalText;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.instruments.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What is asked on one screen of a desk: the questions of one competency that follow each other,
/// or the comments.
///
/// @param id for addresses within the page
/// @param name empty for the comments
/// @param section the heading above it; empty for the comments
public record AnswerStep(String id, String name, String section, List<Item> items, boolean isNow) {

  /// One question.
  ///
  /// @param field in the form
  /// @param text as this rater reads it
  /// @param points what one sees at each point, from 1; empty for a comment
  /// @param value what was answered; empty where nothing was
  public record Item(
      String id,
      String field,
      String text,
      List<String> points,
      boolean required,
      String value,
      boolean isNow) {
    public boolean isRated() {
      return !points.isEmpty();
    }

    public boolean isAnswered() {
      return !value.isEmpty();
    }

    public boolean has(int point) {
      return value.equals(Integer.toString(point));
    }
  }

  /// Of comments, which may be left out, one is enough.
  public boolean isDone() {
    return isComments()
        ? items.stream().anyMatch(Item::isAnswered)
            && items.stream().allMatch(item -> item.isAnswered() || !item.required())
        : items.stream().allMatch(Item::isAnswered);
  }

  public boolean isComments() {
    return name.isEmpty();
  }

  /// @param subject the first name of whom it is about
  /// @param language of the texts, where the instrument has it
  /// @param at the question at which they go on; the first when there is no such
  static List<AnswerStep> of(
      Instrument questions,
      Relationship rater,
      String subject,
      String language,
      FormState form,
      String at) {
    String now = known(questions, at) ? at : first(questions);
    List<AnswerStep> steps = new ArrayList<>();
    for (Section section : questions.sections()) {
      List<io.fairlead.methods.instruments.Item> together = new ArrayList<>();
      for (var item : section.items()) {
        if (!together.isEmpty() && !together.getFirst().competency().equals(item.competency())) {
          steps.add(step(questions, section, together, rater, subject, language, form, now, steps));
          together.clear();
        }
        together.add(item);
      }
      if (!together.isEmpty()) {
        steps.add(step(questions, section, together, rater, subject, language, form, now, steps));
      }
    }
    if (!questions.comments().isEmpty()) {
      List<Item> comments =
          questions.comments().stream().map(each -> comment(each, language, form, now)).toList();
      steps.add(new AnswerStep("comments", "", "", comments, hasNow(comments)));
    }
    return List.copyOf(steps);
  }

  private static boolean known(Instrument questions, String at) {
    return questions.items().stream().anyMatch(item -> item.id().equals(at))
        || questions.comments().stream().anyMatch(question -> question.id().equals(at));
  }

  private static String first(Instrument questions) {
    return questions.items().isEmpty()
        ? questions.comments().getFirst().id()
        : questions.items().getFirst().id();
  }

  private static boolean hasNow(List<Item> items) {
    return items.stream().anyMatch(Item::isNow);
  }

  private static AnswerStep step(
      Instrument questions,
      Section section,
      List<io.fairlead.methods.instruments.Item> together,
      Relationship rater,
      String subject,
      String language,
      FormState form,
      String now,
      List<AnswerStep> before) {
    String competency = together.getFirst().competency();
    List<Item> items =
        together.stream()
            .map(item -> {
              String field = AnswerRules.rating(item.id());
              return new Item(
                  item.id(),
                  field,
                  said(item.text(rater).in(language), rater, subject),
                  item.anchors().stream().map(anchor -> anchor.in(language)).toList(),
                  false,
                  form.value(field),
                  item.id().equals(now));
            })
            .toList();
    LocalText name = Objects.requireNonNull(questions.competencies().get(competency)).name();
    return new AnswerStep(
        "step-" + (before.size() + 1),
        name.in(language),
        section.name().in(language),
        items,
        hasNow(items));
  }

  private static Item comment(
      CommentQuestion question, String language, FormState form, String now) {
    String field = AnswerRules.comment(question.id());
    return new Item(
        question.id(),
        field,
        question.text().in(language),
        List.of(),
        question.required(),
        form.value(field),
        question.id().equals(now));
  }

  /// The wording for others goes on after the person's name; that of a self rating begins with "I",
  /// and that of a team is a sentence of its own.
  private static String said(String text, Relationship rater, String subject) {
    if (rater == Relationship.SELF || rater == Relationship.MEMBER || text.length() < 2) {
      return text;
    }
    boolean abbreviation = Character.isUpperCase(text.charAt(1));
    return subject
        + " "
        + (abbreviation ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1));
  }
}
