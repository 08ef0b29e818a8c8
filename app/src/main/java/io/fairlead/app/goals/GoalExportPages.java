package io.fairlead.app.goals;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.methods.goals.GoalFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Goals as files to take away.
@Controller
class GoalExportPages {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final GoalExport export;
  private final GoalViews views;
  private final Pages pages;

  GoalExportPages(GoalExport export, GoalViews views, Pages pages) {
    this.export = export;
    this.views = views;
    this.pages = pages;
  }

  @GetMapping("/goals/export.csv")
  @Guarded(record = "objective", act = "read", fields = "goal")
  void csv(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String cycle,
      @RequestParam(defaultValue = "all") String scope,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String state,
      HttpServletResponse response)
      throws IOException {
    GoalFile file = file(viewer, cycle, GoalQuery.of(cycle, scope).narrowed(q, kind, state));
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"goals.csv\"");
    response.getOutputStream().write(file.toCsv().getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/goals/export.xlsx")
  @Guarded(record = "objective", act = "read", fields = "goal")
  void xlsx(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String cycle,
      @RequestParam(defaultValue = "all") String scope,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String state,
      HttpServletResponse response)
      throws IOException {
    GoalFile file = file(viewer, cycle, GoalQuery.of(cycle, scope).narrowed(q, kind, state));
    response.setContentType(XLSX);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"goals.xlsx\"");
    GoalExport.workbook(file, response.getOutputStream());
  }

  private GoalFile file(Viewer viewer, String cycle, GoalQuery asked) {
    GoalQuery query = views.cycleOrCurrent(viewer, asked, pages.words().today());
    return export.file(viewer, query, cycle.equals("all"), pages.words().today());
  }
}
