package io.fairlead.methods.instruments;

/// Why a file cannot be used.
///
/// @param line from 1
public record FileProblem(int line, String message) {}
