package io.fairlead.app.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That there is a report for somebody to read, and when.
///
/// @param subject what stands in addresses
/// @param name of the reviewee; null once their account is erased
/// @param isOwn whether the viewer is the reviewee
/// @param managerName of the manager at the launch, who rates by name
/// @param opens when it can be read, as things stand
/// @param isOpen whether it can be read now
/// @param mayFollow whether the viewer may have those asked again who were asked about it
/// @param debrief null until one is booked, and to everybody but the reviewee
public record ReportHead(
    UUID subject,
    UUID round,
    String roundName,
    Purpose purpose,
    Audience audience,
    UUID person,
    @Nullable String name,
    boolean isOwn,
    @Nullable String managerName,
    LocalDate publishedOn,
    Instant opens,
    boolean isOpen,
    boolean mayFollow,
    @Nullable Debrief debrief) {

  /// @param with null once their account is erased
  public record Debrief(Instant at, UUID withPerson, @Nullable String with) {}
}
