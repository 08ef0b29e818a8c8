package io.fairlead.app.platform.policy;

import org.jspecify.annotations.Nullable;

/// One permission: who stands in this relation to the subject of such a record may do this act to
/// these fields. What no row allows is denied.
///
/// @param recordType what is read or changed, such as `person`, `objective`; message key
///   `record.<type>`
/// @param act such as `read`, `change`, `grade`; message key `act.<act>`
/// @param fields a class of fields, such as `directory`, `contact`, `confidence`; message key
///   `fields.<recordType>.<fields>`
/// @param reach how far a composed role may carry it
/// @param follows another permission with which this one comes: who may read an objective may read
///   what is said about it; null: it stands by itself
public record PolicyRow(
    String recordType,
    String act,
    String fields,
    Relation relation,
    Reach reach,
    @Nullable String follows) {
  private static final String READ = "read";

  public PolicyRow(String recordType, String act, String fields, Relation relation, Reach reach) {
    this(recordType, act, fields, relation, reach, null);
  }

  /// What is permitted, such as `person.read.contact`.
  public String permission() {
    return permission(recordType, act, fields);
  }

  public static String permission(String recordType, String act, String fields) {
    return recordType + "." + act + "." + fields;
  }

  /// The permission by which a composed role has this one.
  public String carriedBy() {
    return follows == null ? permission() : follows;
  }

  /// Whether a composed role may be made of it: a built-in role has it by itself, and it need not
  /// stay there. Nothing that only oneself, a manager, an owner or an author may can be composed.
  public boolean isComposable() {
    return isCarried() && follows == null;
  }

  /// Whether a composed role can give it at all.
  public boolean isCarried() {
    return reach != Reach.BUILT_IN && relation.byRole() != null;
  }

  /// The condition under which a composed role gives it, over `{subject}`; `false` where none can.
  /// An act other than reading never reaches somebody who holds a role: who could change their
  /// address, or let them in anew, would have what they have.
  public String composedCondition() {
    Relation.ByRole byRole = relation.byRole();
    if (byRole == null || !isCarried()) {
      return "false";
    }
    String everywhere = "'may:" + carriedBy() + "' = any(:viewer_roles)";
    if (reach == Reach.ORGANISATION) {
      return relation.heldAs(everywhere);
    }
    String within =
        "'in:%1$s' = any(:viewer_roles) and works_within(%2$s, 'in:%1$s:', :viewer_roles, :today)"
            .formatted(carriedBy(), byRole.person());
    String held = "(" + everywhere + " or " + within + ")";
    return relation.heldAs(
        act.equals(READ)
            ? held
            : "(" + held + " and not holds_role(" + byRole.person() + ", :today))");
  }
}
