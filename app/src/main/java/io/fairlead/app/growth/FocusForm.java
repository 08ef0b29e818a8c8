package io.fairlead.app.growth;

import io.fairlead.app.growth.FocusInput.ActionInput;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.web.FormState;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody works on as the fields of a form.
final class FocusForm {
  private FocusForm() {}

  /// @param wrong what could not even be read
  record Sent(FocusInput input, List<Reason> wrong) {}

  static Sent read(Map<String, String> form) {
    List<Reason> wrong = new ArrayList<>();
    List<@Nullable ActionInput> actions = new ArrayList<>();
    for (int place = 0; place < FocusReading.MOST_ACTIONS; place++) {
      String at = "actions." + place + ".";
      actions.add(
          new ActionInput(
              form.get(at + "text"),
              day(wrong, form, at + "due"),
              day(wrong, form, at + "doneOn")));
    }
    return new Sent(
        new FocusInput(
            form.get("behaviour"),
            form.get("doing"),
            form.get("support"),
            form.get("success"),
            day(wrong, form, "starts"),
            day(wrong, form, "review"),
            actions),
        wrong);
  }

  static @Nullable LocalDate day(List<Reason> wrong, Map<String, String> form, String field) {
    String text = form.getOrDefault(field, "").strip();
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      wrong.add(Reason.invalid(field, "plan.not-a-day"));
      return null;
    }
  }

  static FormState of(Focus focus) {
    Map<String, String> values = new HashMap<>();
    values.put("behaviour", Objects.toString(focus.behaviour(), ""));
    values.put("doing", focus.doing());
    values.put("support", focus.support());
    values.put("success", focus.success());
    values.put("starts", focus.starts().toString());
    values.put("review", focus.review().toString());
    for (int place = 0; place < focus.actions().size(); place++) {
      Focus.Action action = focus.actions().get(place);
      String at = "actions." + place + ".";
      values.put(at + "text", action.text());
      values.put(at + "due", Objects.toString(action.due(), ""));
      values.put(at + "doneOn", Objects.toString(action.doneOn(), ""));
    }
    return new FormState(values, List.of());
  }

  /// All fields beside which a reason is shown.
  static String[] fields() {
    return Stream.concat(
            Stream.of("doing", "support", "success", "starts", "review"),
            IntStream.range(0, FocusReading.MOST_ACTIONS)
                .boxed()
                .flatMap(
                    place -> Stream.of("actions." + place + ".text", "actions." + place + ".due")))
        .toArray(String[]::new);
  }
}
