package io.fairlead.app.feedback;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A comment as a steward sees it: without whom it is about, what it answers, or who wrote it.
///
/// @param because null unless somebody asked to withhold it
/// @param isWithheld whether a second person agreed
public record StewardComment(
    UUID id, String words, @Nullable StewardReason because, boolean isWithheld) {
  public boolean isAsked() {
    return because != null && !isWithheld;
  }
}
