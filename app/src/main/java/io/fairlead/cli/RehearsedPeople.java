package io.fairlead.cli;

import io.fairlead.app.people.intake.PersonRow;
import io.fairlead.methods.rehearsal.Staff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The people of a file who work here on a day, and who leads whom. A row with a problem is left
/// out, or stands without its manager.
final class RehearsedPeople {
  /// @param column of the file, as our own header calls it
  record Problem(int row, String column, String code) {}

  private record Waiting(int row, int person, String manager) {}

  private final LocalDate day;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int[] managers = new int[0];

  RehearsedPeople(LocalDate day) {
    this.day = day;
  }

  void add(PersonRow row) {
    if (!row.problems().isEmpty()) {
      row.problems()
          .forEach(each -> problems.add(new Problem(row.number(), each.column(), each.code())));
      return;
    }
    boolean here =
        !row.leaves()
            && (row.startDate() == null || !row.startDate().isAfter(day))
            && (row.endDate() == null || !row.endDate().isBefore(day));
    String email = row.email();
    if (!here || email == null) {
      return;
    }
    int person = numbers.size();
    if (numbers.putIfAbsent(email.toLowerCase(Locale.ROOT), person) != null) {
      problems.add(new Problem(row.number(), "email", "duplicate-address"));
      return;
    }
    String manager = row.managerEmail();
    if (manager != null && !manager.isEmpty()) {
      waiting.add(new Waiting(row.number(), person, manager.toLowerCase(Locale.ROOT)));
    }
  }

  /// When all rows are read.
  RehearsedPeople settled() {
    managers = new int[numbers.size()];
    Arrays.fill(managers, Staff.NOBODY);
    for (Waiting each : waiting) {
      Integer manager = numbers.get(each.manager);
      if (manager == null) {
        problems.add(new Problem(each.row, "manager_email", "unknown-manager"));
      } else {
        managers[each.person] = manager;
      }
    }
    return this;
  }

  boolean isEmpty() {
    return numbers.isEmpty();
  }

  Staff staff() {
    return Staff.of(managers);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }
}
