package io.fairlead.methods.framework;

import org.jspecify.annotations.Nullable;

/// A lint rule whose findings are accepted, at one path or everywhere, and why.
public record Waiver(String rule, @Nullable String path, String reason) {}
