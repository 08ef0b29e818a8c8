package io.fairlead.app.goals;

import io.fairlead.app.goals.CheckIns.ToUpdate;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.UUID;

/// "Update my goals" as it is shown.
///
/// @param after what was saved just now; empty before
/// @param form what was typed, and why it was refused
/// @param key lets the form take effect once
/// @param person whose draft the browser keeps
public record UpdatePage(
    List<ToUpdate> rows, List<CheckIns.Updated> after, FormState form, UUID key, String person) {

  /// Why nothing was saved, where the reason belongs to no row.
  public List<String> general(Words words) {
    return form.reasons().stream()
        .filter(reason -> reason.fieldName() == null)
        .map(words::refusal)
        .toList();
  }
}
