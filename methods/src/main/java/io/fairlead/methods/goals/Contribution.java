package io.fairlead.methods.goals;

/// A share of what an objective achieves that counts in another one, named by its id.
///
/// @param share above 0 and at most 1
public record Contribution(String objective, double share) {}
