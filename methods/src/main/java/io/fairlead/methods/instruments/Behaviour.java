package io.fairlead.methods.instruments;

/// Something that a person can do from next week on, and how others would see that it is done.
///
/// @param id `listening.speaks-last`; once and for good
/// @param competency the id that bank and results share
/// @param level from 1 to 5, see [BehaviourLevel]
/// @param does what one sees
/// @param shows the measure of success
public record Behaviour(String id, String competency, int level, LocalText does, LocalText shows) {}
