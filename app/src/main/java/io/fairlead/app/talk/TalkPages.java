package io.fairlead.app.talk;

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
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
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
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/// What is said about an objective or a check-in, as a page, with the acts that belong to it.
@Controller
class TalkPages {
  private final Conversations conversations;
  private final Comments comments;
  private final Mentions mentions;
  private final GoalLinks links;
  private final Following following;
  private final Reactions reactions;
  private final Pages pages;

  TalkPages(
      Conversations conversations,
      Comments comments,
      Mentions mentions,
      GoalLinks links,
      Following following,
      Reactions reactions,
      Pages pages) {
    this.conversations = conversations;
    this.comments = comments;
    this.mentions = mentions;
    this.links = links;
    this.following = following;
    this.reactions = reactions;
    this.pages = pages;
  }

  @GetMapping("/goals/{id}/talk")
  @Guarded(record = "objective", act = "read", fields = "goal")
  ModelAndView ofObjective(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(required = false) @Nullable UUID at,
      @RequestParam(required = false) @Nullable UUID answers) {
    return shown(
        viewer, About.objective(id), before, at, answers, FormState.EMPTY, FormState.EMPTY);
  }

  @GetMapping("/goals/{id}/check-ins/{checkIn}")
  @Guarded(record = "objective", act = "read", fields = "goal")
  ModelAndView ofCheckIn(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID checkIn,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(required = false) @Nullable UUID at,
      @RequestParam(required = false) @Nullable UUID answers) {
    return shown(
        viewer, new About(id, checkIn), before, at, answers, FormState.EMPTY, FormState.EMPTY);
  }

  @PostMapping("/goals/{id}/talk")
  @Guarded(record = "objective", act = "talk", fields = "goal")
  Object sayOfObjective(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    return say(viewer, About.objective(id), sent, response);
  }

  @PostMapping("/goals/{id}/check-ins/{checkIn}")
  @Guarded(record = "objective", act = "talk", fields = "goal")
  Object sayOfCheckIn(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID checkIn,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    return say(viewer, new About(id, checkIn), sent, response);
  }

  private Object say(
      Viewer viewer, About about, Map<String, String> sent, HttpServletResponse response) {
    UUID answers = id(sent.get("answers")).orElse(null);
    Comments.Input input =
        new Comments.Input(
            about, sent.getOrDefault("text", ""), answers, means(sent), sent.get("key"));
    return switch (comments.say(viewer, input)) {
      case Done<UUID>(UUID comment) -> {
        Toasts.leave(response, pages.words().text("talk.said"), null);
        yield "redirect:"
            + ("drawer".equals(sent.get("from")) ? "/goals/" + about.objective() : about.address())
            + "#c-"
            + comment;
      }
      case Refused<UUID> refused -> {
        refuseIfHidden(refused);
        yield shown(
            viewer, about, "", null, answers, FormState.refused(sent, refused), FormState.EMPTY);
      }
    };
  }

  private static void refuseIfHidden(Refused<?> refused) {
    Reason.Kind kind = refused.reasons().getFirst().kind();
    if (kind == Reason.Kind.NOT_FOUND || kind == Reason.Kind.FORBIDDEN) {
      throw new RefusedException(refused);
    }
  }

  /// Whom somebody chose for a name that several people have: fields `means-…` with the name and
  /// the id.
  static Map<String, UUID> means(Map<String, String> sent) {
    Map<String, UUID> means = new HashMap<>();
    sent.forEach((name, value) -> {
      int at = value.lastIndexOf('=');
      if (name.startsWith("means-") && at > 0) {
        id(value.substring(at + 1))
            .ifPresent(person -> means.put(Mentions.key(value.substring(0, at)), person));
      }
    });
    return means;
  }

