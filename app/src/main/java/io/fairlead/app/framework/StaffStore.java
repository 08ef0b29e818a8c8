package io.fairlead.app.framework;

import io.fairlead.methods.rehearsal.Role;
import io.fairlead.methods.rehearsal.Staff;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who works here today, counted by how many each leads.
@Component
class StaffStore {
  /// Somebody who designs a framework asks every few seconds; people come and go by the day.
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final JdbcClient database;
  private final Clock clock;
  private volatile @Nullable Known known;

  StaffStore(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Known(Staff staff, LocalDate day, long readAt) {}

  Staff on(LocalDate day) {
    Known last = known;
    long now = clock.millis();
    if (last != null && last.day().equals(day) && now - last.readAt() < KEPT.toMillis()) {
      return last.staff();
    }
    Staff staff = read(day);
    known = new Known(staff, day, now);
    return staff;
  }

  void forget() {
    known = null;
  }

  private Staff read(LocalDate day) {
    List<Staff.Span> spans =
        database
            .sql(
                """
                with led as (select above, count(*)::int as reports from line_of where depth = 1 group by above),
                  heads as (select distinct above from line_of where depth = 2)
                select coalesce(led.reports, 0) as reports, heads.above is not null as leaders, count(*)::int as people
                from employment e
                left join led on led.above = e.person
                left join heads on heads.above = e.person
                where e.during @> cast(:day as date)
                group by 1, 2
                """)
            .param("day", day)
            .query((row, _) -> {
              int reports = row.getInt("reports");
              return new Staff.Span(
                  reports == 0
                      ? Role.MEMBER
                      : row.getBoolean("leaders") ? Role.LEADER_OF_LEADERS : Role.LEADER,
                  reports,
                  row.getInt("people"));
            })
            .list();
    return Staff.counted(spans);
  }
}
