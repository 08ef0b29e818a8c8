package io.fairlead.app.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cross-functional team, beside the reporting lines.
///
/// @param members how many there are today
/// @param ended the first day on which it is no more; null while it is
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Team(
    UUID id,
    long version,
    String name,
    String purpose,
    @Nullable PersonName lead,
    int members,
    LocalDate began,
    @Nullable LocalDate ended) {}
