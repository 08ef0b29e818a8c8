package io.fairlead.app.talk;

import java.util.List;

/// A reaction as it stands beside what it is to.
///
/// @param names of the first few who gave it
/// @param mine whether the viewer is among them
public record Reacted(ReactionKind kind, int count, boolean mine, List<String> names) {}
