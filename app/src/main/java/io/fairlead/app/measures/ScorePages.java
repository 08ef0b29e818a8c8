package io.fairlead.app.measures;

import io.fairlead.app.measures.RubricSection.Point;
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
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One sample: scoring it, and for the measure's owner what others scored.
@Controller
public class ScorePages {
  /// What a form sends of an item that somebody cannot judge.
  private static final String NONE = "0";

  private final Samples samples;
  private final Scores scores;
  private final SampleForm forms;
  private final Pages pages;
  private final Policy policy;

  ScorePages(Samples samples, Scores scores, SampleForm forms, Pages pages, Policy policy) {
    this.samples = samples;
    this.scores = scores;
    this.forms = forms;
    this.pages = pages;
    this.policy = policy;
  }

  /// @param points all of the scale, those without a description with an empty one
  public record Item(String field, String name, String question, List<Point> points) {
    static Item of(int number, RubricItem item) {
      return new Item(
          ScorePages.field(number),
          item.name(),
          item.question(),
          IntStream.range(0, item.anchors().size())
              .mapToObj(point -> new Point(point + 1, item.anchors().get(point)))
              .toList());
    }
  }

  /// What somebody marked, by item.
  public record Row(String by, List<String> marks, String note) {}

  /// @param facts when it was made, by whom, where it counts
  /// @param link whether the reference is an address that can be opened
  /// @param corrects whether the viewer has scored it before
  /// @param next address of the sample that waits next; null without one
  /// @param rows what the viewer may read of others' scores, and of their own once it is closed
  public record SamplePage(
      Sample sample,
      String facts,
      boolean link,
      int version,
      List<Item> items,
      boolean closed,
      boolean corrects,
      @Nullable String next,
      List<Row> rows,
      FormState form,
      String key,
      SeenBy seenBy,
      SeenBy sampleSeenBy) {}

  @GetMapping("/measures/{id}/samples/{sample}")
  @Guarded(record = "measure-sample", act = "read", fields = "figures")
  ModelAndView one(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, @PathVariable UUID sample) {
    Sample found = found(viewer, id, sample);
    return page(viewer, found, null, Idempotency.freshKey());
  }

  @PostMapping("/measures/{id}/samples/{sample}/scores")
  @Guarded(record = "measure-sample", act = "score", fields = "figures")
  Object score(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID sample,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    Sample found = found(viewer, id, sample);
    int items = scores.rubric(found).map(each -> each.items().size()).orElse(0);
    List<Reason> wrong = new ArrayList<>();
    List<@Nullable Integer> marks = marks(form, items, wrong);
    Integer version = MeasureForm.whole(form, "version", wrong);
    Scores.ScoreInput input = new Scores.ScoreInput(version, marks, form.get("note"));
    Outcome<Scores.SampleScored> outcome =
        wrong.isEmpty() || !found.mayScore()
            ? scores.score(viewer, id, sample, input, form.get("key"))
            : Outcome.refused(wrong);
    return switch (outcome) {
      case Done<Scores.SampleScored>(Scores.SampleScored scored) -> {
        Toasts.leave(response, pages.words().text(said(scored)), null);
        UUID next = scored.corrected() ? sample : samples.next(viewer, id).orElse(sample);
        yield "redirect:/measures/" + id + "/samples/" + next;
      }
      case Refused<Scores.SampleScored> refused -> again(viewer, id, sample, form, refused);
    };
  }

