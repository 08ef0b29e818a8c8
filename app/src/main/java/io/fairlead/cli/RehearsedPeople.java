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
  record Problem(int row, String column, String code) {
    /// What is wrong, for people.
    String said() {
      return switch (code) {
        case "malformed-date" -> "this is no date; write it as 2026-03-31";
        case "unknown-manager" -> "nobody in the file who works here has this address";
        case "manager-circle" -> "this closes a circle of managers; counted without a manager";
        case "duplicate-address" -> "another row has this address too";
        case "malformed-address" -> "this is no mail address";
        case "missing-address" -> "every person needs an address";
        case "missing-name" -> "every person needs a name";
        case "end-before-start" -> "the last day is before the first day";
        case "number-of-cells" -> "too few or too many cells; often a quotation mark is missing";
        case "too-long" -> "too long";
        case "unreadable-characters" -> "characters that cannot be read; save the file as UTF-8";
        case "unknown-status" -> "this says neither that they are here nor that they left";
        default -> code;
      };
    }
  }

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
    breakCircles();
    return this;
  }

  /// Whoever closes a circle stands without a manager. Everybody is walked up from once: 0 not yet,
  /// 1 on the way up just now, 2 known to reach a head.
  private void breakCircles() {
    int[] rows = new int[managers.length];
    waiting.forEach(each -> rows[each.person] = each.row);
    byte[] seen = new byte[managers.length];
    for (int start = 0; start < managers.length; start++) {
      int at = start;
      while (at != Staff.NOBODY && seen[at] == 0) {
        seen[at] = 1;
        int above = managers[at];
        if (above != Staff.NOBODY && above != at && seen[above] == 1) {
          problems.add(new Problem(rows[at], "manager_email", "manager-circle"));
          managers[at] = Staff.NOBODY;
          break;
        }
        at = above == at ? Staff.NOBODY : above;
      }
      at = start;
      while (at != Staff.NOBODY && seen[at] == 1) {
        seen[at] = 2;
        at = managers[at];
      }
    }
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
