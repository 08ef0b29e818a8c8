package io.fairlead.app.platform.policy;

import io.fairlead.app.platform.Role;
import org.jspecify.annotations.Nullable;

/// How the viewer stands to a record, as one SQL condition. `{subject}` in it is replaced by the
/// column that holds the person (or, for relations a module declares, the record) in the statement
/// at hand; `:viewer`, `:viewer_roles`, `:viewer_units` and `:today` are bound from the viewer.
/// Lists and single acts use the same condition, so "not yours" and "not there" are one answer.
///
/// @param code stable name, also the message key `relation.<code>` ("your manager and those above")
/// @param byRole of a relation that is a built-in role by itself; null: it takes something else, as
///   who one is, whom one manages, or where one works
public record Relation(String code, String condition, @Nullable ByRole byRole) {

  /// A built-in role for the whole organisation, which the condition asks for in the words of
  /// `held`.
  ///
  /// @param person the SQL of the person whose record it is, over `{subject}`: where there is none,
  ///   `null`
  public record ByRole(Role role, String person) {}

  public Relation {
    if (byRole != null && !condition.contains(held(byRole.role()))) {
      throw new IllegalArgumentException(code + " does not ask for its role");
    }
  }

  public Relation(String code, String condition) {
    this(code, condition, null);
  }

  public static final Relation EVERYONE = new Relation("everyone", "true");
  public static final Relation SELF = new Relation("self", "{subject} = :viewer");
  public static final Relation PEOPLE_OPS = role(Role.PEOPLE_OPS);
  public static final Relation EXECUTIVE = role(Role.EXECUTIVE);
  public static final Relation FINANCE = role(Role.FINANCE);
  public static final Relation AUDITOR = role(Role.AUDITOR);
  public static final Relation IT_ADMINISTRATOR = role(Role.IT_ADMINISTRATOR);

  private static Relation role(Role role) {
    return new Relation(role.code(), held(role), new ByRole(role, "{subject}"));
  }

  /// That the viewer holds a built-in role.
  public static String held(Role role) {
    return "'" + role.code() + "' = any(:viewer_roles)";
  }

  /// The same condition with another one in the place of the built-in role.
  String heldAs(String other) {
    return byRole == null ? "false" : condition.replace(held(byRole.role()), other);
  }

  /// That a row exists, looked up by index for each record that is asked about. Without it the
  /// database may rather read all rows of the viewer (a chief's whole line, everybody's employment)
  /// and keep them in a hash, which costs what the organisation is large.
  ///
  /// @param select a statement over few rows of one record, without limit
  public static String exists(String select) {
    return "exists (" + select.strip() + " offset 0)";
  }
}
