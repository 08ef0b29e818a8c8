package io.fairlead.app.measures;

import io.fairlead.app.measures.SampleStore.NewSample;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Limits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes samples of what was sent, or says everything that is wrong with it at once; whom nobody
/// named to score takes turns.
final class SampleReading {
  static final int LONGEST_REFERENCE = 500;
  private static final int LONGEST_DIMENSION = 60;
  private static final int LONGEST_SLICE = 120;

  private final Viewer viewer;
  private final Rubric rubric;
  private final MeasureStore measures;
  private final SampleStore samples;
  private final Ids ids;
  private final List<Reason> wrong = new ArrayList<>();

  SampleReading(Viewer viewer, Rubric rubric, MeasureStore measures, SampleStore samples, Ids ids) {
    this.viewer = viewer;
    this.rubric = rubric;
    this.measures = measures;
    this.samples = samples;
    this.ids = ids;
  }

  Outcome<List<NewSample>> read(List<SampleInput> sent) {
    if (sent.isEmpty()) {
      return Outcome.refused(Reason.invalid("samples", "required"));
    }
    if (sent.size() > Samples.MOST) {
      return Outcome.refused(Reason.invalid("samples", "measures.too-many-samples", Samples.MOST));
    }
    if (samples.count(rubric.measure()) + sent.size() > Samples.MOST_OF_MEASURE) {
      return Outcome.refused(
          Reason.of(Reason.Kind.CONFLICT, "measures.samples-full", Samples.MOST_OF_MEASURE));
    }
    Turns turns = new Turns();
    List<NewSample> read = new ArrayList<>();
    for (SampleInput each : sent) {
      read.add(sample(each, "samples[" + read.size() + "].", turns));
    }
    return wrong.isEmpty() ? Outcome.done(read) : Outcome.refused(wrong);
  }

  private NewSample sample(SampleInput sent, String at, Turns turns) {
    String title = text(at + "title", sent.title(), Limits.LINE);
    if (title.isEmpty()) {
      wrong.add(Reason.invalid(at + "title", "required"));
    }
    LocalDate day = Objects.requireNonNullElse(sent.day(), viewer.today());
    if (day.isAfter(viewer.today()) || day.isBefore(RubricVersion.ALWAYS)) {
      wrong.add(Reason.invalid(at + "day", "measures.sample-day"));
    } else if (rubric.isClosed(day)) {
      wrong.add(Reason.invalid(at + "day", "measures.rubric-closed"));
    }
    UUID author = sent.author();
    if (author != null && !measures.strangers(List.of(author), viewer.today()).isEmpty()) {
      wrong.add(Reason.invalid(at + "author", "measures.unknown-person"));
    }
    return new NewSample(
        ids.next(),
        title,
        text(at + "reference", sent.reference(), LONGEST_REFERENCE),
        day,
        author,
        slice(sent, at),
        raters(sent, at, turns));
  }

  private Slice slice(SampleInput sent, String at) {
    String dimension = text(at + "dimension", sent.dimension(), LONGEST_DIMENSION);
    String name = text(at + "slice", sent.slice(), LONGEST_SLICE);
    if (dimension.isEmpty() != name.isEmpty()) {
      wrong.add(Reason.invalid(at + "slice", "measures.slice-half"));
      return Slice.WHOLE;
    }
    return new Slice(dimension, name, null);
  }

  private List<UUID> raters(SampleInput sent, String at, Turns turns) {
    List<UUID> named =
        Objects.requireNonNullElse(sent.raters(), List.<UUID>of()).stream()
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (named.isEmpty()) {
      List<UUID> next = turns.next(sent.author());
      if (next.isEmpty()) {
        wrong.add(Reason.invalid(at + "raters", "measures.no-raters"));
      }
      return next;
    }
    ofRaters(viewer, named, sent.author(), at + "raters", measures).ifPresent(wrong::add);
    return named;
  }

  /// Why these people cannot score it; empty if they can.
  static Optional<Reason> ofRaters(
      Viewer viewer,
      List<UUID> raters,
      @Nullable UUID author,
      String field,
      MeasureStore measures) {
    if (raters.isEmpty()) {
      return Optional.of(Reason.invalid(field, "measures.no-raters"));
    }
    if (raters.size() > RubricReading.MOST_RATERS) {
      return Optional.of(
          Reason.invalid(field, "measures.too-many-people", RubricReading.MOST_RATERS));
    }
    if (author != null && raters.contains(author)) {
      return Optional.of(Reason.invalid(field, "measures.author-scores"));
    }
    return measures.strangers(raters, viewer.today()).isEmpty()
        ? Optional.empty()
        : Optional.of(Reason.invalid(field, "measures.unknown-person"));
  }

  private String text(String field, @Nullable String sent, int longest) {
    String text = Objects.requireNonNullElse(sent, "").strip();
    if (text.length() > longest) {
      wrong.add(Reason.invalid(field, "too-long", longest));
    }
    if (text.indexOf('\0') >= 0) {
      wrong.add(Reason.invalid(field, "measures.unreadable"));
    }
    return text;
  }

  /// Those who score take turns: who was asked least often comes first.
  private final class Turns {
    private final List<UUID> here = new ArrayList<>(rubric.people());
    private final Map<UUID, Integer> asked;

    Turns() {
      here.removeAll(measures.strangers(here, viewer.today()));
      asked = new HashMap<>(samples.asked(rubric.measure(), here));
    }

    List<UUID> next(@Nullable UUID author) {
      List<UUID> next =
          here.stream()
              .filter(each -> !each.equals(author))
              .sorted(Comparator.comparingInt(each -> asked.getOrDefault(each, 0)))
              .limit(rubric.raters())
              .toList();
      next.forEach(each -> asked.merge(each, 1, Integer::sum));
      return next;
    }
  }
}
