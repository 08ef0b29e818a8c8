package io.fairlead.app.feedback;

import io.fairlead.app.disclosure.CustodianKey;
import io.fairlead.app.feedback.RoundEscrow.Custodian;
import io.fairlead.app.platform.Reason;
import io.fairlead.methods.framework.FeedbackDefaults.Escrow;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes a round's escrow of what somebody wrote, or adds all that is wrong with it.
final class EscrowReading {
  private final Escrow usual;
  private final List<Reason> wrong;

  /// @param usual what the framework says of escrows
  EscrowReading(Escrow usual, List<Reason> wrong) {
    this.usual = usual;
    this.wrong = wrong;
  }

  /// Why a round of these terms may not be launched by what the framework says; empty where it may.
  static Optional<Reason> against(Escrow usual, RoundTerms terms) {
    return switch (usual.rounds()) {
      case NONE ->
          terms.escrow() == null
              ? Optional.empty()
              : Optional.of(Reason.invalid("escrow.first", "feedback.escrow-nowhere"));
      case REQUIRED ->
          terms.escrow() == null && !terms.isFollowUp()
              ? Optional.of(Reason.invalid("escrow.first", "feedback.escrow-everywhere"))
              : Optional.empty();
      case OFFERED -> Optional.empty();
    };
  }

  @Nullable RoundEscrow read(@Nullable RoundEscrowInput input) {
    if (input == null || input.isNone()) {
      return null;
    }
    if (usual.rounds() == Escrow.Use.NONE) {
      wrong.add(Reason.invalid("escrow.first", "feedback.escrow-nowhere"));
      return null;
    }
    Optional<Custodian> first = custodian(input.first(), input.firstKey(), "first");
    Optional<Custodian> second = custodian(input.second(), input.secondKey(), "second");
    int days = input.days() == null ? usual.days() : input.days();
    if (days < 1 || days > Escrow.MOST_DAYS) {
      wrong.add(Reason.invalid("escrow.days", "feedback.between", 1, Escrow.MOST_DAYS));
    }
    if (first.isEmpty() || second.isEmpty()) {
      return null;
    }
    if (first.get().person().equals(second.get().person())) {
      wrong.add(Reason.invalid("escrow.second", "feedback.escrow-one-person"));
    }
    if (first.get().key().equals(second.get().key())) {
      wrong.add(Reason.invalid("escrow.secondKey", "feedback.escrow-one-key"));
    }
    return new RoundEscrow(first.get(), second.get(), days);
  }

  private Optional<Custodian> custodian(
      @Nullable UUID person, @Nullable String text, String which) {
    Optional<CustodianKey> key = CustodianKey.read(text == null ? "" : text);
    if (person == null) {
      wrong.add(Reason.invalid("escrow." + which, "feedback.escrow-nobody"));
    }
    if (key.isEmpty()) {
      wrong.add(Reason.invalid("escrow." + which + "Key", "feedback.escrow-no-key"));
    }
    return person == null ? Optional.empty() : key.map(found -> new Custodian(person, found));
  }
}
