package io.fairlead.app.framework;

import io.fairlead.app.framework.FrameworkVersion.FrameworkEntry;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.Problem;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.framework.Effect;
import io.fairlead.methods.framework.Finding;
import io.fairlead.methods.framework.FrameworkSchema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The framework as JSON. The version in force is its `ETag`; a change needs it as `If-Match`.
@RestController
@RequestMapping("/api/v1/framework")
class FrameworkApi {
  private final Frameworks frameworks;
  private final Pages pages;

  FrameworkApi(Frameworks frameworks, Pages pages) {
    this.frameworks = frameworks;
    this.pages = pages;
  }

  /// A version with its text and, as plain values, all that it says, defaults included.
  record VersionDocument(
      int number,
      @Nullable Instant inForceFrom,
      @Nullable UUID author,
      String reason,
      String document,
      Map<String, Object> values) {
    static VersionDocument of(FrameworkVersion version) {
      FrameworkEntry entry = version.entry();
      return new VersionDocument(
          entry.number(),
          entry.from(),
          entry.author(),
          entry.reason(),
          version.document().text(),
          version.document().values());
    }
  }

  /// A version in the history.
  record VersionEntry(int number, Instant inForceFrom, @Nullable UUID author, String reason) {
    static VersionEntry of(FrameworkEntry entry) {
      return new VersionEntry(
          entry.number(), Objects.requireNonNull(entry.from()), entry.author(), entry.reason());
    }
  }

  /// One thing that would change.
  record EffectDocument(
      String kind, String path, @Nullable String before, @Nullable String after, String sentence) {
    static EffectDocument of(Effect effect) {
      return new EffectDocument(
          effect.kind().name().toLowerCase(Locale.ROOT),
          effect.path(),
          effect.before(),
          effect.after(),
          effect.sentence());
    }
  }

  /// One finding of the lint.
  record FindingDocument(
      String rule,
      String severity,
      int line,
      int column,
      String path,
      String what,
      String why,
      String better,
      @Nullable String waived) {
    static FindingDocument of(Finding finding) {
      return new FindingDocument(
          finding.rule(),
          finding.severity().name().toLowerCase(Locale.ROOT),
          finding.line(),
          finding.column(),
          finding.path(),
          finding.what(),
          finding.why(),
          finding.better(),
          finding.waiver());
    }
  }

  /// What putting a document in force would do; it would be refused if there are refusals.
  record PlanDocument(
      int against,
      List<EffectDocument> effects,
      List<FindingDocument> findings,
      List<Problem> refusals) {}

  /// A document to plan with.
  record Draft(@Nullable String document) {}

  /// A document to put in force, and why.
  record Change(@Nullable String document, @Nullable String reason) {}

  @GetMapping
  @Guarded(record = "framework", act = "read", fields = "document", scope = "framework:read")
  ResponseEntity<VersionDocument> inForce(@RequestParam(required = false) @Nullable Instant at) {
    return answer(at == null ? frameworks.inForce() : frameworks.inForceAt(at));
  }

  @GetMapping(path = "/schema", produces = "application/schema+json")
  @Guarded(record = "framework", act = "read", fields = "document", scope = "framework:read")
  ResponseEntity<String> schema() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/schema+json"))
        .body(FrameworkSchema.json());
  }

  @GetMapping("/versions")
  @Guarded(record = "framework", act = "read", fields = "document", scope = "framework:read")
  List<VersionEntry> versions() {
    return frameworks.history().stream().map(VersionEntry::of).toList();
  }

  @GetMapping("/versions/{number}")
  @Guarded(record = "framework", act = "read", fields = "document", scope = "framework:read")
  ResponseEntity<VersionDocument> version(@PathVariable int number) {
    return answer(
        frameworks.find(number).orElseThrow(() -> new RefusedException(Reason.notFound())));
  }

  /// A framework to begin from.
  record StarterEntry(String id, String name) {}

  record StarterList(List<StarterEntry> starters) {}

  @GetMapping("/starters")
  @Guarded(record = "framework", act = "read", fields = "document", scope = "framework:read")
  StarterList starters() {
    Words words = pages.words();
    return new StarterList(
        StarterFramework.all().stream()
            .map(each -> new StarterEntry(each.id(), words.text("framework.starter." + each.id())))
            .toList());
  }

  /// A starter's text as it would be for this organisation, to be changed, planned and applied.
  record StarterDocument(String id, int basedOn, String document) {}

  @GetMapping("/starters/{id}")
  @Guarded(record = "framework", act = "read", fields = "document", scope = "framework:read")
  StarterDocument starter(@PathVariable String id) {
    FrameworkVersion inForce = frameworks.inForce();
    return StarterFramework.find(id)
        .map(each -> new StarterDocument(id, inForce.number(), each.textFor(inForce)))
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  @PostMapping("/plan")
  @Guarded(record = "framework", act = "change", fields = "document", scope = "framework:write")
  PlanDocument plan(@AuthenticationPrincipal Viewer viewer, @RequestBody Draft draft) {
    FrameworkPlan plan = done(frameworks.plan(viewer, orEmpty(draft.document())));
    Words words = pages.words();
    return new PlanDocument(
        plan.inForce().number(),
        plan.effects().stream().map(EffectDocument::of).toList(),
        plan.findings().stream().map(FindingDocument::of).toList(),
        plan.refusals().stream()
            .map(reason ->
                new Problem(reason.code(), words.refusal(reason), reason.field().orElse("")))
            .toList());
  }

  @PutMapping
  @Guarded(record = "framework", act = "change", fields = "document", scope = "framework:write")
  ResponseEntity<VersionDocument> apply(
      @AuthenticationPrincipal Viewer viewer,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Change change) {
    int number =
        done(
            frameworks.apply(
                viewer,
                new FrameworkInput(
                    orEmpty(change.document()), orEmpty(change.reason()), basedOn(match), key)));
    return answer(frameworks.find(number).orElseThrow());
  }

  private static ResponseEntity<VersionDocument> answer(FrameworkVersion version) {
    return ResponseEntity.ok()
        .eTag("\"" + version.number() + "\"")
        .body(VersionDocument.of(version));
  }

  static int basedOn(@Nullable String match) {
    if (match == null) {
      throw new RefusedException(Reason.invalid("If-Match", "framework.version-missing"));
    }
    String number = match.replace("W/", "").replace("\"", "").strip();
    if (!number.matches("[0-9]{1,9}")) {
      throw new RefusedException(Reason.of(Reason.Kind.STALE, "stale"));
    }
    return Integer.parseInt(number);
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
