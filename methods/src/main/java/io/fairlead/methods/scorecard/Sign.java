package io.fairlead.methods.scorecard;

/// What an arrow of a strategy map says that progress at its beginning does at its end.
public enum Sign {
  /// It helps.
  HELPS("helps", 1),
  /// It costs: a trade that is known and accepted.
  COSTS("costs", -1);

  private final String code;
  private final int factor;

  Sign(String code, int factor) {
    this.code = code;
    this.factor = factor;
  }

  /// As it is stored, sent and read.
  public String code() {
    return code;
  }

  /// 1 or -1.
  int factor() {
    return factor;
  }
}