  static Optional<UUID> id(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private ModelAndView shown(
      Viewer viewer,
      About about,
      String before,
      @Nullable UUID at,
      @Nullable UUID answers,
      FormState form,
      FormState link) {
    Conversation conversation =
        conversations
            .of(viewer, about, before, at, Conversations.SHOWN)
            .orElseThrow(() -> {
              comments.denied(viewer, about);
              return new RefusedException(Reason.notFound());
            });
    Words words = pages.words();
    Comment answering =
        answers == null
            ? null
            : comments
                .find(viewer, answers)
                .filter(each -> each.about().equals(about))
                .orElse(null);
    List<Mentions.Unclear> unclear =
        form.wasRefused()
            ? comments.unclear(
                viewer, new Comments.Input(about, form.value("text"), null, Map.of(), null))
            : List.of();
    ModelAndView view =
        pages.show(
            "talk/talk",
            words.text(about.checkIn() == null ? "talk.title" : "talk.check-in.title"),
            Place.GOALS,
            conversation.seenBy(words),
            new TalkPage(
                conversation,
                form,
                link,
                unclear,
                answering,
                before.isEmpty() && at == null,
                false,
                UUID.fromString(Idempotency.freshKey())));
    List<Reason> reasons = form.wasRefused() ? form.reasons() : link.reasons();
    if (!reasons.isEmpty()) {
      view.setStatus(Errors.status(reasons));
    }
    return view;
  }

  /// Who may be meant by what somebody has begun to write, for completion: nobody but those who may
  /// read the objective.
  @GetMapping("/goals/{id}/mentions")
  @Guarded(record = "objective", act = "talk", fields = "goal")
  @ResponseBody
  List<Mentions.Someone> offered(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String q) {
    if (!comments.mayTalk(viewer, About.objective(id))) {
      throw new RefusedException(Reason.notFound());
    }
    return mentions.offered(viewer, id, q.length() > 60 ? q.substring(0, 60) : q);
  }

  @PostMapping("/goals/{id}/follow")
  @Guarded(record = "objective", act = "talk", fields = "goal")
  String follow(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam boolean follows,
      @RequestParam(defaultValue = "") String from,
      HttpServletResponse response) {
    return switch (following.follow(viewer, id, follows, null)) {
      case Done<Boolean>(Boolean now) -> {
        Toasts.leave(
            response, pages.words().text(now ? "talk.follow.done" : "talk.follow.ended"), null);
        yield "redirect:/goals/" + id + (from.equals("drawer") ? "" : "/talk");
      }
      case Refused<Boolean> refused -> throw new RefusedException(refused);
    };
  }

  @PostMapping("/goals/{id}/links")
  @Guarded(record = "objective", act = "talk", fields = "goal")
  Object attach(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    About about = new About(id, id(sent.get("checkIn")).orElse(null));
    GoalLinks.Input input =
        new GoalLinks.Input(
            about,
            sent.getOrDefault("title", ""),
            sent.getOrDefault("address", ""),
            sent.get("key"));
    return switch (links.attach(viewer, input)) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text("talk.link.attached"), null);
        yield "redirect:" + about.address() + "#links";
      }
      case Refused<UUID> refused -> {
        refuseIfHidden(refused);
        yield shown(
            viewer, about, "", null, null, FormState.EMPTY, FormState.refused(sent, refused));
      }
    };
  }

  @PostMapping("/goals/{id}/links/{link}/removal")
  @Guarded(record = "goal-link", act = "change", fields = "link")
  String remove(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID link,
      @RequestParam(required = false) @Nullable UUID checkIn,
      HttpServletResponse response) {
    return switch (links.remove(viewer, id, link, null)) {
      case Done<UUID>(UUID removed) -> {
        Toasts.leave(response, pages.words().text("talk.link.removed"), removed);
        yield "redirect:" + new About(id, checkIn).address() + "#links";
      }
      case Refused<UUID> refused -> throw new RefusedException(refused);
    };
  }

  @PostMapping("/goals/{id}/check-ins/{checkIn}/reactions")
  @Guarded(record = "objective", act = "talk", fields = "goal")
  String react(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID checkIn,
      @RequestParam(defaultValue = "") String give,
      @RequestParam(defaultValue = "") String take) {
    About about = new About(id, checkIn);
    return switch (reactions.toCheckIn(
        viewer, about, give.isEmpty() ? take : give, !give.isEmpty(), null)) {
      case Done<UUID> _ -> "redirect:" + about.address();
      case Refused<UUID> refused -> throw new RefusedException(refused);
    };
  }
}
