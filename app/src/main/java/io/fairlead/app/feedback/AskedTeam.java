package io.fairlead.app.feedback;

import org.jspecify.annotations.Nullable;

/// A team that is asked.
///
/// @param leadName null where nobody leads it, or their account is erased
/// @param members who are asked
public record AskedTeam(String name, @Nullable String leadName, int members) {}
