package io.fairlead.app.feedback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A round as one person may see it.
///
/// @param ownerName null once their account is erased
/// @param custodians names of those who keep its escrow, the first one first; empty where it has
///   none, blank once an account is erased
/// @param hash of the promise as it was launched; null before
/// @param mayRun whether the viewer may change, launch and end it
/// @param mayCount whether the viewer may see how far it is
public record Round(
    UUID id,
    RoundTerms terms,
    RoundState state,
    @Nullable String ownerName,
    @Nullable String stewardName,
    List<String> custodians,
    @Nullable String hash,
    @Nullable Instant launchedAt,
    long version,
    boolean mayRun,
    boolean mayCount) {
  public Round {
    custodians = List.copyOf(custodians);
  }

  public String name() {
    return terms.name();
  }
}
