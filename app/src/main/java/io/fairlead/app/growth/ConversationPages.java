package io.fairlead.app.growth;

import io.fairlead.app.people.PersonName;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.coaching.conversations.ShippedSituations;
import io.fairlead.methods.coaching.conversations.Situation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Preparing a conversation: with whom, in which situation, and the sheet to write.
@Controller
public class ConversationPages {
  static final String OWN = "the conversations that one prepares oneself";

  private final PreparedConversations conversations;
  private final Policy policy;
  private final Pages pages;

  ConversationPages(PreparedConversations conversations, Policy policy, Pages pages) {
    this.conversations = conversations;
    this.policy = policy;
    this.pages = pages;
  }

  /// A conversation with what its situation is called.
  public record Listed(PreparedConversation conversation, String situation) {}

  /// @param leads whether the viewer leads anybody to prepare one with
  public record ListPage(List<Listed> conversations, boolean leads) {}

  /// @param q what was looked for
  public record PersonPage(String q, List<PersonName> people, boolean leads) {}

  public record SituationPage(PersonName person, List<Situation> situations) {}

  /// @param conversation null for a new one
  public record FormPage(
      @Nullable PreparedConversation conversation,
      PersonName person,
      Situation situation,
      FormState form,
      String key,
      long version) {
    public static String[] fields() {
      return ConversationForm.fields();
    }
  }

  @GetMapping("/growth/conversations")
  @Open(because = OWN)
  ModelAndView list(@AuthenticationPrincipal Viewer viewer) {
    return pages.show(
        "growth/conversations",
        pages.words().text("conversation.title"),
        Place.GROWTH,
        seenBy(),
        new ListPage(listed(viewer), !conversations.line(viewer, "").isEmpty()));
  }

  List<Listed> listed(Viewer viewer) {
    return conversations.all(viewer).stream()
        .map(each -> new Listed(each, situationName(each)))
        .toList();
  }

  static String situationName(PreparedConversation conversation) {
    return ShippedSituations.find(conversation.situation())
        .map(Situation::name)
        .orElse(conversation.situation());
  }

  /// With whom.
  @GetMapping("/growth/conversations/person")
  @Open(because = "the people of one's own line")
  ModelAndView person(
      @AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String q) {
    List<PersonName> people = conversations.line(viewer, q);
    return pages.show(
        "growth/conversationPerson",
        pages.words().text("conversation.with-whom"),
        Place.GROWTH,
        seenBy(),
        new PersonPage(q, people, !q.isBlank() || !people.isEmpty()));
  }

  /// Without a situation: in which; with one: the sheet to write.
  @GetMapping("/growth/conversations/new")
  @Guarded(record = "conversation-partner", act = "prepare", fields = "sheet")
  ModelAndView begin(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam UUID person,
      @RequestParam(defaultValue = "") String situation) {
    PersonName with = person(viewer, person);
    Optional<Situation> chosen = ShippedSituations.find(situation);
    if (chosen.isPresent()) {
      return form(
          null,
          with,
          chosen.get(),
          ConversationForm.begun(chosen.get(), viewer.today()),
          Idempotency.freshKey(),
          1);
    }
    return pages.show(
        "growth/conversationSituation",
        pages.words().text("conversation.which", with.name()),
        Place.GROWTH,
        seenBy(),
        new SituationPage(with, ShippedSituations.situations()));
  }

  @PostMapping("/growth/conversations")
  @Guarded(record = "conversation-partner", act = "prepare", fields = "sheet")
  Object prepare(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam UUID person,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    PersonName with = person(viewer, person);
    Situation situation =
        ShippedSituations.find(form.getOrDefault("situation", ""))
            .orElseThrow(() ->
                new RefusedException(
                    Reason.invalid("situation", "conversation.no-such-situation")));
    ConversationForm.Sent sent = ConversationForm.read(form);
    Outcome<UUID> outcome =
        sent.wrong().isEmpty()
            ? conversations.prepare(viewer, person, situation.id(), sent.input(), form.get("key"))
            : Outcome.refused(sent.wrong());
    return switch (outcome) {
      case Done<UUID>(UUID id) -> saved(id, response);
      case Refused<UUID> refused -> again(null, with, situation, form, refused, 1);
    };
  }

