package io.fairlead.methods.rehearsal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Who would live with a framework, as far as its effort depends on it: how many people, and how
/// many each leads directly.
public final class Staff {
  /// Nobody is above them.
  public static final int NOBODY = -1;

  /// How many each leads, in ascending order.
  private final Map<Role, int[]> reports = new EnumMap<>(Role.class);

  private Staff() {}

  private Staff(int[] led, Role[] roles) {
    for (Role role : Role.values()) {
      int[] found = new int[led.length];
      int size = 0;
      for (int person = 0; person < led.length; person++) {
        if (roles[person] == role) {
          found[size++] = led[person];
        }
      }
      int[] sorted = Arrays.copyOf(found, size);
      Arrays.sort(sorted);
      reports.put(role, sorted);
    }
  }

  /// @param managers of each person the number of their manager, or `NOBODY`; who manages themself
  ///   is nobody's report
  /// @throws IllegalArgumentException for a number that is no person's
  public static Staff of(int[] managers) {
    int[] led = new int[managers.length];
    for (int person = 0; person < managers.length; person++) {
      int manager = managers[person];
      if (manager < NOBODY || manager >= managers.length) {
        throw new IllegalArgumentException("there is no person " + manager);
      }
      if (manager != NOBODY && manager != person) {
        led[manager]++;
      }
    }
    Role[] roles = new Role[managers.length];
    for (int person = 0; person < managers.length; person++) {
      roles[person] = led[person] == 0 ? Role.MEMBER : Role.LEADER;
    }
    for (int person = 0; person < managers.length; person++) {
      int manager = managers[person];
      if (manager != NOBODY && manager != person && led[person] > 0) {
        roles[manager] = Role.LEADER_OF_LEADERS;
      }
    }
    return new Staff(led, roles);
  }

  /// So many people of a role who each lead so many directly.
  public record Span(Role role, int reports, int people) {}

  /// The same from counts, however many people they stand for.
  ///
  /// @throws IllegalArgumentException for a count below 0
  public static Staff counted(List<Span> spans) {
    Staff staff = new Staff();
    for (Role role : Role.values()) {
      staff.reports.put(
          role,
          spans.stream()
              .filter(span -> span.role() == role)
              .flatMapToInt(Staff::each)
              .sorted()
              .toArray());
    }
    return staff;
  }

  private static IntStream each(Span span) {
    if (span.people() < 0 || span.reports() < 0) {
      throw new IllegalArgumentException("a count is 0 or more: " + span);
    }
    return IntStream.generate(span::reports).limit(span.people());
  }

  public int people() {
    return reports.values().stream().mapToInt(each -> each.length).sum();
  }

  public int people(Role role) {
    return of(role).length;
  }

  /// How many people somebody of the role leads directly, on average; 0 where the role has nobody.
  public double meanReports(Role role) {
    return Arrays.stream(of(role)).average().orElse(0);
  }

  /// How many people a share of the role leads directly at most: at 0.9 the number that nine in ten
  /// do not exceed, at 1 the largest. 0 where the role has nobody.
  ///
  /// @param share above 0, at most 1
  public int reports(Role role, double share) {
    int[] each = of(role);
    return each.length == 0 ? 0 : each[(int) Math.ceil(share * each.length) - 1];
  }

  /// How many each of the role leads directly, in ascending order.
  IntStream reports(Role role) {
    return Arrays.stream(of(role));
  }

  private int[] of(Role role) {
    return reports.getOrDefault(role, new int[0]);
  }
}
