package io.fairlead.app.messages;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a mail says, before it is put into words: keys of message bundles with their parameters, so
/// that a waiting mail holds no finished text. It is written when it is sent.
///
/// @param subject key of the subject; `{0}` is the organisation's name, `{1}` and on the parameters
/// @param why key of the last sentence, which says why one gets this
public record Letter(String subject, List<String> parameters, List<Line> lines, String why) {
  public Letter {
    parameters = List.copyOf(parameters);
    lines = List.copyOf(lines);
  }

  /// Whether a link of it carries the mail's own token.
  boolean carriesToken() {
    return lines.stream()
        .map(Line::link)
        .anyMatch(link -> link != null && link.contains(Line.TOKEN));
  }

  /// One sentence of a mail, and where it leads.
  ///
  /// @param key the sentence: `{0}` is the actor's name (the organisation's where there is none)
  /// @param link a path of this server in which `{token}` stands for the mail's own token; null
  ///   where it leads nowhere
  /// @param button key of the words on the button that leads there; null: the sentence itself does
  public record Line(
      String key,
      List<String> parameters,
      @Nullable UUID actor,
      @Nullable String link,
      @Nullable String button) {
    static final String TOKEN = "{token}";

    public Line {
      parameters = List.copyOf(parameters);
      if (link != null && (!link.startsWith("/") || link.startsWith("//"))) {
        throw new IllegalArgumentException("a mail leads to this server");
      }
    }

    public static Line of(String key, String... parameters) {
      return new Line(key, List.of(parameters), null, null, null);
    }

    /// The same with a button.
    public Line leading(String to, String words) {
      return new Line(key, parameters, actor, to, words);
    }
  }
}
