package io.fairlead.app.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody in a team, for a time.
///
/// @param until the first day on which they no longer are
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Member(
    UUID person, String name, String title, LocalDate from, @Nullable LocalDate until) {}