  @PostMapping("/measures/{id}/samples/{sample}/raters")
  @Guarded(record = "measure", act = "enter", fields = "figures")
  Object ask(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID sample,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    List<Reason> wrong = new ArrayList<>();
    List<UUID> raters = forms.raters(viewer, form, wrong);
    Optional<Sample> found = samples.find(viewer, id, sample).filter(Sample::mayRead);
    Outcome<UUID> outcome =
        wrong.isEmpty() || found.isEmpty()
            ? samples.ask(viewer, id, sample, raters, form.get("key"))
            : Outcome.refused(wrong);
    return switch (outcome) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text("rubric.asked"), null);
        yield "redirect:/measures/" + id + "/samples/" + sample;
      }
      case Refused<UUID> refused -> again(viewer, id, sample, form, refused);
    };
  }

  @PostMapping("/measures/{id}/samples/{sample}/withdrawal")
  @Guarded(record = "measure", act = "enter", fields = "figures")
  String withdraw(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID sample,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    if (samples.withdraw(viewer, id, sample, form.get("key")) instanceof Refused<UUID> refused) {
      throw new RefusedException(refused);
    }
    Toasts.leave(response, pages.words().text("rubric.withdrawn"), null);
    return "redirect:/measures/" + id + "/samples";
  }

  /// The page again, with what was sent and why it was refused.
  private ModelAndView again(
      Viewer viewer, UUID id, UUID sample, Map<String, String> form, Refused<?> refused) {
    Reason.Kind kind = refused.reasons().getFirst().kind();
    if (kind == Reason.Kind.NOT_FOUND || kind == Reason.Kind.FORBIDDEN) {
      throw new RefusedException(refused);
    }
    ModelAndView page =
        page(
            viewer,
            found(viewer, id, sample),
            new FormState(form, refused.reasons()),
            MeasureForms.key(form));
    page.setStatus(Errors.status(refused.reasons()));
    return page;
  }

  private static String said(Scores.SampleScored scored) {
    if (!scored.counts()) {
      return "rubric.scored-too-little";
    }
    return scored.corrected() ? "rubric.score-corrected" : "rubric.score-saved";
  }

  /// An item that nobody answered is asked for again: that it cannot be judged is said, not left
  /// out.
  private static List<@Nullable Integer> marks(
      Map<String, String> form, int items, List<Reason> wrong) {
    List<@Nullable Integer> marks = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      String sent = form.getOrDefault(field(item), "");
      if (!sent.matches("\\d")) {
        wrong.add(Reason.invalid(field(item), "measures.mark-missing"));
      }
      marks.add(
          sent.equals(NONE) || !sent.matches("\\d") ? null : (Integer) Integer.parseInt(sent));
    }
    return marks;
  }

  private static String field(int item) {
    return "mark-" + item;
  }

  private Sample found(Viewer viewer, UUID id, UUID sample) {
    return samples
        .find(viewer, id, sample)
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  /// @param sent what was refused; null for what stands
  private ModelAndView page(Viewer viewer, Sample sample, @Nullable FormState sent, String key) {
    Words words = pages.words();
    RubricVersion rubric = scores.rubric(sample).orElseThrow();
    List<SampleScore> readable = scores.of(viewer, sample.measure(), sample.id());
    boolean closed = scores.isClosed(sample);
    Optional<SampleScore> mine =
        readable.stream().filter(each -> each.rater().equals(viewer.person())).findFirst();
    return pages.show(
        "measures/sample",
        sample.title(),
        Place.MEASURES,
        policy.seenBy(words, RubricRules.SCORE, RubricRules.FIGURES),
        new SamplePage(
            sample,
            facts(words, sample),
            sample.reference().matches("https?://\\S+"),
            rubric.version(),
            IntStream.range(0, rubric.items().size())
                .mapToObj(item -> Item.of(item, rubric.items().get(item)))
                .toList(),
            closed,
            mine.isPresent(),
            samples
                .next(viewer, sample.measure())
                .filter(next -> !next.equals(sample.id()))
                .map(next -> "/measures/" + sample.measure() + "/samples/" + next)
                .orElse(null),
            readable.stream()
                .filter(each -> closed || !each.rater().equals(viewer.person()))
                .map(each -> row(words, each))
                .toList(),
            state(sample, mine, sent),
            key,
            policy.seenBy(words, RubricRules.SCORE, RubricRules.FIGURES),
            policy.seenBy(words, RubricRules.SAMPLE, RubricRules.FIGURES)));
  }

  private static String facts(Words words, Sample sample) {
    String day = words.plainDate(sample.day());
    return sample.authorName() == null
        ? words.text("rubric.sample-of", day)
        : words.text("rubric.sample-by", day, sample.authorName());
  }

  private static String named(Sample.Rater rater) {
    return rater.name() == null ? rater.person().toString() : rater.name();
  }

  /// What stands, under what was sent and refused.
  private static FormState state(
      Sample sample, Optional<SampleScore> mine, @Nullable FormState sent) {
    Map<String, String> values = new HashMap<>();
    values.put(
        "raters", String.join("\n", sample.raters().stream().map(ScorePages::named).toList()));
    mine.ifPresent(score -> {
      List<OptionalInt> marks = score.marks();
      for (int item = 0; item < marks.size(); item++) {
        OptionalInt mark = marks.get(item);
        values.put(field(item), mark.isPresent() ? Integer.toString(mark.getAsInt()) : NONE);
      }
      values.put("note", score.note());
    });
    if (sent == null) {
      return new FormState(values, List.of());
    }
    values.putAll(sent.values());
    return new FormState(values, sent.reasons());
  }

  private static Row row(Words words, SampleScore score) {
    return new Row(
        score.name() == null ? words.text("measures.somebody") : score.name(),
        score.marks().stream()
            .map(mark -> mark.isPresent() ? Integer.toString(mark.getAsInt()) : "–")
            .toList(),
        score.note());
  }
}
