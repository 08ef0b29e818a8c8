package io.fairlead.app.platform.policy;

/// One permission: who stands in this relation to the subject of such a record may do this act to
/// these fields. What no row allows is denied.
///
/// @param recordType what is read or changed, such as `person`, `objective`; message key
///   `record.<type>`
/// @param act such as `read`, `change`, `grade`; message key `act.<act>`
/// @param fields a class of fields, such as `directory`, `contact`, `confidence`; message key
///   `fields.<recordType>.<fields>`
public record PolicyRow(String recordType, String act, String fields, Relation relation) {}
