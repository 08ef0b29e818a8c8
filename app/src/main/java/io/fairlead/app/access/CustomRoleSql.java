package io.fairlead.app.access;

/// What composed roles permit, as parts of the statements that find out who is asking.
final class CustomRoleSql {
  private CustomRoleSql() {}

  /// That a grant (`g`) works on `:today`: it has not ended, and its holder works here.
  static final String IN_FORCE =
      """
      (g.last_day is null or g.last_day >= :today)
      and exists (select from employment here where here.person = g.person and here.during @> :today)\
      """;

  /// The codes of what a person holds, as a text array.
  ///
  /// @param person the column of their id
  static String permissionsOf(String person) {
    return """
    array(select distinct c.code from custom_role_grant g
      left join custom_role_permission p on p.role = g.role
      cross join lateral (values
        (case when g.unit is null then 'may:' || p.permission end),
        (case when g.unit is not null then 'in:' || p.permission end),
        (case when g.unit is not null then 'in:' || p.permission || ':' || g.unit end),
        (case when g.may_give_on then 'gives:' || g.role end)) c (code)
      where g.person = %s and c.code is not null and %s)\
    """
        .formatted(person, IN_FORCE);
  }

  /// The codes of a role that somebody looks as, over a row of `preview` (`p`).
  static final String PERMISSIONS_LOOKED_AS =
      """
      array(select c.code from custom_role_permission r
        cross join lateral (values
          (case when p.unit is null then 'may:' || r.permission end),
          (case when p.unit is not null then 'in:' || r.permission end),
          (case when p.unit is not null then 'in:' || r.permission || ':' || p.unit end)) c (code)
        where r.role = p.custom_role and c.code is not null)\
      """;

  /// What changes whenever a composed role does; empty while there is none.
  static final String STATE =
      "coalesce((select md5(string_agg(c.id::text || c.version, ',' order by c.id)) from custom_role c), '')";
}
