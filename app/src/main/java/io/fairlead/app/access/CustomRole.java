package io.fairlead.app.access;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// A role that the organisation composed itself.
///
/// @param purpose a sentence that says what it is for
/// @param permissions each as `record.act.fields`, some of which may no longer be in the policy
///   table: those give nothing
/// @param holders how many people hold it today
/// @param ofUnits whether somebody holds it for a unit
record CustomRole(
    UUID id,
    String name,
    String purpose,
    Set<String> permissions,
    long version,
    int holders,
    boolean ofUnits) {
  CustomRole {
    permissions = java.util.Collections.unmodifiableSet(new TreeSet<>(permissions));
  }
}
