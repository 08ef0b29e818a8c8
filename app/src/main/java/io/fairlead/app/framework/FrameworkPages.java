package io.fairlead.app.framework;

import io.fairlead.app.framework.FrameworkPage.History;
import io.fairlead.app.framework.FrameworkPage.Reading;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.framework.Cadence;
import io.fairlead.methods.framework.Effect;
import io.fairlead.methods.framework.FrameworkDifference;
import io.fairlead.methods.framework.FrameworkLint;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// The framework's pages to read: what is in force, what was, and what is planned.
@Controller
class FrameworkPages {
  private static final int DAYS_SHOWN = 200;
  private static final int CHECK_INS_SHOWN = 3;

  private final Frameworks frameworks;
  private final FrameworkDrafts drafts;
  private final PlannedChanges changes;
  private final ObjectProvider<PilotsShown> pilots;
  private final Pages pages;
  private final Policy policy;

  FrameworkPages(
      Frameworks frameworks,
      FrameworkDrafts drafts,
      PlannedChanges changes,
      ObjectProvider<PilotsShown> pilots,
      Pages pages,
      Policy policy) {
    this.frameworks = frameworks;
    this.drafts = drafts;
    this.changes = changes;
    this.pilots = pilots;
    this.pages = pages;
    this.policy = policy;
  }

  @GetMapping("/studio")
  @Guarded(record = "framework", act = "read", fields = "document")
  String studio() {
    return "redirect:/studio/framework";
  }

  @GetMapping("/studio/framework")
  @Guarded(record = "framework", act = "read", fields = "document")
  ModelAndView read(@AuthenticationPrincipal Viewer viewer) {
    return reading(viewer, frameworks.inForce());
  }

  @GetMapping("/studio/framework/versions")
  @Guarded(record = "framework", act = "read", fields = "document")
  ModelAndView history(@AuthenticationPrincipal Viewer viewer) {
    return show(
        "framework/history",
        "framework.history",
        new History(
            frameworks.history(),
            changes.latest(),
            pilots.stream().flatMap(each -> each.all(viewer, pages.words()).stream()).toList(),
            frameworks.mayChange(viewer)));
  }

  /// The document as a file.
  @GetMapping("/studio/framework/versions/{number}/framework.yaml")
  @Guarded(record = "framework", act = "read", fields = "document")
  ResponseEntity<String> file(@PathVariable int number) {
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("framework-" + number + ".yaml")
                .build()
                .toString())
        .body(found(number).document().text());
  }

  @GetMapping("/studio/framework/versions/{number}")
  @Guarded(record = "framework", act = "read", fields = "document")
  ModelAndView version(@AuthenticationPrincipal Viewer viewer, @PathVariable int number) {
    return reading(viewer, found(number));
  }

  private ModelAndView reading(Viewer viewer, FrameworkVersion version) {
    Cadence cadence = version.document().framework().cadence();
    LocalDate today = pages.words().today();
    List<Effect> since =
        version.number() == 0
            ? List.of()
            : FrameworkDifference.between(
                found(version.number() - 1).document(), version.document());
    return show(
        "framework/reading",
        "framework.title",
        new Reading(
            version,
            version.number() == frameworks.inForce().number(),
            frameworks.mayChange(viewer),
            cadence.cycles(today, today.plusDays(DAYS_SHOWN)),
            cadence.checkInsDue(today, today.plusDays(DAYS_SHOWN)).stream()
                .limit(CHECK_INS_SHOWN)
                .toList(),
            FrameworkLint.lint(version.document()),
            since,
            frameworks.mayChange(viewer) ? drafts.of(viewer) : List.of(),
            changes.waiting().orElse(null),
            pilots.stream()
                .flatMap(each -> each.running(viewer, pages.words()).stream())
                .toList()));
  }

  private FrameworkVersion found(int number) {
    return frameworks.find(number).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private ModelAndView show(String template, String title, Object page) {
    Words words = pages.words();
    return pages.show(
        template,
        words.text(title),
        Place.STUDIO,
        policy.seenBy(words, FrameworkPolicy.RECORD, FrameworkPolicy.DOCUMENT),
        page);
  }
}
