package io.fairlead.app.people;

/// Legal holds as SQL, for every module's statements that delete.
public final class LegalHoldSql {
  private LegalHoldSql() {}

  /// That nothing of this person has to be kept for a court.
  ///
  /// @param person a column with a person, which may be null
  public static String free(String person) {
    return "not exists (select 1 from legal_hold held where held.person = %s and held.lifted_at is null)"
        .formatted(person);
  }
}
