package io.fairlead.app.rights;

import io.fairlead.app.platform.words.Words;
import io.fairlead.app.rights.ProcessingRecord.ActPart;
import io.fairlead.app.rights.ProcessingRecord.Category;
import io.fairlead.app.rights.ProcessingRecord.Kept;
import io.fairlead.app.rights.ProcessingRecord.Paper;
import io.fairlead.app.rights.ProcessingRecord.Part;
import java.util.List;

/// The paper as Markdown, to keep and to compare with a later one line by line.
final class PaperText {
  private PaperText() {}

  static String markdown(Words words, Paper paper) {
    StringBuilder text = new StringBuilder();
    line(text, "# " + words.text("paper.title") + ": " + paper.organisation());
    line(text, paper.version());
    line(text, "## " + words.text("paper.categories"));
    for (Category category : paper.categories()) {
      line(text, "### " + category.name());
      line(text, category.purpose());
      for (Part part : category.parts()) {
        text.append("- **").append(part.name()).append("** ").append(part.seenBy()).append('\n');
        for (ActPart act : part.acts()) {
          text.append("  - ").append(act.act()).append(": ").append(act.who()).append('\n');
        }
      }
      text.append('\n');
    }
    line(text, "## " + words.text("paper.kept"));
    for (Kept kept : paper.kept()) {
      text.append("- **")
          .append(kept.name())
          .append("** ")
          .append(kept.howLong())
          .append(' ')
          .append(kept.from())
          .append('\n');
    }
    list(text, "", paper.fixed());
    list(text, words.text("paper.erasing"), paper.erasing());
    list(
        text,
        words.text("paper.recipients"),
        paper.recipients().isEmpty()
            ? List.of(words.text("paper.recipients.none"))
            : paper.recipients());
    list(text, words.text("paper.measures"), paper.measures());
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append("\n\n");
  }

  private static void list(StringBuilder text, String head, List<String> items) {
    if (!head.isEmpty()) {
      line(text, "## " + head);
    }
    items.forEach(item -> text.append("- ").append(item).append('\n'));
    text.append('\n');
  }
}
