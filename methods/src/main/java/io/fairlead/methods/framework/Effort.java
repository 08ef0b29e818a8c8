package io.fairlead.methods.framework;

import java.util.OptionalInt;

/// What any week may ask of somebody, in minutes on average; empty where there is no limit.
///
/// @param member of those who lead nobody
/// @param leader of those who lead people of whom none leads anybody
/// @param leaderOfLeaders of all others
public record Effort(OptionalInt member, OptionalInt leader, OptionalInt leaderOfLeaders) {}
