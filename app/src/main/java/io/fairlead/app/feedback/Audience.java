package io.fairlead.app.feedback;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Who reads a report.
public enum Audience {
  /// The reviewee alone.
  REVIEWEE,
  /// And the manager whom they had at the launch.
  REVIEWEE_AND_MANAGER,
  /// The round is about teams: who leads the team alone.
  LEAD,
  /// The round is about teams: the team, and who leads it.
  TEAM;

  /// Whether what is read is about a team.
  public boolean isOfTeams() {
    return this == LEAD || this == TEAM;
  }

  /// As the database and the API write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Audience> find(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
