package io.fairlead.app.talk;

import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A conversation with the box to say something, as a page of its own and, shorter, in the drawer
/// of its objective.
///
/// @param form what was written and why it was refused
/// @param link the same for a link
/// @param unclear names in the text that are several people's
/// @param answering the comment that is answered
/// @param newest whether it ends with the newest comment
/// @param drawer whether it stands in the drawer
public record TalkPage(
    Conversation conversation,
    FormState form,
    FormState link,
    List<Mentions.Unclear> unclear,
    @Nullable Comment answering,
    boolean newest,
    boolean drawer,
    UUID key) {

  public List<ReactionKind> reactions() {
    return List.of(ReactionKind.values());
  }

  public String goal() {
    return "/goals/" + conversation.about().objective();
  }

  /// Every reason why the text is refused.
  public @Nullable String textError(Words words) {
    String sentences =
        form.reasons().stream()
            .filter(reason -> "text".equals(reason.fieldName()))
            .map(words::refusal)
            .collect(Collectors.joining(" "));
    return sentences.isEmpty() ? null : sentences;
  }
}
