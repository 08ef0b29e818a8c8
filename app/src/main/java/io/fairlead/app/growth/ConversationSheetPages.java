package io.fairlead.app.growth;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.coaching.conversations.Situation;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The sheet of a prepared conversation: to read before it, to take along, and to say what came of
/// it.
@Controller
public class ConversationSheetPages {
  static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final PreparedConversations conversations;
  private final ConversationPages preparing;
  private final Pages pages;

  ConversationSheetPages(
      PreparedConversations conversations, ConversationPages preparing, Pages pages) {
    this.conversations = conversations;
    this.preparing = preparing;
    this.pages = pages;
  }

  /// @param booked when and where, in a sentence; null before it is booked
  /// @param hint what would make it easier, or null
  public record SheetPage(
      PreparedConversation conversation,
      Situation situation,
      @Nullable String booked,
      @Nullable String hint,
      FormState outcome,
      String key,
      SeenBy seenBy) {}

  @GetMapping("/growth/conversations/{id}")
  @Guarded(record = "conversation", act = "read", fields = "sheet")
  ModelAndView one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    PreparedConversation conversation = preparing.found(viewer, id);
    Preparation preparation = conversation.preparation();
    LocalDate followUp = conversation.followUp();
    return page(
        conversation,
        FormState.of(
            "agreed",
            preparation == null ? "" : preparation.agreed(),
            "followUp",
            followUp == null ? "" : followUp));
  }

  @GetMapping("/growth/conversations/{id}/appointment.ics")
  @Guarded(record = "conversation", act = "read", fields = "sheet")
  ResponseEntity<byte[]> appointment(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return appointment(pages.words(), preparing.found(viewer, id));
  }

  /// @throws RefusedException where it is not booked
  static ResponseEntity<byte[]> appointment(Words words, PreparedConversation conversation) {
    Instant booked = conversation.bookedAt();
    if (booked == null) {
      throw new RefusedException(Reason.of(Reason.Kind.CONFLICT, "conversation.not-booked"));
    }
    Preparation preparation = conversation.preparation();
    String text =
        AppointmentText.of(
            conversation.id(),
            booked,
            conversation.minutes(),
            words.text("conversation.appointment", conversation.aboutName()),
            preparation == null ? "" : preparation.place(),
            conversation.changedAt(),
            conversation.version());
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"conversation.ics\"")
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping("/growth/conversations/{id}/outcome")
  @Guarded(record = "conversation", act = "change", fields = "sheet")
  Object hold(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    List<Reason> wrong = new ArrayList<>();
    LocalDate followUp = FocusForm.day(wrong, form, "followUp");
    Outcome<UUID> outcome =
        wrong.isEmpty()
            ? conversations.hold(
                viewer, id, form.getOrDefault("agreed", ""), followUp, form.get("key"))
            : Outcome.refused(wrong);
    return switch (outcome) {
      case Done<UUID> _ -> done(id, "conversation.held-done", response);
      case Refused<UUID> refused -> {
        ModelAndView page = page(preparing.found(viewer, id), FormState.refused(form, refused));
        page.setStatus(Errors.status(refused.reasons()));
        yield page;
      }
    };
  }

  @PostMapping("/growth/conversations/{id}/closing")
  @Guarded(record = "conversation", act = "change", fields = "sheet")
  String close(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    if (conversations.close(viewer, id, key) instanceof Refused<UUID> refused) {
      throw new RefusedException(refused);
    }
    return done(id, "conversation.closed-done", response);
  }

  @PostMapping("/growth/conversations/{id}/removal")
  @Guarded(record = "conversation", act = "change", fields = "sheet")
  String remove(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    if (conversations.remove(viewer, id, key) instanceof Refused<UUID> refused) {
      throw new RefusedException(refused);
    }
    Toasts.leave(response, pages.words().text("conversation.removed"), null);
    return "redirect:/growth/conversations";
  }

  private String done(UUID id, String words, HttpServletResponse response) {
    Toasts.leave(response, pages.words().text(words), null);
    return "redirect:/growth/conversations/" + id;
  }

  private ModelAndView page(PreparedConversation conversation, FormState outcome) {
    Words words = pages.words();
    SeenBy seenBy = preparing.seenBy();
    return pages.show(
        "growth/conversation",
        words.text("conversation.with", conversation.aboutName()),
        Place.GROWTH,
        seenBy,
        new SheetPage(
            conversation,
            ConversationPages.situation(conversation),
            booked(words, conversation),
            hint(words, conversation),
            outcome,
            Idempotency.freshKey(),
            seenBy));
  }

  static @Nullable String booked(Words words, PreparedConversation conversation) {
    Instant booked = conversation.bookedAt();
    if (booked == null) {
      return null;
    }
    Preparation preparation = conversation.preparation();
    String when =
        words.text(
            "conversation.booked",
            words.longDate(LocalDate.ofInstant(booked, words.zone())),
            words.time(booked),
            conversation.minutes());
    return preparation == null || preparation.place().isEmpty()
        ? when
        : words.text("conversation.booked-at", when, preparation.place());
  }

  private static @Nullable String hint(Words words, PreparedConversation conversation) {
    Preparation preparation = conversation.preparation();
    if (preparation == null || conversation.isHeld()) {
      return null;
    }
    long missing = Preparation.OBSERVATIONS - preparation.whole();
    return missing == 0 ? null : words.text("conversation.examples-missing", missing);
  }
}
