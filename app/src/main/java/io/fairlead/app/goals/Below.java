package io.fairlead.app.goals;

import java.util.List;

/// The rows below one objective, for the tree to put in place.
public record Below(List<GoalTree.Line> lines, GoalQuery query) {}
