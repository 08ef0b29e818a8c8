package io.fairlead.cli;

import io.fairlead.methods.disclosure.AnswerFile;
import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.Bound;
import io.fairlead.methods.disclosure.Gap;
import io.fairlead.methods.disclosure.Others;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.PublishedComments;
import io.fairlead.methods.disclosure.PublishedScore;
import io.fairlead.methods.disclosure.RoundRelease;
import io.fairlead.methods.disclosure.Scale;
import java.io.PrintWriter;
import java.util.Optional;

/// The answer of `feedback release` for people, reviewee by reviewee.
final class ReleaseTable {
  private static final String WITHHELD = "not shown";

  private ReleaseTable() {}

  static void print(
      PrintWriter out, Scale scale, AnswerFile.Subjects answers, RoundRelease release) {
    answers.stream().map(release::published).forEach(published -> print(out, scale, published));
  }

  private static void print(PrintWriter out, Scale scale, Published published) {
    out.println(Columns.plain(published.subject()));
    Columns columns =
        new Columns().text("COMPETENCY").text("GROUPS").figure("RATERS").figure("MEAN").text("");
    for (PublishedScore score : published.scores()) {
      String name =
          score.item().map(item -> score.competency() + ", " + item).orElse(score.competency());
      for (BlockValue block : score.blocks()) {
        columns.row(name, String.join(", ", block.groups()), "" + block.n(), value(block), "");
      }
      String others = score.others(scale).map(ReleaseTable::value).orElse(WITHHELD);
      columns.row(name, "all others", "", others, reading(score.gap(scale)));
    }
    columns.print(out);
    published.comments().forEach(comments -> print(out, comments));
    out.println();
  }

  private static String value(BlockValue block) {
    return block.bound() == Bound.EXACT
        ? block.mean().toPlainString()
        : block.bound().sign() + " " + block.mean().toPlainString();
  }

  private static String value(Others others) {
    return others.low().compareTo(others.high()) == 0
        ? others.low().toPlainString()
        : others.low().toPlainString() + " to " + others.high().toPlainString();
  }

  private static String reading(Optional<Gap> gap) {
    return switch (gap.map(Gap::reading).orElse(Gap.Reading.NONE)) {
      case BLIND_SPOT -> "blind spot";
      case HIDDEN_STRENGTH -> "hidden strength";
      case NONE -> "";
    };
  }

  private static void print(PrintWriter out, PublishedComments comments) {
    out.println();
    out.println(
        Columns.plain(
            "%s, from %s:"
                .formatted(
                    comments.item().orElse("several questions"),
                    String.join(", ", comments.groups()))));
    comments.texts().forEach(text -> out.println("  – " + Columns.plain(text)));
  }
}
