package io.fairlead.app.growth;

import io.fairlead.app.growth.FocusInput.ActionInput;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.methods.instruments.Behaviour;
import io.fairlead.methods.instruments.BehaviourLibrary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an input says, once it says enough; else everything that is wrong with it.
record FocusReading(
    @Nullable String behaviour,
    String doing,
    String support,
    String success,
    LocalDate starts,
    LocalDate review,
    List<Focus.Action> actions) {
  static final int MOST_ACTIONS = 6;
  static final int LONGEST_SENTENCE = 500;
  static final int LONGEST_TEXT = 2_000;
  private static final int MOST_YEARS = 2;

  static Outcome<FocusReading> of(FocusInput input, String language, LocalDate today) {
    List<Reason> wrong = new ArrayList<>();
    String id = blank(input.behaviour()) ? null : input.behaviour();
    Optional<Behaviour> known =
        id == null ? Optional.empty() : BehaviourLibrary.shipped().find(id.strip());
    if (id != null && known.isEmpty()) {
      wrong.add(Reason.invalid("behaviour", "plan.no-such-behaviour"));
    }
    String doing = said(input.doing(), known.map(each -> each.does().in(language)).orElse(""));
    String success = said(input.success(), known.map(each -> each.shows().in(language)).orElse(""));
    if (doing.isEmpty()) {
      wrong.add(Reason.invalid("doing", "plan.doing-missing"));
    }
    longest(wrong, "doing", doing, LONGEST_SENTENCE);
    longest(wrong, "success", success, LONGEST_TEXT);
    String support = said(input.support(), "");
    longest(wrong, "support", support, LONGEST_TEXT);
    LocalDate starts = input.starts() == null ? today : input.starts();
    if (starts.isBefore(today.minusYears(MOST_YEARS))
        || starts.isAfter(today.plusYears(MOST_YEARS))) {
      wrong.add(Reason.invalid("starts", "plan.too-far"));
    }
    LocalDate review = input.review();
    if (review == null) {
      wrong.add(Reason.invalid("review", "plan.review-missing"));
    } else {
      reviewed(wrong, starts, review, today);
    }
    List<Focus.Action> actions = actions(wrong, input.actions(), today);
    return wrong.isEmpty() && review != null
        ? Outcome.done(
            new FocusReading(
                known.map(Behaviour::id).orElse(null),
                doing,
                support,
                success,
                starts,
                review,
                actions))
        : Outcome.refused(wrong);
  }

  /// Whether a day may be the next to look at it.
  static void reviewed(List<Reason> wrong, LocalDate starts, LocalDate review, LocalDate today) {
    if (review.isBefore(starts)) {
      wrong.add(Reason.invalid("review", "plan.review-before-start"));
    } else if (review.isAfter(today.plusYears(MOST_YEARS))) {
      wrong.add(Reason.invalid("review", "plan.too-far"));
    }
  }

  static void longest(List<Reason> wrong, String field, String text, int longest) {
    if (text.length() > longest) {
      wrong.add(Reason.invalid(field, "plan.too-long", longest));
    }
  }

  private static List<Focus.Action> actions(
      List<Reason> wrong, @Nullable List<@Nullable ActionInput> sent, LocalDate today) {
    List<Focus.Action> actions = new ArrayList<>();
    if (sent == null) {
      return actions;
    }
    for (int place = 0; place < sent.size(); place++) {
      ActionInput action = sent.get(place);
      String at = "actions." + place + ".";
      if (action == null || blank(action.text())) {
        if (action != null && action.due() != null) {
          wrong.add(Reason.invalid(at + "text", "plan.action-missing"));
        }
        continue;
      }
      String text = said(action.text(), "");
      longest(wrong, at + "text", text, LONGEST_SENTENCE);
      LocalDate due = action.due();
      if (due != null && due.isAfter(today.plusYears(MOST_YEARS))) {
        wrong.add(Reason.invalid(at + "due", "plan.too-far"));
      }
      actions.add(new Focus.Action(text, due, action.doneOn()));
    }
    if (actions.size() > MOST_ACTIONS) {
      wrong.add(Reason.invalid("actions", "plan.too-many-actions", MOST_ACTIONS));
    }
    return actions;
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static String said(@Nullable String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : text.strip().replace("\r\n", "\n");
  }
}
