package io.fairlead.app.people.intake;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The people files we know, told apart by their headers. Header names are compared without case,
/// blanks, `_` and `-`.
public enum FileFormat {
  /// Our own: `employee_number, name, email, title, unit, manager_email, start_date, end_date,
  /// teams`.
  FAIRLEAD(
      "fairlead",
      Map.ofEntries(
          entry("employeenumber", Field.EMPLOYEE_NUMBER),
          entry("name", Field.NAME),
          entry("email", Field.EMAIL),
          entry("title", Field.TITLE),
          entry("unit", Field.UNIT),
          entry("unitpath", Field.UNIT),
          entry("manageremail", Field.MANAGER_EMAIL),
          entry("startdate", Field.START_DATE),
          entry("enddate", Field.END_DATE),
          entry("teams", Field.TEAMS))),

  /// Lattice: `Full Name, Title, Email, Status, Manager Email, Start Date, Department`.
  LATTICE(
      "lattice",
      Map.ofEntries(
          entry("fullname", Field.NAME),
          entry("title", Field.TITLE),
          entry("email", Field.EMAIL),
          entry("status", Field.STATUS),
          entry("manageremail", Field.MANAGER_EMAIL),
          entry("startdate", Field.START_DATE),
          entry("department", Field.UNIT),
          entry("employeeid", Field.EMPLOYEE_NUMBER))),

  /// 15Five: `email, first_name, last_name, title, reviewer_email, employee_id, group_type_…,
  /// is_active, start_date, termination_date`.
  FIFTEEN_FIVE(
      "15five",
      Map.ofEntries(
          entry("email", Field.EMAIL),
          entry("firstname", Field.FIRST_NAME),
          entry("lastname", Field.LAST_NAME),
          entry("title", Field.TITLE),
          entry("revieweremail", Field.MANAGER_EMAIL),
          entry("employeeid", Field.EMPLOYEE_NUMBER),
          entry("grouptypedepartment", Field.UNIT),
          entry("grouptypeteam", Field.TEAMS),
          entry("isactive", Field.IS_ACTIVE),
          entry("startdate", Field.START_DATE),
          entry("terminationdate", Field.END_DATE))),

  /// An organisation's own, as a saved mapping says.
  MAPPED("mapped", Map.of());

  private final String code;

  @SuppressWarnings("ImmutableEnumChecker") // made by Map.ofEntries
  private final Map<String, Field> columns;

  FileFormat(String code, Map<String, Field> columns) {
    this.code = code;
    this.columns = columns;
  }

  /// As stored and as said in the API.
  public String code() {
    return code;
  }

  public static FileFormat of(String code) {
    for (FileFormat format : values()) {
      if (format.code.equals(code)) {
        return format;
      }
    }
    throw new IllegalArgumentException(code);
  }

  Optional<Field> field(String header) {
    return Optional.ofNullable(columns.get(plain(header)));
  }

  /// What a column of this name says in a file that we know; a first guess in one that we do not.
  public static Optional<Field> guess(String header) {
    for (FileFormat format : values()) {
      Optional<Field> field = format.field(header);
      if (field.isPresent()) {
        return field;
      }
    }
    return Optional.empty();
  }

  /// Whether a cell that is there but empty clears what is known, or leaves it.
  boolean emptyCellClears() {
    return this != FIFTEEN_FIVE;
  }

  /// Whether dates may stand as American products write them, 3/31/2026.
  boolean writesMonthFirst() {
    return this == LATTICE || this == FIFTEEN_FIVE;
  }

  /// The format whose header these names are; empty for none that we know.
  static Optional<FileFormat> recognised(Set<String> plainNames) {
    if (!plainNames.contains("email")) {
      return Optional.empty();
    }
    if (plainNames.contains("firstname") && plainNames.contains("lastname")) {
      return Optional.of(FIFTEEN_FIVE);
    }
    if (plainNames.contains("fullname")) {
      return Optional.of(LATTICE);
    }
    return plainNames.contains("name") ? Optional.of(FAIRLEAD) : Optional.empty();
  }

  static String plain(String header) {
    return header.strip().toLowerCase(Locale.ROOT).replaceAll("[_\\s-]", "");
  }
}
