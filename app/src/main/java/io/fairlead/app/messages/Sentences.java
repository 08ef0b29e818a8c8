package io.fairlead.app.messages;

import io.fairlead.app.messages.NoticeStore.Told;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was told, in words.
final class Sentences {
  private Sentences() {}

  static String of(Words words, Told told) {
    return of(words, told.key(), told.actor() == null, told.actorName(), told.parameters());
  }

  /// @param nobody whether nobody did it, such as a date that came near
  /// @param actorName null also for somebody who was erased
  static String of(
      Words words,
      String key,
      boolean nobody,
      @Nullable String actorName,
      List<String> parameters) {
    if (!words.has(key)) {
      return words.text("inbox.of-an-older-version");
    }
    String who =
        nobody
            ? words.organisation()
            : Objects.requireNonNullElseGet(actorName, () -> words.text("inbox.somebody"));
    return words.text(key, Stream.concat(Stream.of(who), parameters.stream()).toArray());
  }
}
