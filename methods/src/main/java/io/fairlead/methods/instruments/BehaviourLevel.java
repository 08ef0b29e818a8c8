package io.fairlead.methods.instruments;

/// How far somebody has come with a competency, or how far what they do reaches.
///
/// @param number from 1
/// @param means in one sentence, who is there
public record BehaviourLevel(int number, LocalText name, LocalText means) {}
