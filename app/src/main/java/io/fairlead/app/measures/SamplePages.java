package io.fairlead.app.measures;

import io.fairlead.app.measures.ScoreStore.OfSample;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.web.TableExport;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The samples of a period: which there are, who scored them, and adding more.
@Controller
public class SamplePages {
  private final Measures measures;
  private final Rubrics rubrics;
  private final Samples samples;
  private final Scores scores;
  private final SampleForm forms;
  private final Pages pages;
  private final Policy policy;

  SamplePages(
      Measures measures,
      Rubrics rubrics,
      Samples samples,
      Scores scores,
      SampleForm forms,
      Pages pages,
      Policy policy) {
    this.measures = measures;
    this.rubrics = rubrics;
    this.samples = samples;
    this.scores = scores;
    this.forms = forms;
    this.pages = pages;
    this.policy = policy;
  }

  /// @param scored `1 of 2`
  public record Row(
      UUID id, String title, String day, String author, String raters, String scored) {}

  /// @param planned how many of the plan there are, in a sentence; null while there is no rubric
  /// @param before address of the period before
  /// @param after that of the one after; null for the running one
  /// @param closes the day by which this period is closed; null where that cannot be
  /// @param opens whether it is closed and can be opened
  public record ListPage(
      Measure measure,
      String period,
      String day,
      @Nullable String planned,
      List<Row> rows,
      String before,
      @Nullable String after,
      boolean closed,
      @Nullable String closes,
      @Nullable String opens,
      FormState form,
      String key,
      SeenBy seenBy) {}

  @GetMapping("/measures/{id}/samples")
  @Guarded(record = "measure", act = "enter", fields = "figures")
  ModelAndView list(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String day) {
    return list(viewer, id, day, FormState.EMPTY, Idempotency.freshKey());
  }

  private ModelAndView list(Viewer viewer, UUID id, String asked, FormState form, String key) {
    Measure measure =
        measures.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    if (!measure.mayEnter()) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    Words words = pages.words();
    Frequency frequency = measure.plan().frequency();
    LocalDate day = Objects.requireNonNullElse(MeasureActPages.day(asked), viewer.today());
    LocalDate from = frequency.first(day);
    LocalDate to = frequency.last(day);
    Optional<Rubric> rubric = rubrics.find(viewer, id);
    List<Sample> found = samples.list(viewer, id, from, to);
    boolean closed = rubric.filter(each -> each.isClosed(to)).isPresent();
    boolean over = to.isBefore(viewer.today());
    String here = "/measures/" + id + "/samples?day=";
    SeenBy seenBy = policy.seenBy(words, RubricRules.SAMPLE, RubricRules.FIGURES);
    return pages.show(
        "measures/samples",
        words.text("rubric.samples-of", measure.plan().name()),
        Place.MEASURES,
        seenBy,
        new ListPage(
            measure,
            from.equals(to)
                ? words.plainDate(from)
                : words.text("rubric.period", words.plainDate(from), words.plainDate(to)),
            from.toString(),
            rubric
                .map(each -> words.text("rubric.planned", found.size(), each.samples()))
                .orElse(null),
            found.stream().map(each -> row(words, each)).toList(),
            here + from.minusDays(1),
            over ? here + to.plusDays(1) : null,
            closed,
            measure.mayChange() && over && !closed && rubric.isPresent() ? to.toString() : null,
            measure.mayChange() && closed ? from.minusDays(1).toString() : null,
            form,
            key,
            seenBy));
  }

  private static Row row(Words words, Sample sample) {
    return new Row(
        sample.id(),
        sample.title(),
        words.plainDate(sample.day()),
        sample.authorName() == null ? "" : sample.authorName(),
        String.join(
            ", ",
            sample.raters().stream()
                .map(each -> each.name() == null ? words.text("measures.somebody") : each.name())
                .toList()),
        words.text("rubric.scored-of", sample.scored(), sample.raters().size()));
  }

  @PostMapping("/measures/{id}/samples")
  @Guarded(record = "measure", act = "enter", fields = "figures")
  Object add(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    SampleForm.Sent sent = forms.read(viewer, form);
    Outcome<Samples.AddedSamples> outcome =
        sent.wrong().isEmpty()
            ? samples.add(viewer, id, sent.samples(), form.get("key"))
            : Outcome.refused(sent.wrong());
    String day = form.getOrDefault("shown", "");
    return switch (outcome) {
      case Done<Samples.AddedSamples>(Samples.AddedSamples added) -> {
        Toasts.leave(response, pages.words().text("rubric.added", added.samples().size()), null);
        LocalDate first = sent.samples().getFirst().day();
        yield "redirect:/measures/" + id + "/samples?day=" + (first == null ? day : first);
      }
      case Refused<Samples.AddedSamples>(List<Reason> reasons) -> {
        List<Reason> shown =
            reasons.stream()
                .map(each -> SampleForm.shown(pages.words(), each, sent.pasted()))
                .toList();
        ModelAndView page =
            list(viewer, id, day, new FormState(form, shown), MeasureForms.key(form));
        page.setStatus(Errors.status(reasons));
        yield page;
      }
    };
  }

  @GetMapping("/measures/{id}/scores.csv")
  @Guarded(record = "measure-score", act = "read", fields = "figures")
  void csv(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, HttpServletResponse response)
      throws IOException {
    List<OfSample> all = scores.ofMeasure(viewer, id);
    if (all.isEmpty()) {
      throw new RefusedException(Reason.notFound());
    }
    int items = all.stream().mapToInt(each -> each.score().marks().size()).max().orElse(0);
    TableExport.send(
        response,
        "scores",
        TableExport.Format.CSV,
        Stream.concat(
                Stream.of("date", "sample", "rater", "version"),
                Stream.concat(
                    Stream.iterate(1, item -> item + 1).limit(items).map(item -> "item " + item),
                    Stream.of("note")))
            .toList(),
        row -> all.forEach(each -> row.accept(cells(each, items))));
  }

  private static List<@Nullable Object> cells(OfSample each, int items) {
    SampleScore score = each.score();
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(each.day());
    cells.add(each.title());
    cells.add(score.name());
    cells.add(score.version());
    List<@Nullable Integer> marks = score.plainMarks();
    for (int item = 0; item < items; item++) {
      cells.add(item < marks.size() ? marks.get(item) : null);
    }
    cells.add(score.note());
    return cells;
  }
}
