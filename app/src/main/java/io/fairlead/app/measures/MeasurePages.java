package io.fairlead.app.measures;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Choice;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.web.TableExport;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// Measures as small pictures, one beside the other, and one of them with its usual range, what
/// left it, and what happened.
@Controller
public class MeasurePages {
  private static final int WIDE = 960;
  private static final int WIDE_HEIGHT = 340;
  private static final int NARROW = 350;
  private static final int NARROW_HEIGHT = 260;
  private static final int SAID = 40;

  /// Values that the table beside the picture has, unless somebody asks for all.
  private static final int ROWS = 366;

  private static final int INVENTORY = 200;

  private final Measures measures;
  private final MeasureList list;
  private final Standings standings;
  private final MeasureEvents events;
  private final Alerts alerts;
  private final MeasureUnits units;
  private final RubricSection rubric;
  private final Pages pages;
  private final Policy policy;

  MeasurePages(
      Measures measures,
      MeasureList list,
      Standings standings,
      MeasureEvents events,
      Alerts alerts,
      MeasureUnits units,
      RubricSection rubric,
      Pages pages,
      Policy policy) {
    this.measures = measures;
    this.list = list;
    this.standings = standings;
    this.events = events;
    this.alerts = alerts;
    this.units = units;
    this.rubric = rubric;
    this.pages = pages;
    this.policy = policy;
  }

  /// A measure as a small picture with its words.
  public record Tile(
      UUID id,
      String name,
      String latest,
      String behaviour,
      Zone zone,
      int alerts,
      @Nullable SmallChart chart,
      String said) {}

  /// @param next address of the next page; null on the last
  public record ListPage(
      String matching,
      String unit,
      List<Option> units,
      List<Choice> views,
      String view,
      List<Tile> tiles,
      boolean filtered,
      boolean mayDefine,
      @Nullable String previous,
      @Nullable String next) {}

  @GetMapping("/measures")
  @Guarded(record = "measure", act = "read", fields = "figures")
  ModelAndView list(
      @AuthenticationPrincipal Viewer viewer, @RequestParam Map<String, String> sent) {
    Words words = pages.words();
    String view = sent.getOrDefault("view", "");
    int page = number(sent.get("page"));
    MeasureQuery query =
        new MeasureQuery(
            sent.getOrDefault("q", "").strip(),
            id(sent.get("unit")),
            Tense.find(view).filter(tense -> tense != Tense.UNSAID).orElse(null),
            view.equals("mine") ? viewer.person() : null,
            view.equals("alerts"),
            view.equals("retired"),
            page * MeasureQuery.PAGE,
            MeasureQuery.PAGE + 1);
    List<MeasureCard> found = list.list(viewer, query);
    List<Tile> tiles =
        found.stream().limit(MeasureQuery.PAGE).map(each -> tile(words, each)).toList();
    return pages.show(
        "measures/list",
        words.text("measures.title"),
        Place.MEASURES,
        policy.seenBy(words, MeasureRules.RECORD, MeasureRules.FIGURES),
        new ListPage(
            query.matching(),
            sent.getOrDefault("unit", ""),
            units.options(words),
            views(words, sent, view),
            view,
            tiles,
            !query.matching().isEmpty() || query.unit() != null || !view.isEmpty(),
            measures.mayDefine(viewer),
            page == 0 ? null : address(sent, "page", Integer.toString(page - 1)),
            found.size() > MeasureQuery.PAGE
                ? address(sent, "page", Integer.toString(page + 1))
                : null));
  }

  /// The units a measure can belong to, the whole organisation first.
  public List<Option> units(Words words) {
    return units.options(words);
  }

  /// A measure as its tile.
  public static Tile tile(Words words, MeasureCard card) {
    MeasurePlan plan = card.measure().plan();
    Standing standing = card.standing();
    return new Tile(
        card.measure().id(),
        plan.name(),
        MeasureWords.latest(words, plan, standing),
        MeasureWords.behaviour(words, standing),
        standing.zone(),
        card.alerts(),
        SmallChart.of(standing, plan.way()),
        String.valueOf(BehaviourChart.said(words, plan, standing)));
  }

  private static List<Choice> views(Words words, Map<String, String> sent, String view) {
    return Stream.of("", "alerts", "mine", "leading", "lagging", "retired")
        .map(each ->
            Choice.of(
                words.text("measures.view." + (each.isEmpty() ? "all" : each)),
                address(sent, "view", each),
                each.equals(view)))
        .toList();
  }

