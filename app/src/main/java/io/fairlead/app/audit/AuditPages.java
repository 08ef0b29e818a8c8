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
import io.fairlead.app.platform.web.TableExport;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The record for auditors, with a filter and a file, and for everybody who read their own records;
/// both as JSON as well.
@Controller
public class AuditPages {
  private static final List<String> COLUMNS =
      List.of(
          "number",
          "at",
          "actor",
          "actor_name",
          "act",
          "record_type",
          "record",
          "subject",
          "subject_name");

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
  /// @param person whose entries alone are shown, by name; null for everybody's
  /// @param plain whether nothing is filtered
  public record AuditPage(
      Part part, FormState filter, String rest, @Nullable String person, boolean plain) {

    public String said(Words words, Line line) {
      return AuditWords.did(words, line);
    }
  }

  public record ReadsPage(List<Line> reads) {
    public String said(Words words, Line line) {
      return AuditWords.read(words, line);
    }
  }

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
            part,
            FormState.of("act", act, "person", person, "from", from, "until", until),
            rest,
            person == null ? null : reading.nameOf(person, pages.words().text("audit.erased")),
            act.isBlank() && person == null && from == null && until == null));
  }

  @GetMapping("/studio/audit.csv")
  @Guarded(record = "audit-entry", act = "read", fields = "all")
  void csv(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(required = false) @Nullable UUID person,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate until,
      HttpServletResponse response)
      throws IOException {
    send(viewer, query(null, act, person, from, until), TableExport.Format.CSV, response);
  }

  @GetMapping("/studio/audit.xlsx")
  @Guarded(record = "audit-entry", act = "read", fields = "all")
  void xlsx(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(required = false) @Nullable UUID person,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate until,
      HttpServletResponse response)
      throws IOException {
    send(viewer, query(null, act, person, from, until), TableExport.Format.XLSX, response);
  }

  private void send(
      Viewer viewer, AuditQuery query, TableExport.Format format, HttpServletResponse response)
      throws IOException {
    if (!reading.mayRead(viewer)) {
      throw new RefusedException(Reason.notFound());
    }
    TableExport.send(
        response,
        "audit",
        format,
        COLUMNS,
        rows -> reading.export(viewer, query, line -> rows.accept(row(line))));
  }

  private static List<@Nullable Object> row(Line line) {
    return Arrays.asList(
        line.number(),
        line.at().toString(),
        Objects.toString(line.actor(), ""),
        line.actorName(),
        line.act(),
        line.recordType(),
        Objects.toString(line.record(), ""),
        Objects.toString(line.subject(), ""),
        line.subjectName());
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
