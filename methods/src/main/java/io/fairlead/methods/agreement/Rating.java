package io.fairlead.methods.agreement;

import java.util.List;

/// One rating of a file. Rater, ratee and item are places in its lists of names.
///
/// @param row as a spreadsheet counts
/// @param others the cells of the further columns that were asked for, in their order
public record Rating(int row, int rater, int ratee, int item, double value, List<String> others) {}