  /// The same list with one thing different; from its first page unless that is what differs.
  private static String address(Map<String, String> sent, String name, String value) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/measures");
    for (String each : List.of("q", "unit", "view", "page")) {
      String now = each.equals(name) ? value : each.equals("page") ? "" : sent.get(each);
      if (now != null && !now.isEmpty() && !now.equals("0")) {
        address.queryParam(each, now);
      }
    }
    return address.encode().toUriString();
  }

  /// One measure.
  ///
  /// @param rows of the table, the newest first, of `count` values; `all` where somebody asked for
  ///   all
  /// @param rubric what scored samples come to; null where values come from elsewhere
  public record OnePage(
      Measure measure,
      String code,
      String sentence,
      @Nullable String range,
      String kind,
      String owner,
      @Nullable String target,
      @Nullable BehaviourChart wide,
      @Nullable BehaviourChart narrow,
      String drawn,
      List<ChartRow> rows,
      int count,
      boolean all,
      List<Choice> slices,
      String slice,
      List<AlertRow> alerts,
      List<EventRow> events,
      List<SaidRow> said,
      FormState form,
      String key,
      SeenBy seenBy,
      LocalDate today,
      List<String> notes,
      @Nullable Shifted shifted,
      RubricSection.@Nullable Section rubric) {
    /// Whether the table leaves out older values.
    public boolean hasMore() {
      return rows.size() < count;
    }

    public boolean hasCorrections() {
      return said.stream().anyMatch(SaidRow::replaced);
    }
  }

  /// Something may have changed for good.
  ///
  /// @param since the first day of it, as the form takes it
  public record Shifted(String said, LocalDate since) {}

  public record ChartRow(String day, String value, String signal) {}

  public record AlertRow(
      UUID id, String words, boolean stands, boolean worse, @Nullable String answer, String by) {}

  public record EventRow(UUID id, String day, MeasureEvent event, String by, boolean mayWithdraw) {}

  public record SaidRow(String day, String value, String by, String at, boolean replaced) {}

  @GetMapping("/measures/{id}")
  @Guarded(record = "measure", act = "read", fields = "figures")
  ModelAndView one(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String slice,
      @RequestParam(defaultValue = "") String since,
      @RequestParam(defaultValue = "false") boolean all) {
    FormState form =
        since.matches("\\d{4}-\\d{2}-\\d{2}")
            ? new FormState(Map.of("event-day", since, "rebases", "on"), List.of())
            : FormState.EMPTY;
    return one(viewer, id, slice, all, form, Idempotency.freshKey());
  }

  /// The page again, with what was sent and why it was refused.
  ModelAndView one(Viewer viewer, UUID id, String slice, FormState form, String key) {
    return one(viewer, id, slice, false, form, key);
  }

  private ModelAndView one(
      Viewer viewer, UUID id, String slice, boolean whole, FormState form, String key) {
    Measure measure =
        measures.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    Words words = pages.words();
    List<Standing> all = standings.readable(viewer, id);
    Standing standing = chosen(all, slice);
    Behaviour behaviour = standings.behaviour(id, standing.series());
    List<MeasureEvent> happened = events.standing(id);
    List<Target> targets = measures.targets(viewer, id);
    MeasurePlan plan = measure.plan();
    boolean drawn = !behaviour.values().isEmpty();
    return pages.show(
        "measures/one",
        plan.name(),
        Place.MEASURES,
        MeasureRules.seenBy(words, plan.audience()),
        new OnePage(
            measure,
            measure.code(),
            MeasureWords.behaviour(words, standing),
            MeasureWords.range(words, plan, standing),
            MeasureWords.kind(words, plan),
            measure.ownerName() == null ? words.text("measures.somebody") : measure.ownerName(),
            plan.target() == null
                ? null
                : MeasureWords.figure(words, plan, plan.target().doubleValue()),
            drawn
                ? BehaviourChart.of(words, plan, behaviour, happened, targets, WIDE, WIDE_HEIGHT)
                : null,
            drawn
                ? BehaviourChart.of(
                    words, plan, behaviour, happened, targets, NARROW, NARROW_HEIGHT)
                : null,
            String.valueOf(BehaviourChart.said(words, plan, standing)),
            rows(words, plan, behaviour, whole ? Integer.MAX_VALUE : ROWS),
            behaviour.values().size(),
            whole,
            slices(words, id, all, standing),
            standing.slice().isWhole() ? "" : standing.series().toString(),
            alerts.of(viewer, id).stream().map(each -> row(words, plan, each)).toList(),
            happened.stream().map(each -> row(words, viewer, measure, each)).toList(),
            said(words, plan, standing.series()),
            form,
            key,
            MeasureRules.seenBy(words, plan.audience()),
            words.today(),
            notes(words, measure, standing, behaviour),
            behaviour
                .outsideSince()
                .map(day -> new Shifted(words.text("measures.shifted", words.plainDate(day)), day))
                .orElse(null),
            rubric.of(words, viewer, measure)));
  }

  /// The series of a part, as its address names it; of the whole where it names none.
  static Standing chosen(List<Standing> all, String slice) {
    return all.stream()
        .filter(each ->
            slice.isEmpty() ? each.slice().isWhole() : each.series().toString().equals(slice))
        .findFirst()
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  /// The newest first.
  private static List<ChartRow> rows(Words words, MeasurePlan plan, Behaviour behaviour, int most) {
    List<ChartRow> rows = new ArrayList<>();
    String[] signals = new String[behaviour.values().size()];
    behaviour
        .signals()
        .forEach(each -> {
          if (signals[each.index()] == null) {
            signals[each.index()] = words.text("measures.rule-name." + each.rule().code());
          }
        });
    int size = behaviour.values().size();
    for (int i = size - 1; i >= Math.max(0, size - most); i--) {
      DayValue value = behaviour.values().get(i);
      rows.add(
          new ChartRow(
              words.plainDate(value.day()),
              MeasureWords.figure(words, plan, value.value()),
              signals[i] == null ? "" : signals[i]));
    }
    return rows;
  }

  private static List<Choice> slices(Words words, UUID id, List<Standing> all, Standing chosen) {
    if (all.size() < 2) {
      return List.of();
    }
    return all.stream()
        .map(each ->
            Choice.of(
                MeasureWords.slice(words, each.slice(), each.personName()),
                "/measures/" + id + (each.slice().isWhole() ? "" : "?slice=" + each.series()),
                each.series().equals(chosen.series())))
        .toList();
  }

  private static AlertRow row(Words words, MeasurePlan plan, Alert alert) {
    String figure = MeasureWords.figure(words, plan, alert.value());
    String said =
        alert.kind() == Alert.Kind.THRESHOLD
            ? words.text("measures.alert.threshold", words.date(alert.day()), figure)
            : words.text(
                "measures.alert.signal",
                words.date(alert.day()),
                figure,
                words.text("measures.rule-name." + alert.rule()));
    return new AlertRow(
        alert.id(),
        said,
        alert.stands(),
        Boolean.TRUE.equals(alert.worse()),
        alert.stands() ? null : alert.answer(),
        alert.answeredBy() == null ? words.text("measures.somebody") : alert.answeredBy());
  }

  private static EventRow row(Words words, Viewer viewer, Measure measure, MeasureEvent event) {
    boolean mine = viewer.name().equals(event.by()) && !event.rebases();
    return new EventRow(
        event.id(),
        words.plainDate(event.day()),
        event,
        event.by() == null ? words.text("measures.somebody") : event.by(),
        measure.mayChange() || mine);
  }

  private List<SaidRow> said(Words words, MeasurePlan plan, UUID series) {
    List<SaidRow> rows = new ArrayList<>();
    LocalDate day = null;
    for (EnteredValue each : standings.entered(series, SAID)) {
      Double value = each.value();
      rows.add(
          new SaidRow(
              words.plainDate(each.day()),
              value == null
                  ? words.text("measures.taken-back")
                  : MeasureWords.figure(words, plan, value),
              by(words, plan, each),
              words.day(each.at()),
              each.day().equals(day)));
      day = each.day();
    }
    return rows;
  }

  private static String by(Words words, MeasurePlan plan, EnteredValue entered) {
    if (entered.by() != null) {
      return entered.by();
    }
    return words.text(plan.source() == Source.RUBRIC ? "rubric.from-scores" : "measures.somebody");
  }

  /// What a reader should know of how the range was found.
  private static List<String> notes(
      Words words, Measure measure, Standing standing, Behaviour behaviour) {
    List<String> notes = new ArrayList<>();
    behaviour
        .trend()
        .ifPresent(trend -> notes.add(MeasureWords.trend(words, measure.plan(), trend)));
    behaviour
        .current()
        .ifPresent(stretch -> {
          if (stretch.natural() != null) {
            notes.add(
                words.text(
                    "measures.note.baseline",
                    stretch.baseline(),
                    words.plainDate(behaviour.values().get(stretch.from()).day())));
          }
        });
    if (behaviour.isSeasonal()) {
      notes.add(words.text("measures.note.seasonal"));
    }
    if (behaviour.isWithoutPast()) {
      notes.add(words.text("measures.note.without-past"));
    }
    if (standing.lastDay() != null
        && !measure.retired()
        && measure.plan().frequency().isLate(standing.lastDay(), words.today())) {
      notes.add(words.text("measures.note.late", words.date(standing.lastDay())));
    }
    return notes;
  }

  @GetMapping("/measures/{id}/values.csv")
  @Guarded(record = "measure", act = "read", fields = "figures")
  void csv(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, HttpServletResponse response)
      throws IOException {
    export(viewer, id, TableExport.Format.CSV, response);
  }

  @GetMapping("/measures/{id}/values.xlsx")
  @Guarded(record = "measure", act = "read", fields = "figures")
  void xlsx(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, HttpServletResponse response)
      throws IOException {
    export(viewer, id, TableExport.Format.XLSX, response);
  }

  private void export(
      Viewer viewer, UUID id, TableExport.Format format, HttpServletResponse response)
      throws IOException {
    Measure measure =
        measures.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    List<Standing> all = standings.readable(viewer, id);
    TableExport.send(
        response,
        measure.code(),
        format,
        List.of("measure", "date", "value", "dimension", "slice"),
        row -> {
          for (Standing each : all) {
            UUID person = each.slice().person();
            String slice = person == null ? each.slice().name() : each.personName();
            for (DayValue value : standings.values(each.series())) {
              row.accept(
                  Arrays.asList(
                      measure.code(), value.day(), value.value(), each.slice().dimension(), slice));
            }
          }
        });
  }

  /// One row of the inventory.
  ///
  /// @param gaps what is missing, in words
  public record InventoryRow(
      UUID id,
      String name,
      String owner,
      String kind,
      String latest,
      String decision,
      boolean pays,
      List<String> gaps) {}

  /// @param summary how many there are, and how many have gaps
  public record InventoryPage(
      List<InventoryRow> rows, String summary, @Nullable String next, @Nullable String previous) {}

  @GetMapping("/measures/inventory")
  @Guarded(record = "measure", act = "read", fields = "figures")
  ModelAndView inventory(
      @AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String page) {
    Words words = pages.words();
    int at = number(page);
    List<MeasureCard> found =
        list.list(
            viewer,
            new MeasureQuery("", null, null, null, false, false, at * INVENTORY, INVENTORY + 1));
    List<InventoryRow> rows =
        found.stream().limit(INVENTORY).map(each -> inventory(words, each)).toList();
    long gaps = rows.stream().filter(each -> !each.gaps().isEmpty()).count();
    long pay = rows.stream().filter(InventoryRow::pays).count();
    return pages.show(
        "measures/inventory",
        words.text("measures.inventory.title"),
        Place.MEASURES,
        policy.seenBy(words, MeasureRules.RECORD, MeasureRules.FIGURES),
        new InventoryPage(
            rows,
            words.text("measures.inventory.summary", rows.size(), gaps, pay),
            found.size() > INVENTORY ? "/measures/inventory?page=" + (at + 1) : null,
            at == 0 ? null : "/measures/inventory?page=" + (at - 1)));
  }

  private static InventoryRow inventory(Words words, MeasureCard card) {
    MeasurePlan plan = card.measure().plan();
    List<String> gaps = new ArrayList<>();
    LocalDate last = card.standing().lastDay();
    if (card.measure().ownerName() == null) {
      gaps.add(words.text("measures.gap.owner"));
    }
    if (last == null) {
      gaps.add(words.text("measures.gap.values"));
    } else if (plan.frequency().isLate(last, words.today())) {
      gaps.add(words.text("measures.gap.late"));
    }
    if (plan.decision().isEmpty()) {
      gaps.add(words.text("measures.gap.decision"));
    }
    if (plan.definition().isEmpty()) {
      gaps.add(words.text("measures.gap.definition"));
    }
    if (plan.tense() == Tense.UNSAID) {
      gaps.add(words.text("measures.gap.tense"));
    }
    return new InventoryRow(
        card.measure().id(),
        plan.name(),
        card.measure().ownerName() == null ? "–" : card.measure().ownerName(),
        MeasureWords.kind(words, plan),
        MeasureWords.latest(words, plan, card.standing()),
        plan.decision(),
        plan.pays(),
        gaps);
  }

  private static @Nullable UUID id(@Nullable String text) {
    return Optional.ofNullable(text)
        .filter(each -> each.matches("[0-9a-fA-F-]{36}"))
        .map(UUID::fromString)
        .orElse(null);
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
  }
}
