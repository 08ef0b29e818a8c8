package io.fairlead.app.goals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How far an alignment has been talked through: what holds, and what is offered and by whom. Made
/// from the moves alone, in their order.
///
/// @param agreed what counts now, if anything
/// @param offered what waits for an answer, if anything
/// @param from which side the offer comes from; null when there is none
public record Negotiation(@Nullable Terms agreed, @Nullable Terms offered, @Nullable Side from) {

  /// What two sides can agree on. The primary parent has what the contributions leave.
  ///
  /// @param share of a contribution, above 0 and up to 1; of a primary parent 1
  public record Terms(BigDecimal share, boolean primary) {}

  /// Below is the objective that contributes, above the one it moves.
  public enum Side {
    BELOW,
    ABOVE;

    public Side other() {
      return this == BELOW ? ABOVE : BELOW;
    }
  }

  public enum Kind {
    PROPOSED,
    DISCUSSED,
    COUNTERED,
    AGREED,
    DECLINED,
    WITHDRAWN,
    ENDED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> find(String code) {
      return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
  }

  /// One thing said.
  ///
  /// @param terms what it offers, for a proposal or a counter-offer
  public record Move(
      UUID id,
      Kind kind,
      Side side,
      @Nullable Terms terms,
      String note,
      UUID by,
      String byName,
      Instant at) {}

  static final Negotiation NOTHING = new Negotiation(null, null, null);

  private record Offer(Terms terms, Side from) {}

  static Negotiation of(List<Move> moves) {
    return of(moves, null);
  }

  /// @param stands what is agreed now; it counts as the beginning where nobody ever proposed it, as
  ///   with what an import brought
  static Negotiation of(List<Move> moves, @Nullable Terms stands) {
    boolean proposed = !moves.isEmpty() && moves.getFirst().kind() == Kind.PROPOSED;
    Terms agreed = proposed ? null : stands;
    Deque<Offer> offers = new ArrayDeque<>();
    for (Move move : moves) {
      switch (move.kind()) {
        case PROPOSED, COUNTERED -> {
          if (move.terms() != null) {
            offers.push(new Offer(move.terms(), move.side()));
          }
        }
        case AGREED -> {
          Offer accepted = offers.peek();
          agreed = accepted == null ? agreed : accepted.terms();
          offers.clear();
        }
        case DECLINED -> offers.clear();
        case WITHDRAWN -> offers.poll();
        case ENDED -> {
          agreed = null;
          offers.clear();
        }
        case DISCUSSED -> {}
      }
    }
    Offer pending = offers.peek();
    return pending == null
        ? new Negotiation(agreed, null, null)
        : new Negotiation(agreed, pending.terms(), pending.from());
  }

  /// Nothing holds and nothing is offered.
  public boolean isOver() {
    return agreed == null && offered == null;
  }

  /// What stands in the plan of the objective below: what holds, else what is offered.
  Optional<Terms> standing() {
    return Optional.ofNullable(agreed == null ? offered : agreed);
  }
}
