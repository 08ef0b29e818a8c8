package io.fairlead.app.platform.policy;

/// How far a role that people operations compose may carry a permission. All rows of one record,
/// act and class of fields say the same.
public enum Reach {
  /// It is asked of a person, or of what belongs to one: a composed role may carry it for the whole
  /// organisation, or for a unit and those below it.
  PERSON,
  /// It is asked of nobody in particular: only for the whole organisation, since a role for a unit
  /// would open all of it.
  ORGANISATION,
  /// It stays with those whom its row names: no composed role carries it.
  BUILT_IN
}
