package io.fairlead.app.messages;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// What a mail will say, before it is sent; a one-time link in it leads nowhere.
@Service
public class Previews {
  private static final String TOKEN = "\u2026";

  private final Letters letters;
  private final ObjectProvider<LetterSamples> modules;

  Previews(Letters letters, ObjectProvider<LetterSamples> modules) {
    this.letters = letters;
    this.modules = modules;
  }

  /// @param names of the actors that its lines name
  public WrittenLetter written(Words words, Letter letter, Map<UUID, String> names) {
    return letters.written(words, letter, TOKEN, names, true);
  }

  /// A kind of mail as the viewer would get it.
  record Preview(String kind, WrittenLetter letter) {}

  /// Every kind of mail of every module, by kind.
  List<Preview> all(Viewer viewer, Words words) {
    return modules
        .orderedStream()
        .flatMap(module -> module.letterSamples(viewer, words).stream())
        .sorted(Comparator.comparing(LetterSamples.Sample::kind))
        .map(sample ->
            new Preview(
                sample.kind(),
                letters.written(
                    words,
                    sample.letter(),
                    TOKEN,
                    Map.of(viewer.person(), viewer.name()),
                    !sample.outside())))
        .toList();
  }

  /// The HTML part of a kind of mail.
  Optional<String> html(Viewer viewer, Words words, String kind) {
    return all(viewer, words).stream()
        .filter(preview -> preview.kind().equals(kind))
        .map(preview -> letters.html(words, preview.letter()))
        .findFirst();
  }
}
