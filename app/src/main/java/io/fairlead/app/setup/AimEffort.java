package io.fairlead.app.setup;

import io.fairlead.methods.framework.Framework;
import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.rehearsal.DutySource;
import io.fairlead.methods.rehearsal.Rehearsal;
import io.fairlead.methods.rehearsal.Role;
import io.fairlead.methods.rehearsal.Staff;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What aims take of people's time before there are people: the rehearsal of the framework they
/// make, with a company of eleven.
@Component
class AimEffort {
  /// A founder, two who lead four each, and these.
  private static final Staff ELEVEN =
      Staff.counted(
          List.of(
              new Staff.Span(Role.LEADER_OF_LEADERS, 2, 1),
              new Staff.Span(Role.LEADER, 4, 2),
              new Staff.Span(Role.MEMBER, 0, 8)));

  private static final int WEEKS = 52;
  private static final double MONTHS = WEEKS * 7 / (365.2425 / 12);

  private final ObjectProvider<DutySource> sources;

  AimEffort(ObjectProvider<DutySource> sources) {
    this.sources = sources;
  }

  /// Minutes a person a month, over all eleven and a year.
  int minutes(String document, Set<Aim> aims, LocalDate today) {
    return (int) Math.round(exactly(document, aims, today));
  }

  private double exactly(String document, Set<Aim> aims, LocalDate today) {
    Framework framework =
        FrameworkDocument.parse(Aim.written(document, aims)).orThrow().framework();
    Rehearsal rehearsal =
        Rehearsal.of(framework, ELEVEN, today, WEEKS, sources.orderedStream().toList());
    double all = rehearsal.loads().stream().mapToDouble(Rehearsal.Load::minutes).sum();
    return all / rehearsal.people() / MONTHS;
  }

  /// What each aim takes: the first by itself, every other on top of it.
  Map<Aim, Integer> each(String document, LocalDate today) {
    double first = exactly(document, EnumSet.of(Aim.FOCUS), today);
    Map<Aim, Integer> minutes = new EnumMap<>(Aim.class);
    for (Aim aim : Aim.values()) {
      double taken =
          aim == Aim.FOCUS ? first : exactly(document, EnumSet.of(Aim.FOCUS, aim), today) - first;
      minutes.put(aim, (int) Math.round(taken));
    }
    return minutes;
  }
}
