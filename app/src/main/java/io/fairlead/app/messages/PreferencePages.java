package io.fairlead.app.messages;

import io.fairlead.app.messages.Preferences.Chosen;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What one wants to be told where and when, as a page of one's account.
@Controller
public class PreferencePages {
  private static final String OWN = "one's own settings";
  private static final String CHANNEL = "channel.";

  private final Preferences preferences;
  private final Messages messages;
  private final Policy policy;
  private final Pages pages;

  PreferencePages(Preferences preferences, Messages messages, Policy policy, Pages pages) {
    this.preferences = preferences;
    this.messages = messages;
    this.policy = policy;
    this.pages = pages;
  }

  public record PreferencePage(
      List<Kind> kinds,
      List<Option> rhythms,
      List<Option> zones,
      FormState form,
      long version,
      UUID key) {}

  /// A kind of message with the channels one can choose for it.
  public record Kind(String field, String name, List<Option> channels) {}

  @GetMapping("/account/messages")
  @Open(because = OWN)
  ModelAndView page(@AuthenticationPrincipal Viewer viewer) {
    Chosen chosen = preferences.of(viewer);
    Map<String, String> values = new HashMap<>();
    chosen.channels().forEach((kind, channel) -> values.put(CHANNEL + kind, channel));
    values.put("rhythm", chosen.rhythm());
    values.put("quietFrom", chosen.quietFrom());
    values.put("quietUntil", chosen.quietUntil());
    values.put("zone", chosen.zone());
    return show(new FormState(values, List.of()), chosen.version());
  }

  @PostMapping("/account/messages")
  @Open(because = OWN)
  Object change(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "0") long version,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    Map<String, String> channels = new HashMap<>();
    sent.forEach((name, value) -> {
      if (name.startsWith(CHANNEL)) {
        channels.put(name.substring(CHANNEL.length()), value);
      }
    });
    Chosen chosen =
        new Chosen(
            channels,
            sent.getOrDefault("rhythm", ""),
            sent.getOrDefault("quietFrom", ""),
            sent.getOrDefault("quietUntil", ""),
            sent.getOrDefault("zone", ""),
            version);
    return switch (preferences.change(viewer, chosen, sent.get("key"))) {
      case Done<Long> _ -> {
        Toasts.leave(response, pages.words().text("messages.saved"), null);
        yield "redirect:/account/messages";
      }
      case Refused<Long> refused -> {
        ModelAndView page = show(FormState.refused(sent, refused), version);
        page.setStatus(Errors.status(refused.reasons()));
        yield page;
      }
    };
  }

  private ModelAndView show(FormState form, long version) {
    Words words = pages.words();
    return pages.show(
        "messages/preferences",
        words.text("messages.preferences"),
        Place.ACCOUNT,
        policy.seenBy(words, MessagePolicy.NOTICE, MessagePolicy.ALL),
        new PreferencePage(
            messages.kinds().stream().map(kind -> kind(words, kind)).toList(),
            Arrays.stream(Rhythm.values())
                .map(rhythm ->
                    new Option(rhythm.code(), words.text("messages.rhythm." + rhythm.code())))
                .toList(),
            Stream.concat(
                    Stream.of(
                        new Option(
                            "", words.text("messages.zone.organisation", words.zone().getId()))),
                    Preferences.zones().stream()
                        .map(zone -> new Option(zone, zone.replace('_', ' '))))
                .toList(),
            form,
            version,
            UUID.fromString(Idempotency.freshKey())));
  }

  private static Kind kind(Words words, MessageKind kind) {
    return new Kind(
        CHANNEL + kind.code(),
        words.text("message-kind." + kind.code()),
        Arrays.stream(Channel.values())
            .filter(kind::allows)
            .map(channel ->
                new Option(channel.code(), words.text("messages.channel." + channel.code())))
            .toList());
  }
}
