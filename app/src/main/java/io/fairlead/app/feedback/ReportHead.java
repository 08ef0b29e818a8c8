package io.fairlead.app.feedback;

import io.fairlead.methods.framework.FeedbackIndicator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That there is a report for somebody to read, and when.
///
/// @param subject what stands in addresses
/// @param person the reviewee; null where it is about a team
/// @param name of the reviewee, null once their account is erased; or of the team
/// @param isOwn whether the viewer is the reviewee
/// @param leads whether it is about a team that the viewer leads
/// @param managerName of the manager at the launch, who rates by name
/// @param opens when it can be read, as things stand
/// @param isOpen whether it can be read now
/// @param mayFollow whether the viewer may have those asked again who were asked about it
/// @param hasEscrow whether its round lets two custodians open who wrote a comment
/// @param debrief null until one is booked, and to everybody but the reviewee; a team sees its own
/// @param concerns whom to turn to with threats and misconduct; empty where the round names nobody
/// @param ownerName of who answers for the round; null once their account is erased
/// @param without what the round does not work out
public record ReportHead(
    UUID subject,
    UUID round,
    String roundName,
    Purpose purpose,
    Audience audience,
    @Nullable UUID person,
    @Nullable String name,
    boolean isOwn,
    boolean leads,
    @Nullable String managerName,
    LocalDate publishedOn,
    Instant opens,
    boolean isOpen,
    boolean mayFollow,
    boolean hasEscrow,
    @Nullable Debrief debrief,
    String concerns,
    @Nullable String ownerName,
    Set<FeedbackIndicator> without) {
  public ReportHead {
    without = Set.copyOf(without);
  }

  /// Whether what its figures may mean is worked out for it.
  public boolean hasGuide() {
    return !isOfTeam() && !without.contains(FeedbackIndicator.PATTERNS);
  }

  public boolean isOfTeam() {
    return person == null;
  }

  /// Whether the viewer books the talk about it.
  public boolean mayBook() {
    return isOwn || leads;
  }

  /// @param with null once their account is erased
  public record Debrief(Instant at, UUID withPerson, @Nullable String with) {}
}
