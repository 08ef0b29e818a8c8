package io.fairlead.app.goals;

import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.goals.Status;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Saying of an objective or a key result how it stands.
///
/// @param title of the key result, else of the objective
/// @param action where the form goes
/// @param history what was said of this one, newest first
public record StatusPage(
    UUID objective,
    String title,
    String action,
    Drift drift,
    List<StatusOverrides.Entry> history,
    FormState form,
    String key,
    SeenBy seenBy) {
  public StatusPage {
    history = List.copyOf(history);
  }

  public List<Option> statuses(Words words) {
    return Stream.of(Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK, Status.DONE)
        .map(status -> new Option(status.code(), words.text("status." + status.code())))
        .toList();
  }

  /// What is chosen when the form opens: what was sent, else what is said now.
  public String chosen() {
    if (form.wasRefused()) {
      return form.value("status");
    }
    SaidStatus said = drift.said();
    return said == null ? "" : said.status().code();
  }
}
