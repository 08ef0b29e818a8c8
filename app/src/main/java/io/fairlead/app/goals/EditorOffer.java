package io.fairlead.app.goals;

/// Something that the editor offers to choose.
///
/// @param value as sent back
/// @param beside who answers for it, for an objective
public record EditorOffer(String value, String name, String beside) {}
