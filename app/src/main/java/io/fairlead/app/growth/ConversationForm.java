package io.fairlead.app.growth;

import io.fairlead.app.growth.PreparationInput.ObservationInput;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.methods.coaching.conversations.Situation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A preparation as the fields of a form.
final class ConversationForm {
  private ConversationForm() {}

  /// @param wrong what could not even be read
  record Sent(PreparationInput input, List<Reason> wrong) {}

  static Sent read(Map<String, String> form) {
    List<Reason> wrong = new ArrayList<>();
    List<@Nullable ObservationInput> observations = new ArrayList<>();
    for (int i = 0; i < Preparation.OBSERVATIONS; i++) {
      String at = "observations." + i + ".";
      observations.add(
          new ObservationInput(
              form.get(at + "situation"), form.get(at + "behaviour"), form.get(at + "effect")));
    }
    List<@Nullable String> questions = new ArrayList<>();
    for (int i = 0; i < Preparation.QUESTIONS; i++) {
      questions.add(form.get("questions." + i));
    }
    return new Sent(
        new PreparationInput(
            observations,
            form.get("opening"),
            questions,
            FocusForm.day(wrong, form, "day"),
            time(wrong, form),
            minutes(wrong, form),
            form.get("place"),
            FocusForm.day(wrong, form, "followUp")),
        wrong);
  }

  private static @Nullable LocalTime time(List<Reason> wrong, Map<String, String> form) {
    String text = form.getOrDefault("time", "").strip();
    try {
      return text.isEmpty() ? null : LocalTime.parse(text);
    } catch (DateTimeParseException _) {
      wrong.add(Reason.invalid("time", "conversation.not-a-time"));
      return null;
    }
  }

  private static @Nullable Integer minutes(List<Reason> wrong, Map<String, String> form) {
    String text = form.getOrDefault("minutes", "").strip();
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("\\d{1,4}")) {
      wrong.add(Reason.invalid("minutes", "conversation.minutes", 5, 480));
      return null;
    }
    return Integer.parseInt(text);
  }

  /// What a sheet begins with: the situation's sentence and questions, and its day to look again.
  static FormState begun(Situation situation, LocalDate today) {
    Map<String, String> values = new HashMap<>();
    values.put("opening", situation.opening());
    for (int i = 0; i < situation.questions().size(); i++) {
      values.put("questions." + i, situation.questions().get(i));
    }
    values.put("minutes", Integer.toString(PreparationInput.USUAL_MINUTES));
    values.put("followUp", today.plusDays(situation.followUpDays()).toString());
    return new FormState(values, List.of());
  }

  static FormState of(PreparedConversation conversation, Preparation preparation, ZoneId zone) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < preparation.observations().size(); i++) {
      Preparation.Observation each = preparation.observations().get(i);
      String at = "observations." + i + ".";
      values.put(at + "situation", each.situation());
      values.put(at + "behaviour", each.behaviour());
      values.put(at + "effect", each.effect());
    }
    for (int i = 0; i < preparation.questions().size(); i++) {
      values.put("questions." + i, preparation.questions().get(i));
    }
    values.put("opening", preparation.opening());
    values.put("place", preparation.place());
    values.put(
        "minutes",
        Integer.toString(
            conversation.minutes() == 0 ? PreparationInput.USUAL_MINUTES : conversation.minutes()));
    Instant booked = conversation.bookedAt();
    if (booked != null) {
      values.put("day", booked.atZone(zone).toLocalDate().toString());
      values.put("time", booked.atZone(zone).toLocalTime().toString());
    }
    values.put("followUp", Objects.toString(conversation.followUp(), ""));
    return new FormState(values, List.of());
  }

  /// All fields beside which a reason is shown.
  static String[] fields() {
    List<String> fields =
        new ArrayList<>(List.of("opening", "day", "time", "minutes", "place", "followUp"));
    for (int i = 0; i < Preparation.OBSERVATIONS; i++) {
      for (String part : List.of("situation", "behaviour", "effect")) {
        fields.add("observations." + i + "." + part);
      }
    }
    for (int i = 0; i < Preparation.QUESTIONS; i++) {
      fields.add("questions." + i);
    }
    return fields.toArray(String[]::new);
  }
}
