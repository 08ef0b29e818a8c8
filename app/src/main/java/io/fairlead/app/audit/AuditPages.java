package io.fairlead.app.audit;

import io.fairlead.app.audit.AuditReading.Line;
import io.fairlead.app.audit.AuditReading.Part;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The record for auditors, with a filter and a file, and for everybody who read their own records;
/// both as JSON as well.
@Controller
public class AuditPages {
  private final AuditReading reading;
  private final Policy policy;
  private final Pages pages;

  AuditPages(AuditReading reading, Policy policy, Pages pages) {
    this.reading = reading;
    this.policy = policy;
    this.pages = pages;
  }

  /// @param filter as typed
  /// @param rest the filter as the query of a link
  public record AuditPage(Part part, FormState filter, String rest) {}

  public record ReadsPage(List<Line> reads) {}

  public record Items(List<Line> items) {}

  @GetMapping("/studio/audit")
  @Guarded(record = "audit-entry", act = "read", fields = "all")
  Object page(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(required = false) @Nullable UUID person,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate until) {
    Part part =
        reading
            .page(viewer, query(before, act, person, from, until))
            .orElseThrow(() -> new RefusedException(Reason.notFound()));
    String rest =
        "act=%s&person=%s&from=%s&until=%s"
            .formatted(
                java.net.URLEncoder.encode(act, StandardCharsets.UTF_8),
                Objects.toString(person, ""),
                Objects.toString(from, ""),
                Objects.toString(until, ""));
    return pages.show(
        "audit/record",
        pages.words().text("audit.title"),
        Place.STUDIO,
        policy.seenBy(pages.words(), AuditPolicy.RECORD, AuditPolicy.ALL),
        new AuditPage(
            part, FormState.of("act", act, "person", person, "from", from, "until", until), rest));
  }

  @GetMapping("/studio/audit.csv")
  @Guarded(record = "audit-entry", act = "read", fields = "all")
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(required = false) @Nullable UUID person,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate until) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var csv =
        de.siegmar.fastcsv.writer.CsvWriter.builder()
            .build(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
      csv.writeRecord(
          "number",
          "at",
          "actor",
          "actor_name",
          "act",
          "record_type",
          "record",
          "subject",
          "subject_name");
      boolean allowed =
          reading.export(
              viewer,
              query(null, act, person, from, until),
              line ->
                  csv.writeRecord(
                      Long.toString(line.number()),
                      line.at().toString(),
                      Objects.toString(line.actor(), ""),
                      harmless(Objects.toString(line.actorName(), "")),
                      harmless(line.act()),
                      harmless(line.recordType()),
                      Objects.toString(line.record(), ""),
                      Objects.toString(line.subject(), ""),
                      harmless(Objects.toString(line.subjectName(), ""))));
      if (!allowed) {
        throw new RefusedException(Reason.notFound());
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
        .body(bytes.toByteArray());
  }

  /// A spreadsheet must not take a name for a formula.
  private static String harmless(String text) {
    return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
  }

  @GetMapping("/api/v1/audit")
  @Guarded(record = "audit-entry", act = "read", fields = "all", scope = "audit:read")
  @ResponseBody
  Part json(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(required = false) @Nullable UUID person,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate until) {
    return reading
        .page(viewer, query(before, act, person, from, until))
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  @GetMapping("/account/reads")
  @Open(because = "who read one's own records")
  Object reads(@AuthenticationPrincipal Viewer viewer) {
    return pages.show(
        "audit/reads",
        pages.words().text("audit.reads"),
        Place.ACCOUNT,
        policy.seenBy(pages.words(), AuditPolicy.RECORD, AuditPolicy.READS),
        new ReadsPage(reading.readsOf(viewer.person())));
  }

  @GetMapping("/api/v1/account/reads")
  @Open(because = "who read one's own records", scope = "account:read")
  @ResponseBody
  Items readsAsJson(@AuthenticationPrincipal Viewer viewer) {
    return new Items(reading.readsOf(viewer.person()));
  }

  private AuditQuery query(
      @Nullable Long before,
      String act,
      @Nullable UUID person,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {
    ZoneId zone = pages.words().zone();
    return new AuditQuery(
        before,
        act.strip(),
        person,
        from == null ? null : from.atStartOfDay(zone).toInstant(),
        until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
