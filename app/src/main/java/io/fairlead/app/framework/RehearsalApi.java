package io.fairlead.app.framework;

import io.fairlead.app.framework.Rehearsals.Rehearsed;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.methods.rehearsal.Rehearsal.Load;
import io.fairlead.methods.rehearsal.Rehearsal.Week;
import io.fairlead.methods.rehearsal.RoundCoverage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The rehearsal of a document as JSON.
@RestController
class RehearsalApi {
  private final Rehearsals rehearsals;

  RehearsalApi(Rehearsals rehearsals) {
    this.rehearsals = rehearsals;
  }

  /// A document to rehearse.
  ///
  /// @param from the first week holds this day; today without it
  /// @param weeks 13 without it
  record Asked(@Nullable String document, @Nullable LocalDate from, @Nullable Integer weeks) {}

  /// What the document would take, in minutes.
  record RehearsalDocument(
      int people,
      LocalDate from,
      int weeks,
      List<RoleDocument> roles,
      List<CoverageDocument> coverage) {
    static RehearsalDocument of(Rehearsed rehearsed) {
      return new RehearsalDocument(
          rehearsed.next().people(),
          rehearsed.next().weeks().getFirst(),
          rehearsed.next().weeks().size(),
          rehearsed.next().loads().stream().map(load -> RoleDocument.of(rehearsed, load)).toList(),
          rehearsed.coverage().stream().map(CoverageDocument::of).toList());
    }
  }

  /// What one of a role spends.
  ///
  /// @param minutesAMonthNow by the framework in force
  /// @param budget what any week may take; null without a limit
  record RoleDocument(
      String role,
      int people,
      double reports,
      double minutesAMonth,
      double minutesAMonthNow,
      @Nullable Integer budget,
      List<LocalDate> weeksOverBudget,
      List<WeekDocument> weeks) {
    static RoleDocument of(Rehearsed rehearsed, Load load) {
      var budget = load.role().budget(rehearsed.framework().effort());
      return new RoleDocument(
          load.role().code(),
          load.people(),
          load.reports(),
          load.minutesAMonth(),
          rehearsed.now().loads().stream()
              .filter(each -> each.role() == load.role())
              .mapToDouble(Load::minutesAMonth)
              .sum(),
          budget.isPresent() ? budget.getAsInt() : null,
          load.over(budget).stream().map(Week::monday).toList(),
          load.weeks().stream().map(WeekDocument::of).toList());
    }
  }

  /// One week, from its Monday: the mean over those of the role, what nine in ten stay within, and
  /// whoever leads most; the mean by duty.
  record WeekDocument(
      LocalDate week, double mean, double nineInTen, double largest, Map<String, Double> duties) {
    static WeekDocument of(Week week) {
      return new WeekDocument(
          week.monday(), week.mean(), week.most(), week.largest(), new TreeMap<>(week.duties()));
    }
  }

  /// What reviewees of a round would see.
  record CoverageDocument(String round, int reviewees, List<GroupDocument> groups) {
    static CoverageDocument of(RoundCoverage coverage) {
      return new CoverageDocument(
          coverage.round(),
          coverage.reviewees(),
          coverage.groups().stream().map(GroupDocument::of).toList());
    }
  }

  /// One group of raters; shares are 0 to 1.
  record GroupDocument(
      String group,
      int reviewees,
      int asked,
      int needed,
      double tooFew,
      double expected,
      double withOneMore) {
    static GroupDocument of(RoundCoverage.Group group) {
      return new GroupDocument(
          group.relationship().code(),
          group.reviewees(),
          group.asked(),
          group.needed(),
          group.tooFew(),
          group.expected(),
          group.withOneMore());
    }
  }

  @PostMapping("/api/v1/framework/rehearsal")
  @Guarded(record = "framework", act = "change", fields = "document", scope = "framework:write")
  RehearsalDocument rehearse(@AuthenticationPrincipal Viewer viewer, @RequestBody Asked asked) {
    String document = asked.document();
    LocalDate from = asked.from();
    Integer weeks = asked.weeks();
    return switch (rehearsals.rehearse(
        viewer,
        document == null ? "" : document,
        from == null ? viewer.today() : from,
        weeks == null ? Rehearsals.WEEKS : weeks)) {
      case Done<Rehearsed>(Rehearsed rehearsed) -> RehearsalDocument.of(rehearsed);
      case Refused<Rehearsed> refused -> throw new RefusedException(refused);
    };
  }
}
