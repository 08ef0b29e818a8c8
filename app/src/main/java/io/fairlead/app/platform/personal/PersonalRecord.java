package io.fairlead.app.platform.personal;

import java.util.ArrayList;
import java.util.List;

/// One kind of record that a module keeps about people. Its statements see `:person`, and while
/// somebody is erased also `:email`.
///
/// @param code stable name, its file in an export and message key `personal.<code>`; where it stays
///   when its person is erased, `personal.stays.<code>` says why
/// @param columns every column that holds such a person, `table.column`
/// @param told selects what an export says, one row a record, in the person's own data only: never
///   what others wrote in private, never a secret. Its rows are also what a preview counts
/// @param goes whether erasing the person takes the records away; else they stay and name nobody
/// @param erasing statements that erasing runs
/// @param emptying statements that empty what the person wrote, where that is asked for
public record PersonalRecord(
    String code,
    List<String> columns,
    String told,
    boolean goes,
    List<String> erasing,
    List<String> emptying) {
  public PersonalRecord {
    columns = List.copyOf(columns);
    erasing = List.copyOf(erasing);
    emptying = List.copyOf(emptying);
  }

  /// A record that stays and points at a person who has no name any more.
  public static PersonalRecord staying(String code, String told, String... columns) {
    return new PersonalRecord(code, List.of(columns), told, false, List.of(), List.of());
  }

  /// A record that erasing its person takes away.
  public static PersonalRecord going(String code, String told, String erasing, String... columns) {
    return new PersonalRecord(code, List.of(columns), told, true, List.of(erasing), List.of());
  }

  /// The same, where erasing does this as well.
  public PersonalRecord erasing(String statement) {
    return new PersonalRecord(code, columns, told, goes, with(erasing, statement), emptying);
  }

  /// The same, whose words can be emptied.
  public PersonalRecord emptying(String statement) {
    return new PersonalRecord(code, columns, told, goes, erasing, with(emptying, statement));
  }

  private static List<String> with(List<String> statements, String one) {
    List<String> more = new ArrayList<>(statements);
    more.add(one);
    return more;
  }
}
