package io.fairlead.app.talk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was said. Withdrawn or hidden, it keeps its place and loses its words.
///
/// @param answers the comment it answers
/// @param answersTo whose that is; null where it answers none, or they are erased
/// @param by who said it; null once they are erased
/// @param body with mentions as `@{id}`; empty where it is withdrawn or hidden
/// @param names of those it mentions
/// @param wording which wording this is, from 1; the version that a change must name
/// @param hiddenBecause why people operations hid it
/// @param mine whether the viewer wrote it
/// @param mayHide whether the viewer may hide it, or show it again
public record Comment(
    UUID id,
    About about,
    @Nullable UUID answers,
    @Nullable String answersTo,
    UUID byId,
    @Nullable String by,
    Instant at,
    String body,
    Map<UUID, String> names,
    int wording,
    @Nullable Instant editedAt,
    @Nullable Instant withdrawnAt,
    @Nullable Instant hiddenAt,
    String hiddenBecause,
    boolean mine,
    boolean mayHide,
    List<Reacted> reactions) {

  public boolean isWithdrawn() {
    return withdrawnAt != null;
  }

  public boolean isHidden() {
    return hiddenAt != null;
  }

  /// Whether its words can be read.
  public boolean stands() {
    return withdrawnAt == null && hiddenAt == null;
  }

  public List<Piece> pieces(String somebody) {
    return Piece.of(body, names, somebody);
  }

  public String plain(String somebody) {
    return Piece.plain(body, names, somebody);
  }

  /// Where it stands.
  public String address() {
    return about.address() + "?at=" + id + "#c-" + id;
  }
}
