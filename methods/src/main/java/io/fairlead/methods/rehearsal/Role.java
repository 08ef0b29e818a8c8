package io.fairlead.methods.rehearsal;

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
}
