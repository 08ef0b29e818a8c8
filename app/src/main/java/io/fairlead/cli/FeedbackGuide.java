package io.fairlead.cli;

import io.fairlead.methods.coaching.GeneralGuide;
import io.fairlead.methods.coaching.Guide;
import io.fairlead.methods.coaching.Report;
import io.fairlead.methods.disclosure.Scale;
import io.fairlead.methods.instruments.About;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.ItemBank;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `fairlead feedback guide`
@Command(
    name = "guide",
    description = "Say what a published report may mean, and how to talk about it.",
    footer = {
      "",
      "RELEASES.json is what `feedback release --json` printed. A guide has up to three",
      "patterns; it is for those who may read the report, and for nobody else.",
      "Without a file it is the general guide to a debrief, as Markdown.",
      "Exit code 0, or 2 if a file cannot be used."
    })
final class FeedbackGuide implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "0..1", paramLabel = "RELEASES.json", description = "A published round.")
  private @Nullable Path file;

  @Option(
      names = "--policy",
      paramLabel = "POLICY.yaml",
      description = "Its policy, for the scale; without it five points.")
  private @Nullable Path policyFile;

  @Option(
      names = "--instrument",
      paramLabel = "INSTRUMENT.yaml",
      description = "Its instrument, for competencies of your own.")
  private @Nullable Path instrumentFile;

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description = "The guide of this reviewee alone.")
  private @Nullable String subject;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  FeedbackGuide(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (file == null) {
      general();
      return ExitCode.FINE;
    }
    List<Guide> guides = guides(file);
    if (json) {
      Json.write(terminal.out(), out -> GuideJson.write(out, guides));
    } else {
      guides.forEach(guide -> GuideText.print(terminal.out(), guide));
    }
    return ExitCode.FINE;
  }

  private void general() {
    if (subject != null || policyFile != null || instrumentFile != null) {
      throw new BadInput("name a published round (RELEASES.json) as well");
    }
    if (json) {
      Json.write(terminal.out(), out -> LessonJson.write(out, GeneralGuide.shipped()));
    } else {
      terminal.out().print(GeneralGuide.markdown());
    }
  }

  private List<Guide> guides(Path path) {
    Scale scale = policyFile == null ? new Scale(1, 5) : FeedbackFiles.policy(policyFile).scale();
    Map<String, About> about = about();
    List<Guide> guides =
        FeedbackFiles.published(path, scale).stream()
            .filter(published -> subject == null || published.subject().equals(subject))
            .map(published -> Guide.of(new Report(published, about, Map.of())))
            .toList();
    if (guides.isEmpty()) {
      throw new BadInput(
          subject == null
              ? path.getFileName() + " holds no reviewee"
              : "%s holds no reviewee %s".formatted(path.getFileName(), Columns.plain(subject)));
    }
    return guides;
  }

  /// What the competencies and items of the bank are about, and those of the instrument.
  private Map<String, About> about() {
    Map<String, About> about = new HashMap<>();
    ItemBank.shipped().competencies().forEach(each -> about.put(each.id(), each.about()));
    ItemBank.shipped().items().forEach(each -> about.put(each.id(), each.about()));
    if (instrumentFile != null) {
      Instrument instrument = FeedbackFiles.instrument(terminal, instrumentFile);
      instrument.competencies().values().forEach(each -> about.put(each.id(), each.about()));
      instrument.items().forEach(each -> about.put(each.id(), each.about()));
    }
    return about;
  }
}
