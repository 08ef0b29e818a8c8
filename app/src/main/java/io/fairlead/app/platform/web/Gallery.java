package io.fairlead.app.platform.web;

import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.words.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/// Every piece of the web kit in every state, on one page, to look at. Only in the demo and in
/// tests.
@Controller
@ConditionalOnExpression("${fairlead.demo:false} or ${fairlead.testing:false}")
public class Gallery {
  private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
  private static final LocalDate TO = LocalDate.of(2026, 6, 30);
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 13);

  private final Pages pages;
  private final Clock clock;

  Gallery(Pages pages, Clock clock) {
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/dev/gallery")
  @Open(because = "it shows invented examples only")
  ModelAndView show(@RequestParam Map<String, String> parameters) {
    Words words = pages.words();
    return pages.show(
        "layout/gallery",
        words.text("gallery.title"),
        Place.HOME,
        new SeenBy(words.text("gallery.seen"), "/dev/gallery"),
        new Page(
            rows(words),
            TableView.of("/dev/gallery", parameters, List.of("name", "share", "minutes")),
            refused(),
            parameters.containsKey("open") ? lines().getFirst() : null,
            Sparkline.of(List.of(3.1, 3.0, 3.2, 2.8, 2.6, 2.7, 2.3)),
            Flows.of(
                List.of(
                    flow("Utilities renew on water saved", 0.7, true, true),
                    flow("Fewer service calls per site", 0.2, false, true),
                    flow("Sensors ship on the promised day", 0.1, false, false))),
            new Merge.Conflict(
                "why",
                "A site that reports on day one renews.",
                "A site that reports on day one renews nine times in ten.",
                "Sites that report early renew.")));
  }

  private static Flows.Flow flow(String title, double share, boolean primary, boolean agreed) {
    return new Flows.Flow(
        title, Math.round(share * 100) + " %", "/dev/gallery", share, primary, agreed);
  }

  /// Fails on purpose, so that the pages that say so can be looked at.
  @GetMapping("/dev/gallery/failure/{kind}")
  @Open(because = "it only shows what a failure looks like")
  ModelAndView fail(@PathVariable String kind) {
    if (kind.equals("database")) {
      throw new CannotGetJdbcConnectionException("on purpose");
    }
    throw new IllegalStateException("on purpose");
  }

  /// What a form that saves itself is answered.
  public record Saved(long version, String savedAt) {}

  @PostMapping("/dev/gallery/autosave")
  @Open(because = "it keeps nothing: it answers as a form that saves itself is answered")
  @ResponseBody
  Saved save(@RequestParam long version) {
    Words words = pages.words();
    return new Saved(version + 1, words.time(clock.instant()));
  }

  /// @param open the line in the drawer, if it is open
  public record Page(
      List<Row> rows,
      TableView table,
      FormState form,
      @Nullable Line open,
      Sparkline spark,
      Flows flows,
      Merge.Conflict conflict) {}

  /// A pace line with its example.
  public record Row(
      String title, String figures, PaceDrawing line, Status status, String against) {}

  /// An example before it is drawn.
  public record Line(String title, String figures, PaceLine line) {
    public PaceDrawing large(Words words) {
      return line.large(words);
    }
  }

  private List<Row> rows(Words words) {
    return lines().stream()
        .map(each -> {
          List<PaceLine.Point> points = each.line().points();
          String against =
              switch (each.line().status()) {
                case STALE -> words.text("gallery.stale", words.plainDate(points.getLast().day()));
                case NO_DATA -> words.text("gallery.no-data");
                case DONE -> words.text("gallery.done", words.plainDate(points.getLast().day()));
                case ON_TRACK, AT_RISK, OFF_TRACK ->
                    PaceLine.words(words, points.getLast().daysAhead());
              };
          return new Row(
              each.title(), each.figures(), each.line().row(words), each.line().status(), against);
        })
        .toList();
  }

  private static List<Line> lines() {
    return List.of(
        line(
            "First reading within 24 hours",
            "48 % of new sites, from 40 to 60 %",
            Status.AT_RISK,
            TODAY,
            new PaceLine.Forecast(-17, 2),
            0,
            1,
            -1,
            -2,
            -3,
            -6),
        line(
            "Support calls per new site",
            "2.3, from 3.1 to 1.5",
            Status.ON_TRACK,
            TODAY,
            new PaceLine.Forecast(-4, 11),
            0,
            -2,
            0,
            2,
            2,
            3),
        line(
            "App sessions without a crash",
            "98.6 %, from 98.2 to 99.5 %",
            Status.OFF_TRACK,
            TODAY,
            new PaceLine.Forecast(-30, -11),
            0,
            -3,
            -5,
            -9,
            -12,
            -15),
        line(
            "A second supplier for pressure cells",
            "signed",
            Status.DONE,
            LocalDate.of(2026, 5, 8),
            null,
            0,
            2,
            4,
            6,
            9,
            11),
        line(
            "Installer guide in four languages",
            "2 of 4 milestones",
            Status.STALE,
            LocalDate.of(2026, 4, 21),
            null,
            0,
            1,
            0,
            0,
            -1,
            -2),
        line("Alerts answered within an hour", "baseline due 30 May", Status.NO_DATA, TODAY, null));
  }

  private static Line line(
      String title,
      String figures,
      Status status,
      LocalDate last,
      PaceLine.@Nullable Forecast forecast,
      int... ahead) {
    List<PaceLine.Point> points = new ArrayList<>();
    long days = last.toEpochDay() - FROM.toEpochDay();
    IntStream.range(0, ahead.length)
        .forEach(i ->
            points.add(
                new PaceLine.Point(
                    FROM.plusDays(days * i / Math.max(1, ahead.length - 1)), ahead[i])));
    return new Line(title, figures, new PaceLine(FROM, TO, TODAY, points, forecast, status));
  }

  private static FormState refused() {
    return FormState.refused(
        Map.of(
            "title",
            "",
            "address",
            "mara@brightwell",
            "why",
            "A site that reports on day one renews nine times in ten."),
        new Refused<>(
            List.of(Reason.invalid("title", "required"), Reason.of(Reason.Kind.STALE, "stale"))));
  }
}