  @GetMapping("/growth/conversations/{id}/edit")
  @Guarded(record = "conversation", act = "change", fields = "sheet")
  ModelAndView edit(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    PreparedConversation conversation = found(viewer, id);
    Preparation preparation = conversation.preparation();
    if (preparation == null) {
      throw new RefusedException(Reason.of(Reason.Kind.CONFLICT, "conversation.key-missing"));
    }
    return form(
        conversation,
        new PersonName(conversation.about(), conversation.aboutName()),
        situation(conversation),
        ConversationForm.of(conversation, preparation, conversations.zone()),
        Idempotency.freshKey(),
        conversation.version());
  }

  @PostMapping("/growth/conversations/{id}/edit")
  @Guarded(record = "conversation", act = "change", fields = "sheet")
  Object change(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    PreparedConversation conversation = found(viewer, id);
    String sentVersion = form.getOrDefault("version", "");
    long version = sentVersion.matches("\\d{1,18}") ? Long.parseLong(sentVersion) : 0;
    ConversationForm.Sent sent = ConversationForm.read(form);
    Outcome<UUID> outcome =
        sent.wrong().isEmpty()
            ? conversations.change(viewer, id, version, sent.input(), form.get("key"))
            : Outcome.refused(sent.wrong());
    return switch (outcome) {
      case Done<UUID> _ -> saved(id, response);
      case Refused<UUID> refused -> {
        boolean stale =
            refused.reasons().stream().anyMatch(each -> each.kind() == Reason.Kind.STALE);
        yield again(
            conversation,
            new PersonName(conversation.about(), conversation.aboutName()),
            situation(conversation),
            form,
            refused,
            stale ? conversation.version() : version);
      }
    };
  }

  private String saved(UUID id, HttpServletResponse response) {
    Toasts.leave(response, pages.words().text("conversation.saved"), null);
    return "redirect:/growth/conversations/" + id;
  }

  private ModelAndView again(
      @Nullable PreparedConversation conversation,
      PersonName with,
      Situation situation,
      Map<String, String> sent,
      Refused<UUID> refused,
      long version) {
    ModelAndView page =
        form(
            conversation,
            with,
            situation,
            FormState.refused(sent, refused),
            sent.getOrDefault("key", Idempotency.freshKey()),
            version);
    page.setStatus(Errors.status(refused.reasons()));
    return page;
  }

  private ModelAndView form(
      @Nullable PreparedConversation conversation,
      PersonName with,
      Situation situation,
      FormState form,
      String key,
      long version) {
    return pages.show(
        "growth/conversationForm",
        pages.words().text("conversation.prepare-with", with.name()),
        Place.GROWTH,
        seenBy(),
        new FormPage(conversation, with, situation, form, key, version));
  }

  SeenBy seenBy() {
    Words words = pages.words();
    return policy.seenBy(words, ConversationRules.RECORD, ConversationRules.SHEET);
  }

  PreparedConversation found(Viewer viewer, UUID id) {
    return conversations
        .find(viewer, id)
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private PersonName person(Viewer viewer, UUID person) {
    return conversations
        .person(viewer, person)
        .orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  /// A situation that a later version no longer has leaves its sheets as they are.
  static Situation situation(PreparedConversation conversation) {
    return ShippedSituations.find(conversation.situation())
        .orElseGet(() ->
            new Situation(
                conversation.situation(),
                1,
                conversation.situation(),
                "",
                List.of(),
                new Situation.Example("", "", ""),
                "",
                List.of(),
                List.of(),
                List.of(),
                PreparationInput.USUAL_MINUTES));
  }
}
