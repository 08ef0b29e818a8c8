package io.fairlead.app.integrations;

import io.fairlead.app.integrations.Webhook.Delivery;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The studio's pages about where events are sent.
@Controller
public class WebhookPages {
  private final Webhooks webhooks;
  private final Policy policy;
  private final Pages pages;

  WebhookPages(Webhooks webhooks, Policy policy, Pages pages) {
    this.webhooks = webhooks;
    this.policy = policy;
    this.pages = pages;
  }

  /// @param form of a new one, or of the one that shows
  public record Form(
      FormState state, List<Option> formats, List<Option> types, Set<String> chosen, String key) {}

  public record ListPage(List<Webhook> webhooks, boolean mayChange, Form form) {}

  /// @param secret that was just made, shown this once
  public record OnePage(
      Webhook webhook,
      List<Delivery> deliveries,
      boolean mayChange,
      Form form,
      @Nullable String secret) {

    /// What became of a delivery, such as "taken (200)".
    public String said(Words words, Delivery delivery) {
      Integer status = delivery.status();
      if (delivery.isSent() && status != null) {
        return words.text("webhooks.taken", status);
      }
      String why =
          delivery.problem() != null
              ? words.text("webhooks.problem." + delivery.problem())
              : status == null
                  ? words.text("webhooks.not-yet")
                  : words.text("webhooks.answered", status);
      return delivery.isWaiting()
          ? words.text("webhooks.again", why, words.time(delivery.nextAt()))
          : words.text("webhooks.gave-up", why);
    }
  }

  @GetMapping("/studio/webhooks")
  @Guarded(record = "webhook", act = "read", fields = "all")
  ModelAndView list(@AuthenticationPrincipal Viewer viewer) {
    return list(viewer, FormState.EMPTY, Set.of("objective"));
  }

  private ModelAndView list(Viewer viewer, FormState form, Set<String> chosen) {
    List<Webhook> all =
        webhooks.all(viewer).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return pages.show(
        "integrations/webhooks",
        pages.words().text("webhooks.title"),
        Place.STUDIO,
        policy.seenBy(pages.words(), WebhookPolicy.RECORD, WebhookPolicy.ALL),
        new ListPage(all, webhooks.mayChange(viewer), form(form, chosen)));
  }

  private Form form(FormState state, Set<String> chosen) {
    Words words = pages.words();
    return new Form(
        state,
        Webhook.FORMATS.stream()
            .map(format -> new Option(format, words.text("webhooks.format." + format)))
            .toList(),
        Webhook.TYPES.stream()
            .map(type -> new Option(type, words.text("webhooks.type." + type)))
            .toList(),
        chosen,
        Idempotency.freshKey());
  }

  @PostMapping("/studio/webhooks")
  @Guarded(record = "webhook", act = "change", fields = "all")
  ModelAndView create(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") Set<String> type,
      @RequestParam Map<String, String> sent) {
    return switch (webhooks.create(viewer, input(sent, type), sent.get("key"))) {
      case Done<Webhooks.Made>(Webhooks.Made made) ->
          one(viewer, made.id(), null, Set.of(), made.secret());
      case Refused<Webhooks.Made> refused -> {
        hide(viewer, refused);
        ModelAndView again = list(viewer, FormState.refused(sent, refused), type);
        again.setStatus(Errors.status(refused.reasons()));
        yield again;
      }
    };
  }

  private void hide(Viewer viewer, Refused<?> refused) {
    if (!webhooks.mayChange(viewer)) {
      throw new RefusedException(refused);
    }
  }

  private static Webhooks.Input input(Map<String, String> sent, Set<String> types) {
    return new Webhooks.Input(
        sent.getOrDefault("name", ""),
        sent.getOrDefault("url", ""),
        sent.getOrDefault("format", "standard"),
        types);
  }

  @GetMapping("/studio/webhooks/{id}")
  @Guarded(record = "webhook", act = "read", fields = "all")
  ModelAndView one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return one(viewer, id, null, Set.of(), null);
  }

  private ModelAndView one(
      Viewer viewer,
      UUID id,
      @Nullable FormState refused,
      Set<String> chosen,
      @Nullable String secret) {
    Webhook webhook =
        webhooks.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    FormState state =
        refused == null
            ? FormState.of("name", webhook.name(), "url", webhook.url(), "format", webhook.format())
            : refused;
    return pages.show(
        "integrations/webhook",
        webhook.name(),
        Place.STUDIO,
        policy.seenBy(pages.words(), WebhookPolicy.RECORD, WebhookPolicy.ALL),
        new OnePage(
            webhook,
            webhooks.deliveries(id),
            webhooks.mayChange(viewer),
            form(state, refused == null ? Set.copyOf(webhook.types()) : chosen),
            secret));
  }

  @PostMapping("/studio/webhooks/{id}")
  @Guarded(record = "webhook", act = "change", fields = "all")
  ModelAndView change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam long version,
      @RequestParam(defaultValue = "") Set<String> type,
      @RequestParam Map<String, String> sent) {
    return switch (webhooks.change(viewer, id, version, input(sent, type), sent.get("key"))) {
      case Done<UUID> _ -> new ModelAndView("redirect:/studio/webhooks/" + id);
      case Refused<UUID> refused -> {
        hide(viewer, refused);
        ModelAndView again = one(viewer, id, FormState.refused(sent, refused), type, null);
        again.setStatus(Errors.status(refused.reasons()));
        yield again;
      }
    };
  }

  @PostMapping("/studio/webhooks/{id}/start")
  @Guarded(record = "webhook", act = "change", fields = "all")
  String start(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, HttpServletResponse response) {
    return back(webhooks.start(viewer, id, null), id, "webhooks.started", response);
  }

  @PostMapping("/studio/webhooks/{id}/pause")
  @Guarded(record = "webhook", act = "change", fields = "all")
  String pause(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, HttpServletResponse response) {
    return back(webhooks.pause(viewer, id, null), id, "webhooks.paused", response);
  }

  @PostMapping("/studio/webhooks/{id}/test")
  @Guarded(record = "webhook", act = "change", fields = "all")
  String test(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, HttpServletResponse response) {
    return back(webhooks.test(viewer, id, null), id, "webhooks.queued", response);
  }

  @PostMapping("/studio/webhooks/{id}/deliveries/{delivery}/redelivery")
  @Guarded(record = "webhook", act = "change", fields = "all")
  String redeliver(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID delivery,
      HttpServletResponse response) {
    return back(webhooks.redeliver(viewer, id, delivery, null), id, "webhooks.queued", response);
  }

  @PostMapping("/studio/webhooks/{id}/secret")
  @Guarded(record = "webhook", act = "change", fields = "all")
  ModelAndView rotate(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String key) {
    return one(viewer, id, null, Set.of(), done(webhooks.rotate(viewer, id, key)).secret());
  }

  @PostMapping("/studio/webhooks/{id}/removal")
  @Guarded(record = "webhook", act = "change", fields = "all")
  String remove(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, HttpServletResponse response) {
    done(webhooks.remove(viewer, id, null));
    Toasts.leave(response, pages.words().text("webhooks.removed"), null);
    return "redirect:/studio/webhooks";
  }

  private String back(Outcome<UUID> outcome, UUID id, String key, HttpServletResponse response) {
    done(outcome);
    Toasts.leave(response, pages.words().text(key), null);
    return "redirect:/studio/webhooks/" + id;
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }
}
