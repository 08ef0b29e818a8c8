package io.fairlead.app.messages;

import io.fairlead.app.messages.WrittenLetter.WrittenLine;
import io.fairlead.app.platform.web.Templates;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts letters into words. Whatever people wrote goes in as a parameter: it is never read as a
/// template, a key, a header or markup.
@Component
class Letters {
  private final Templates templates;
  private final MailSettings settings;

  Letters(Templates templates, MailSettings settings) {
    this.templates = templates;
    this.settings = settings;
  }

  /// @param names of the actors that its lines name
  /// @param account whether its reader has one, in which they choose what they are told
  WrittenLetter written(
      Words words,
      Letter letter,
      @Nullable String token,
      Map<UUID, String> names,
      boolean account) {
    String subject =
        words.text(
            letter.subject(),
            Stream.concat(
                    Stream.of(PlainText.line(words.organisation())),
                    letter.parameters().stream().map(PlainText::line))
                .toArray());
    return new WrittenLetter(
        PlainText.line(subject),
        letter.lines().stream().map(line -> written(words, line, token, names)).toList(),
        words.text(letter.why(), PlainText.line(words.organisation())),
        words.text("messages.preferences"),
        account ? settings.url() + "/account/messages" : null);
  }

  private WrittenLine written(
      Words words, Letter.Line line, @Nullable String token, Map<UUID, String> names) {
    UUID actor = line.actor();
    List<String> parameters = line.parameters().stream().map(PlainText::line).toList();
    String name = actor == null ? null : names.get(actor);
    String text =
        Sentences.of(
            words,
            line.key(),
            actor == null,
            name == null ? null : PlainText.line(name),
            parameters);
    String link = line.link();
    String button = line.button();
    return new WrittenLine(
        PlainText.line(text),
        link == null
            ? null
            : settings.url() + (token == null ? link : link.replace(Letter.Line.TOKEN, token)),
        button == null ? null : words.text(button));
  }

  String html(Words words, WrittenLetter letter) {
    return templates.html("messages/letter", Map.of("words", words, "letter", letter));
  }
}
