package io.fairlead.app.messages;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something one person is to be told.
///
/// @param kind a declared kind (`MessageKinds`)
/// @param actor who did it; they are never told of what they did themselves. Null: nobody, such as
///   a date that comes near
/// @param link the path it leads to, which checks anew who may see it
/// @param key the sentence, among the sender's own words: `{0}` is the actor's name (the
///   organisation's where there is none), `{1}` and on are the parameters
/// @param parameters at most what the recipient may know even when they can no longer open the link
/// @param once the person is told only the first time of what has this name; null: each time
public record Notice(
    String kind,
    UUID recipient,
    @Nullable UUID actor,
    String link,
    String key,
    List<String> parameters,
    @Nullable String once) {
  public Notice {
    parameters = List.copyOf(parameters);
    if (!link.startsWith("/") || link.startsWith("//")) {
      throw new IllegalArgumentException("a notice leads within this server");
    }
  }

  public static Notice of(
      String kind,
      UUID recipient,
      @Nullable UUID actor,
      String link,
      String key,
      String... parameters) {
    return new Notice(kind, recipient, actor, link, key, List.of(parameters), null);
  }

  /// The same, told only if the person was not told of this before.
  public Notice onlyOnce(String name) {
    return new Notice(kind, recipient, actor, link, key, parameters, name);
  }
}
