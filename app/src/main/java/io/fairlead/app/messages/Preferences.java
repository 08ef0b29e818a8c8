package io.fairlead.app.messages;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What each person wants of which kind of message, and when: their own choice alone.
@Service
class Preferences {
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  private final PreferenceStore store;
  private final Messages messages;
  private final Idempotency acts;

  Preferences(PreferenceStore store, Messages messages, Idempotency acts) {
    this.store = store;
    this.messages = messages;
    this.acts = acts;
  }

  /// What a person chose; kinds they left alone have their usual channel.
  ///
  /// @param channels by kind, in the kinds' order
  /// @param rhythm `at-once`, `daily` or `weekly`
  /// @param quietFrom `22:00`; empty together with `quietUntil` for none
  /// @param zone a name of the tz database such as `Europe/Lisbon`; empty for the organisation's
  /// @param version 0 before the first choice
  record Chosen(
      Map<String, String> channels,
      String rhythm,
      String quietFrom,
      String quietUntil,
      String zone,
      long version) {}

  Chosen of(Viewer viewer) {
    PreferenceStore.Stored stored = store.find(viewer.person());
    Map<String, String> channels = new LinkedHashMap<>();
    messages
        .kinds()
        .forEach(kind ->
            channels.put(
                kind.code(), stored.channels().getOrDefault(kind.code(), kind.usual().code())));
    return new Chosen(
        channels,
        stored.rhythm(),
        stored.quietFrom(),
        stored.quietUntil(),
        stored.zone(),
        stored.version());
  }

  /// @param key idempotency key
  /// @return the new version
  Outcome<Long> change(Viewer viewer, Chosen chosen, @Nullable String key) {
    return acts.once(
        viewer.person(),
        "preferences.change",
        key,
        chosen,
        Long.class,
        () -> {
          List<Reason> wrong = wrong(chosen);
          if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
          }
          Optional<Long> version = store.save(viewer.person(), chosen, unusual(chosen));
          return version
              .map(Outcome::done)
              .orElseGet(() -> Outcome.refused(Reason.of(Reason.Kind.STALE, "stale")));
        });
  }

  /// A choice that says what is usual is not kept, so that it follows when what is usual changes.
  private Map<String, String> unusual(Chosen chosen) {
    Map<String, String> unusual = new HashMap<>(chosen.channels());
    messages.kinds().forEach(kind -> unusual.remove(kind.code(), kind.usual().code()));
    return unusual;
  }

  private List<Reason> wrong(Chosen chosen) {
    List<Reason> wrong = new ArrayList<>();
    Map<String, MessageKind> kinds =
        messages.kinds().stream().collect(Collectors.toMap(MessageKind::code, kind -> kind));
    chosen
        .channels()
        .forEach((kind, channel) -> {
          MessageKind known = kinds.get(kind);
          if (known == null) {
            wrong.add(Reason.invalid("channel." + kind, "unknown-message-kind"));
          } else if (!Channel.isKnown(channel)) {
            wrong.add(Reason.invalid("channel." + kind, "unknown-channel"));
          } else if (!known.allows(Channel.of(channel))) {
            wrong.add(
                Reason.invalid(
                    "channel." + kind,
                    Channel.of(channel) == Channel.NONE ? "not-silenced" : "mail-only"));
          }
        });
    if (!Set.of("at-once", "daily", "weekly").contains(chosen.rhythm())) {
      wrong.add(Reason.invalid("rhythm", "unknown-rhythm"));
    }
    if (!chosen.zone().isEmpty() && !zones().contains(chosen.zone())) {
      wrong.add(Reason.invalid("zone", "unknown-zone"));
    }
    quiet(chosen).ifPresent(wrong::add);
    return wrong;
  }

  private static Optional<Reason> quiet(Chosen chosen) {
    if (chosen.quietFrom().isEmpty() && chosen.quietUntil().isEmpty()) {
      return Optional.empty();
    }
    if (time(chosen.quietFrom()).isEmpty()) {
      return Optional.of(Reason.invalid("quietFrom", "not-a-time"));
    }
    if (time(chosen.quietUntil()).isEmpty()) {
      return Optional.of(Reason.invalid("quietUntil", "not-a-time"));
    }
    return time(chosen.quietFrom()).equals(time(chosen.quietUntil()))
        ? Optional.of(Reason.invalid("quietUntil", "always-quiet"))
        : Optional.empty();
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return TIME.matcher(text).matches() ? Optional.of(LocalTime.parse(text)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /// The zones one can live in, by name.
  static Set<String> zones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(zone ->
            zone.equals("UTC")
                || zone.matches(
                    "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
