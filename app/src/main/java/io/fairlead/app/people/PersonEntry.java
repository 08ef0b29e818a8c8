package io.fairlead.app.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person as one viewer may see them: what the policy does not show is null and absent from JSON.
///
/// @param here whether the person works here on the day asked for
/// @param since first day of the employment (class `employment`)
/// @param lastDay known last day (class `employment`)
/// @param email class `contact`
/// @param attributes class `attributes`
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonEntry(
    UUID id,
    long version,
    String name,
    String title,
    boolean here,
    @Nullable UnitName unit,
    @Nullable PersonName manager,
    int reports,
    List<TeamName> teams,
    @Nullable String email,
    @Nullable String employeeNumber,
    @Nullable LocalDate since,
    @Nullable LocalDate lastDay,
    @Nullable Map<String, String> attributes) {
  public PersonEntry {
    teams = List.copyOf(teams);
  }
}
