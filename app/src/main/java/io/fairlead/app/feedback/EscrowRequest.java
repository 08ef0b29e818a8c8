package io.fairlead.app.feedback;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That somebody asks who wrote one comment, and what became of it.
///
/// @param words of the comment while it is open; null afterwards
/// @param askedByName null once their account is erased
/// @param own whether the viewer asked
public record EscrowRequest(
    UUID id,
    UUID comment,
    @Nullable String words,
    EscrowReason because,
    State state,
    @Nullable String askedByName,
    @Nullable String decidedByName,
    LocalDate askedOn,
    boolean own) {

  /// How far it is.
  public enum State {
    ASKED,
    AGREED,
    REFUSED,
    TAKEN_BACK,
    HANDED_OVER;

    /// As the database and the API write it.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static State of(String code) {
      return Arrays.stream(values())
          .filter(each -> each.code().equals(code))
          .findFirst()
          .orElseThrow();
    }
  }

  /// Whether nobody else can ask in this round meanwhile.
  public boolean isOpen() {
    return state == State.ASKED || state == State.AGREED;
  }
}
