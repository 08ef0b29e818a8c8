package io.fairlead.app.talk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened to an objective.
///
/// @param by who did it; null for the system, and once they are erased
/// @param code the state that was reached, or the status that was said; null for other kinds
/// @param part what it is about within the objective: the title of a key result or a link
/// @param partKind the kind of the key result
/// @param value a figure, or a grade from 0 to 1
/// @param noChange a check-in that says that nothing moved
/// @param body what was written, with mentions as `@{id}`; or the address of a link
/// @param other the objective that it was aligned with, where the viewer may read it
/// @param comments how many comments a check-in has
public record Entry(
    Kind kind,
    UUID id,
    Instant at,
    @Nullable UUID byId,
    @Nullable String by,
    UUID objective,
    String title,
    @Nullable String code,
    @Nullable String part,
    @Nullable String partKind,
    @Nullable BigDecimal value,
    String unit,
    boolean noChange,
    String body,
    Map<UUID, String> names,
    @Nullable UUID other,
    @Nullable String otherTitle,
    int comments) {

  public enum Kind {
    STATE,
    STATUS,
    CHECK_IN,
    GRADE,
    COMMENT,
    /// It counts towards another, or no longer does.
    ALIGNMENT,
    /// Another counts towards it, or no longer does.
    BELOW,
    LINK;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  public List<Piece> pieces(String somebody) {
    return Piece.of(body, names, somebody);
  }

  public String plain(String somebody) {
    return Piece.plain(body, names, somebody);
  }

  /// Where it can be read in its place.
  public String address() {
    return switch (kind) {
      case CHECK_IN -> "/goals/" + objective + "/check-ins/" + id;
      case COMMENT -> "/comments/" + id;
      case LINK -> "/goals/" + objective + "/talk";
      case STATE, STATUS, GRADE, ALIGNMENT, BELOW -> "/goals/" + objective;
    };
  }

  Cursor cursor() {
    return new Cursor(at, id);
  }
}
