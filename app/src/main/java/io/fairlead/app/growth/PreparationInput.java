package io.fairlead.app.growth;

import io.fairlead.app.growth.Preparation.Observation;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A preparation as a form or a program says it. Nothing in it has to be there: half of it helps
/// too.
///
/// @param day when it is booked; missing for not yet
/// @param time in the organisation's zone
/// @param minutes missing for half an hour
/// @param followUp when to look at it again
public record PreparationInput(
    @Nullable List<@Nullable ObservationInput> observations,
    @Nullable String opening,
    @Nullable List<@Nullable String> questions,
    @Nullable LocalDate day,
    @Nullable LocalTime time,
    @Nullable Integer minutes,
    @Nullable String place,
    @Nullable LocalDate followUp) {
  static final int USUAL_MINUTES = 30;
  static final int LONGEST_LINE = 500;
  static final int LONGEST_PLACE = 200;
  private static final int FEWEST_MINUTES = 5;
  private static final int MOST_MINUTES = 480;
  private static final int MOST_YEARS = 2;

  public record ObservationInput(
      @Nullable String situation, @Nullable String behaviour, @Nullable String effect) {}

  /// What was said, as it is kept.
  record Read(
      Preparation preparation,
      @Nullable Instant bookedAt,
      @Nullable Integer minutes,
      @Nullable LocalDate followUp) {}

  Outcome<Read> read(ZoneId zone, LocalDate today) {
    List<Reason> wrong = new ArrayList<>();
    List<Observation> said = new ArrayList<>();
    List<@Nullable ObservationInput> sent = observations == null ? List.of() : observations;
    most(wrong, "observations", sent.size(), Preparation.OBSERVATIONS);
    for (int i = 0; i < Preparation.OBSERVATIONS; i++) {
      ObservationInput each = i < sent.size() ? sent.get(i) : null;
      String at = "observations." + i + ".";
      said.add(
          each == null
              ? Observation.EMPTY
              : new Observation(
                  line(wrong, at + "situation", each.situation(), LONGEST_LINE),
                  line(wrong, at + "behaviour", each.behaviour(), LONGEST_LINE),
                  line(wrong, at + "effect", each.effect(), LONGEST_LINE)));
    }
    List<@Nullable String> asked = questions == null ? List.of() : questions;
    most(wrong, "questions", asked.size(), Preparation.QUESTIONS);
    List<String> own = new ArrayList<>();
    for (int i = 0; i < Preparation.QUESTIONS; i++) {
      String question = i < asked.size() ? asked.get(i) : null;
      own.add(line(wrong, "questions." + i, question, LONGEST_LINE));
    }
    Preparation preparation =
        new Preparation(
            said,
            line(wrong, "opening", opening, LONGEST_LINE),
            own,
            line(wrong, "place", place, LONGEST_PLACE),
            "");
    booked(wrong, today);
    LocalDate next = followUp;
    if (next != null && next.isAfter(today.plusYears(MOST_YEARS))) {
      wrong.add(Reason.invalid("followUp", "conversation.too-far"));
    }
    if (!wrong.isEmpty()) {
      return Outcome.refused(wrong);
    }
    Instant begins = day == null || time == null ? null : day.atTime(time).atZone(zone).toInstant();
    return Outcome.done(
        new Read(
            preparation,
            begins,
            begins == null ? null : Objects.requireNonNullElse(minutes, USUAL_MINUTES),
            next));
  }

  private void booked(List<Reason> wrong, LocalDate today) {
    LocalDate on = day;
    if (on == null && time != null) {
      wrong.add(Reason.invalid("day", "conversation.day-missing"));
    }
    if (on != null && time == null) {
      wrong.add(Reason.invalid("time", "conversation.time-missing"));
    }
    if (on != null
        && (on.isAfter(today.plusYears(MOST_YEARS)) || on.isBefore(today.minusYears(MOST_YEARS)))) {
      wrong.add(Reason.invalid("day", "conversation.too-far"));
    }
    if (minutes != null && (minutes < FEWEST_MINUTES || minutes > MOST_MINUTES)) {
      wrong.add(Reason.invalid("minutes", "conversation.minutes", FEWEST_MINUTES, MOST_MINUTES));
    }
  }

  private static void most(List<Reason> wrong, String field, int sent, int most) {
    if (sent > most) {
      wrong.add(Reason.invalid(field, "conversation.too-many", most));
    }
  }

  static String line(List<Reason> wrong, String field, @Nullable String text, int longest) {
    String said = text == null ? "" : text.strip().replace("\r\n", "\n");
    if (said.length() > longest) {
      wrong.add(Reason.invalid(field, "conversation.too-long", longest));
    }
    return said;
  }
}
