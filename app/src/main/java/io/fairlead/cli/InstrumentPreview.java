package io.fairlead.cli;

import io.fairlead.methods.instruments.CommentQuestion;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Item;
import io.fairlead.methods.instruments.LocalText;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.instruments.Section;
import java.io.PrintWriter;
import java.util.Locale;

/// An instrument as one kind of rater reads it, for people.
final class InstrumentPreview {
  private final PrintWriter out;
  private final String language;
  private final Relationship reader;

  private InstrumentPreview(PrintWriter out, String language, Relationship reader) {
    this.out = out;
    this.language = language;
    this.reader = reader;
  }

  static void print(PrintWriter out, Instrument instrument, Relationship reader) {
    new InstrumentPreview(out, instrument.languages().getFirst(), reader).print(instrument);
  }

  private void print(Instrument instrument) {
    line("%s, as %s reads it".formatted(text(instrument.name()), who()));
    line(
        String.format(
            Locale.ROOT,
            "Items: %d, comments: %d, about %.1f minutes. %s",
            instrument.items().size(),
            instrument.comments().size(),
            instrument.estimatedMinutes(),
            status(instrument)));
    instrument.sections().forEach(this::section);
    if (!instrument.comments().isEmpty()) {
      line("");
      instrument.comments().forEach(this::comment);
    }
  }

  private static String status(Instrument instrument) {
    return switch (instrument.validity().status()) {
      case NOT_YET_VALIDATED -> "Not yet validated.";
      case VALIDATED -> "Validated, as its sheet says.";
    };
  }

  private String who() {
    return switch (reader) {
      case SELF -> "the person";
      case MANAGER -> "their manager";
      case PEER -> "a peer";
      case REPORT -> "somebody who reports to them";
      case CROSSFUNCTIONAL -> "somebody of another team";
      case OTHER -> "somebody from outside";
      case MEMBER -> "somebody of the team";
    };
  }

  private void section(Section section) {
    line("");
    line(text(section.name()));
    section.items().forEach(this::item);
  }

  private void item(Item item) {
    line("  " + text(item.text(reader)));
    for (int point = 1; point <= item.anchors().size(); point++) {
      line("    %d  %s".formatted(point, text(item.anchors().get(point - 1))));
    }
  }

  private void comment(CommentQuestion question) {
    line(text(question.text()) + (question.required() ? "" : " (may be left out)"));
  }

  private String text(LocalText text) {
    return Columns.plain(text.in(language));
  }

  private void line(String line) {
    out.println(line);
  }
}
