package io.fairlead.app.integrations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where events are sent to.
///
/// @param format `standard` (Standard Webhooks), `slack` or `teams`
/// @param types record types whose events it is sent, such as `objective`
/// @param state `paused` until somebody starts it, `sending`, or `failed`: stopped by itself
/// @param failingSince when it last stopped taking what it was sent; null while it takes it
public record Webhook(
    UUID id,
    String name,
    String url,
    String format,
    List<String> types,
    String state,
    @Nullable Instant failingSince,
    long version,
    Instant madeAt) {
  static final List<String> FORMATS = List.of("standard", "slack", "teams");
  static final List<String> TYPES =
      List.of("objective", "key-result", "person", "team", "framework");

  public Webhook {
    types = List.copyOf(types);
  }

  public boolean isSending() {
    return state.equals("sending");
  }

  /// One message on its way, or what became of it.
  ///
  /// @param state `waiting`, `sent` or `failed`
  /// @param status of the newest answer; null without one
  /// @param problem why there was none, as a code; null with one
  public record Delivery(
      UUID id,
      String type,
      String state,
      int tries,
      Instant madeAt,
      @Nullable Instant triedAt,
      Instant nextAt,
      @Nullable Integer status,
      @Nullable String problem) {
    public boolean isWaiting() {
      return state.equals("waiting");
    }

    public boolean isSent() {
      return state.equals("sent");
    }
  }
}
