package io.fairlead.methods.rehearsal;

import io.fairlead.methods.framework.Effort;
import java.util.OptionalInt;

/// Where somebody stands in the reporting lines, which decides what is asked of them.
public enum Role {
  /// Leads nobody.
  MEMBER("member"),
  /// Leads people of whom none leads anybody.
  LEADER("leader"),
  /// Leads at least one person who leads others.
  LEADER_OF_LEADERS("leader-of-leaders");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// What a framework lets any week ask of somebody of the role; empty without a limit.
  public OptionalInt budget(Effort effort) {
    return switch (this) {
      case MEMBER -> effort.member();
      case LEADER -> effort.leader();
      case LEADER_OF_LEADERS -> effort.leaderOfLeaders();
    };
  }
}
