package io.fairlead.app.feedback;

import io.fairlead.methods.instruments.Relationship;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That somebody is asked about somebody, while the round takes answers.
///
/// @param id random; what stands in addresses
/// @param subject of `feedback_subject`
/// @param about the person, or the unit or objective whose team it is about
/// @param subjectName null once their account is erased
/// @param rater null for a guest from outside
/// @param slip the random name of what they write
/// @param earlier those before a guest's address was corrected, which open to nobody
public record Invitation(
    UUID id,
    UUID round,
    UUID subject,
    UUID about,
    @Nullable String subjectName,
    @Nullable UUID rater,
    @Nullable UUID guest,
    Relationship relationship,
    UUID slip,
    List<UUID> earlier) {

  public Invitation {
    earlier = List.copyOf(earlier);
  }
}
