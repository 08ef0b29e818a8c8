package io.fairlead.app.feedback;

/// How many people and guests a follow-up asks, and for how many sheets.
public record FollowUpReach(int raters, int sheets) {}
