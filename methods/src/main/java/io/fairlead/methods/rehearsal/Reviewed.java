package io.fairlead.methods.rehearsal;

import io.fairlead.methods.framework.FeedbackRound.Reviewees;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Who is rated in a round, and how many of them somebody of a role leads or is led by, as far as
/// counts can tell.
final class Reviewed {
  private final Staff staff;
  private final Set<Role> roles;

  Reviewed(Staff staff, Reviewees reviewees) {
    this.staff = staff;
    this.roles =
        switch (reviewees) {
          case EVERYONE -> EnumSet.allOf(Role.class);
          case LEADERS -> EnumSet.of(Role.LEADER, Role.LEADER_OF_LEADERS);
          case LEADERS_OF_LEADERS -> EnumSet.of(Role.LEADER_OF_LEADERS);
        };
  }

  int people() {
    return roles.stream().mapToInt(staff::people).sum();
  }

  /// How many each of them leads.
  IntStream reports() {
    return roles.stream().flatMapToInt(staff::reports);
  }

  /// The same minutes for each of them.
  Map<Role, Double> each(double minutes) {
    Map<Role, Double> own = new EnumMap<>(Role.class);
    roles.forEach(role -> own.put(role, minutes));
    return own;
  }

  /// So many minutes for each of them whom somebody leads. Where everybody is rated, all reports
  /// are; else the leaders among them, which are shared out evenly over those who lead leaders.
  Spent led(double minutes) {
    if (roles.contains(Role.MEMBER)) {
      return new Spent(Map.of(), minutes);
    }
    int heads = staff.people(Role.LEADER_OF_LEADERS);
    return heads == 0
        ? new Spent(Map.of(), 0)
        : new Spent(Map.of(Role.LEADER_OF_LEADERS, minutes * (people() - 1) / heads), 0);
  }

  /// Minutes that a role spends on all of them, and for each report.
  record Spent(Map<Role, Double> own, double perReport) {}

  /// The mean minutes of those who are asked to rate whom they report to. Reports of leaders are
  /// members; all others report to those who lead leaders, but the one at the top.
  ///
  /// @param asked reports of each, or all where there are fewer
  Map<Role, Double> above(double minutes, int asked) {
    double ofLeaders = chosen(Role.LEADER, asked);
    double ofHeads = chosen(Role.LEADER_OF_LEADERS, asked);
    Map<Role, Double> own = new EnumMap<>(Role.class);
    int members = staff.people(Role.MEMBER);
    int leaders = staff.people(Role.LEADER);
    int heads = staff.people(Role.LEADER_OF_LEADERS);
    if (members > 0) {
      long underLeaders = Math.min(members, led(Role.LEADER));
      long underHeads =
          Math.clamp(led(Role.LEADER_OF_LEADERS) - leaders - heads + 1, 0, members - underLeaders);
      own.put(Role.MEMBER, minutes * (underLeaders * ofLeaders + underHeads * ofHeads) / members);
    }
    own.put(Role.LEADER, minutes * ofHeads);
    own.put(Role.LEADER_OF_LEADERS, heads == 0 ? 0 : minutes * ofHeads * (heads - 1) / heads);
    return own;
  }

  /// Of all reports of a role, the share that is asked.
  private double chosen(Role role, int asked) {
    if (!roles.contains(role)) {
      return 0;
    }
    long some = staff.reports(role).mapToLong(reports -> Math.min(reports, asked)).sum();
    return led(role) == 0 ? 0 : (double) some / led(role);
  }

  private long led(Role role) {
    return staff.reports(role).asLongStream().sum();
  }
}
