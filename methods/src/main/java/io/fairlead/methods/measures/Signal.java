package io.fairlead.methods.measures;

/// Where a process shows that it has changed.
///
/// @param index of the value with which the rule is fulfilled, from 0
public record Signal(int index, SignalRule rule) {}
