package io.fairlead.app.people.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one row says of a person. Null: the file does not say, so it stays as it is; an empty text
/// or list: it is cleared.
///
/// @param number of the row in the file, the header being row 1
/// @param line on which the row begins (rows may span lines)
/// @param unitPath from the top: `[Sales, North]`
/// @param endDate the last day
/// @param leaves the file says that they are no longer here, whatever the dates
public record PersonRow(
    int number,
    long line,
    List<String> cells,
    @Nullable String employeeNumber,
    @Nullable String name,
    @Nullable String email,
    @Nullable String title,
    @Nullable List<String> unitPath,
    @Nullable String managerEmail,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    boolean leaves,
    @Nullable List<String> teams,
    Map<String, String> attributes,
    List<RowProblem> problems) {}
