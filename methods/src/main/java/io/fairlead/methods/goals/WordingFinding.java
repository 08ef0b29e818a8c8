package io.fairlead.methods.goals;

/// Something worth a look in how a goal is worded. It never stands in the way of a draft.
///
/// @param rule `O1`, `O4`, `K1`, `K2` or `K3`
/// @param keyResult the index of the key result it is about, or −1 for the objective
/// @param part what the rule found: the words themselves, or a stable code such as `target`
/// @param from where those words begin in the title; equal to `to` when it is about no words
public record WordingFinding(String rule, int keyResult, String part, int from, int to) {}
