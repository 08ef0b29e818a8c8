package io.fairlead.app.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report in a list.
///
/// @param id what stands in addresses
/// @param person missing where it is about a team
/// @param name of the person, missing once the account is erased; or of the team
/// @param open whether it can be read now
/// @param opens when it can be read, as things stand
/// @param concerns whom to turn to with threats and misconduct; missing where nobody is named
/// @param debrief missing until one is booked, and to everybody but the reviewee
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportHeadJson(
    UUID id,
    UUID round,
    String roundName,
    String purpose,
    @Nullable UUID person,
    @Nullable String name,
    LocalDate publishedOn,
    boolean open,
    Instant opens,
    @Nullable String concerns,
    @Nullable DebriefJson debrief) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DebriefJson(Instant at, UUID with, @Nullable String name) {}

  static ReportHeadJson of(ReportHead head) {
    ReportHead.Debrief debrief = head.debrief();
    return new ReportHeadJson(
        head.subject(),
        head.round(),
        head.roundName(),
        head.purpose().code(),
        head.person(),
        head.name(),
        head.publishedOn(),
        head.isOpen(),
        head.opens(),
        head.concerns().isEmpty() ? null : head.concerns(),
        debrief == null
            ? null
            : new DebriefJson(debrief.at(), debrief.withPerson(), debrief.with()));
  }
}
