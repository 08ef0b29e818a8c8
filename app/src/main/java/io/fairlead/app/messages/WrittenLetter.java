package io.fairlead.app.messages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mail in words, as its two parts are made from it.
///
/// @param settings the address where one chooses what one is told; null for who has no account
public record WrittenLetter(
    String subject,
    List<WrittenLine> lines,
    String why,
    String settingsWords,
    @Nullable String settings) {

  /// One sentence.
  ///
  /// @param href whole address; null where it leads nowhere
  /// @param button what stands on its button; null where the sentence itself leads there
  public record WrittenLine(String text, @Nullable String href, @Nullable String button) {}

  /// The part for programs that show no HTML.
  public String text() {
    StringBuilder text = new StringBuilder();
    for (WrittenLine line : lines) {
      text.append(line.text()).append("\r\n");
      if (line.href() != null) {
        text.append(line.href()).append("\r\n");
      }
      text.append("\r\n");
    }
    text.append("-- \r\n").append(why).append("\r\n");
    if (settings != null) {
      text.append(settingsWords).append(": ").append(settings).append("\r\n");
    }
    return text.toString();
  }
}
