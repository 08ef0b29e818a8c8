package io.fairlead.app.feedback;

import io.fairlead.app.people.People;
import io.fairlead.app.people.PersonEntry;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What colleagues told, as pages.
@Controller
public class ReportPages {
  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final Reports reports;
  private final Debriefs debriefs;
  private final People people;
  private final Pages pages;
  private final Clock clock;

  ReportPages(Reports reports, Debriefs debriefs, People people, Pages pages, Clock clock) {
    this.reports = reports;
    this.debriefs = debriefs;
    this.people = people;
    this.pages = pages;
    this.clock = clock;
  }

  public record ReportsPage(List<ReportHead> reports) {}

  /// @param view null while the report waits to be opened
  /// @param form of the debrief
  public record ReportPage(
      ReportHead head, @Nullable ReportView view, FormState form, String key) {}

  @GetMapping("/feedback/reports")
  @Guarded(record = "feedback-report", act = "read", fields = "published")
  ModelAndView all(@AuthenticationPrincipal Viewer viewer) {
    Words words = pages.words();
    return pages.show(
        "feedback/reports",
        words.text("feedback-report.all"),
        Place.GROWTH,
        new SeenBy(words.text("feedback-report.all-seen-by"), "/policy#feedback-report-published"),
        new ReportsPage(reports.all(viewer)));
  }

  @GetMapping("/feedback/reports/{subject}")
  @Guarded(record = "feedback-report", act = "read", fields = "published")
  ModelAndView report(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID subject) {
    Reports.Found found = found(viewer, subject);
    return page(found, form(found.head()), Idempotency.freshKey());
  }

  @PostMapping("/feedback/reports/{subject}/debrief")
  @Guarded(record = "feedback-report", act = "book", fields = "debrief")
  Object book(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID subject,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    UUID with =
        people.meant(viewer, sent.getOrDefault("with", "")).map(PersonEntry::id).orElse(null);
    DebriefInput input = new DebriefInput(at(sent), with);
    return switch (debriefs.book(viewer, subject, input, sent.get("key"))) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text("feedback-report.debrief.booked"), null);
        yield "redirect:/feedback/reports/" + subject;
      }
      case Refused<UUID> refused -> {
        if (refused.reasons().getFirst().kind() == Reason.Kind.NOT_FOUND) {
          throw new RefusedException(refused);
        }
        ModelAndView again =
            page(
                found(viewer, subject),
                FormState.refused(sent, refused),
                sent.getOrDefault("key", Idempotency.freshKey()));
        again.setStatus(Errors.status(refused.reasons()));
        yield again;
      }
    };
  }

  @GetMapping("/feedback/reports/{subject}/debrief.ics")
  @Guarded(record = "feedback-report", act = "read", fields = "debrief")
  ResponseEntity<byte[]> calendar(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID subject) {
    ReportHead head = found(viewer, subject).head();
    ReportHead.Debrief debrief = head.debrief();
    if (debrief == null) {
      throw new RefusedException(Reason.notFound());
    }
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"debrief.ics\"")
        .body(
            DebriefCalendar.of(pages.words(), head, debrief, clock.instant())
                .getBytes(StandardCharsets.UTF_8));
  }

  private Reports.Found found(Viewer viewer, UUID subject) {
    return reports.find(viewer, subject).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private static @Nullable LocalDateTime at(Map<String, String> sent) {
    try {
      return LocalDateTime.of(
          LocalDate.parse(sent.getOrDefault("day", "")),
          LocalTime.parse(sent.getOrDefault("time", "")));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// What was booked, or the manager, whom most talk with.
  private FormState form(ReportHead head) {
    ReportHead.Debrief debrief = head.debrief();
    if (debrief == null) {
      return FormState.of("with", head.managerName());
    }
    LocalDateTime at = LocalDateTime.ofInstant(debrief.at(), pages.words().zone());
    return FormState.of("day", at.toLocalDate(), "time", at.toLocalTime(), "with", debrief.with());
  }

  private ModelAndView page(Reports.Found found, FormState form, String key) {
    Words words = pages.words();
    ReportHead head = found.head();
    ReportView view =
        switch (found) {
          case Reports.Waiting _ -> null;
          case Reports.Open(ReportHead at, Report report) -> new ReportView(words, at, report);
        };
    return pages.show(
        "feedback/report",
        ReportView.title(words, head),
        Place.GROWTH,
        seenBy(words, head),
        new ReportPage(head, view, form, key));
  }

  /// As the round said before anybody answered.
  static SeenBy seenBy(Words words, ReportHead head) {
    String manager = head.managerName();
    if (head.isOfTeam()) {
      return new SeenBy(
          words.text(
              "feedback-report.seen-by." + head.audience().code(),
              ReportView.firstName(words, head)),
          "/policy#feedback-report-published");
    }
    String readers =
        !head.isOwn()
            ? words.text("feedback-report.seen-by.of", ReportView.firstName(words, head))
            : manager != null && head.audience() == Audience.REVIEWEE_AND_MANAGER
                ? words.text("feedback-report.seen-by.own-and-manager", manager)
                : words.text("feedback-report.seen-by.own");
    return new SeenBy(
        readers + " " + words.text("feedback-report.seen-by." + head.purpose().code()),
        "/policy#feedback-report-published");
  }
}
