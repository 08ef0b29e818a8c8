package io.fairlead.app.people.intake;

/// What a column of a people file may say about a person.
public enum Field {
  EMPLOYEE_NUMBER,
  NAME,
  FIRST_NAME,
  LAST_NAME,
  EMAIL,
  TITLE,
  UNIT,
  MANAGER_EMAIL,
  START_DATE,
  END_DATE,
  STATUS,
  IS_ACTIVE,
  TEAMS;

  /// As stored with a run: `manager_email`.
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
