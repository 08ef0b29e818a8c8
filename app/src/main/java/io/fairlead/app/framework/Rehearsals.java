package io.fairlead.app.framework;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.methods.framework.Framework;
import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.framework.Parsed;
import io.fairlead.methods.rehearsal.DutySource;
import io.fairlead.methods.rehearsal.FeedbackAssumptions;
import io.fairlead.methods.rehearsal.Rehearsal;
import io.fairlead.methods.rehearsal.RoundCoverage;
import io.fairlead.methods.rehearsal.Staff;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What a framework would ask of the people who are here, before anyone is asked. Each module adds
/// what its part of the framework takes by a bean of `DutySource`.
@Component
public class Rehearsals {
  static final int WEEKS = 13;
  static final int MOST_WEEKS = 104;

  private final Frameworks frameworks;
  private final StaffStore staff;
  private final ObjectProvider<DutySource> sources;

  Rehearsals(Frameworks frameworks, StaffStore staff, ObjectProvider<DutySource> sources) {
    this.frameworks = frameworks;
    this.staff = staff;
    this.sources = sources;
  }

  /// A rehearsal, and that of the framework in force over the same weeks.
  ///
  /// @param coverage what reviewees would see of the rounds of feedback
  public record Rehearsed(
      Framework framework, Rehearsal next, Rehearsal now, List<RoundCoverage> coverage) {
    public Rehearsed {
      coverage = List.copyOf(coverage);
    }
  }

  /// @param from the first week is the one that holds this day
  /// @param weeks 1 to 104
  public Outcome<Rehearsed> rehearse(Viewer viewer, String document, LocalDate from, int weeks) {
    if (!frameworks.mayChange(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    if (weeks < 1 || weeks > MOST_WEEKS) {
      return Outcome.refused(Reason.invalid("weeks", "framework.weeks", MOST_WEEKS));
    }
    return switch (FrameworkDocument.parse(document)) {
      case Parsed.Rejected rejected ->
          new Refused<>(rejected.problems().stream().map(Frameworks::reason).toList());
      case Parsed.Read(FrameworkDocument next) ->
          rehearsed(viewer, next.framework(), from, weeks)
              .map(Outcome::done)
              .orElseGet(
                  () -> Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "framework.nobody")));
    };
  }

  /// The same for a document that is read already; empty while nobody works here.
  Optional<Rehearsed> rehearsed(Viewer viewer, Framework next, LocalDate from, int weeks) {
    Staff people = staff.on(viewer.today());
    if (people.people() == 0) {
      return Optional.empty();
    }
    List<DutySource> asked = sources.orderedStream().toList();
    return Optional.of(
        new Rehearsed(
            next,
            Rehearsal.of(next, people, from, weeks, asked),
            Rehearsal.of(frameworks.rules(), people, from, weeks, asked),
            RoundCoverage.of(next, people, FeedbackAssumptions.USUAL.response())));
  }
}
