package io.fairlead.app.talk;

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
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What is done to one comment: worded anew, withdrawn, hidden, reacted to.
@Controller
public class CommentPages {
  private final Comments comments;
  private final Conversations conversations;
  private final Reactions reactions;
  private final Pages pages;

  CommentPages(Comments comments, Conversations conversations, Reactions reactions, Pages pages) {
    this.comments = comments;
    this.conversations = conversations;
    this.reactions = reactions;
    this.pages = pages;
  }

  /// A comment between two tries of an act on it.
  ///
  /// @param seenBy who reads what is written here
  public record CommentPage(
      Comment comment,
      FormState form,
      List<Mentions.Unclear> unclear,
      List<Comments.Wording> wordings,
      SeenBy seenBy,
      UUID key) {}

  private Comment found(Viewer viewer, UUID id) {
    return comments.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private ModelAndView shown(
      Viewer viewer,
      String template,
      String title,
      Comment comment,
      FormState form,
      List<Mentions.Unclear> unclear,
      List<Comments.Wording> wordings) {
    Words words = pages.words();
    SeenBy seenBy =
        conversations
            .of(viewer, comment.about(), "", null, 1)
            .orElseThrow(() -> new RefusedException(Reason.notFound()))
            .seenBy(words);
    ModelAndView view =
        pages.show(
            template,
            title,
            Place.GOALS,
            seenBy,
            new CommentPage(
                comment, form, unclear, wordings, seenBy, UUID.fromString(Idempotency.freshKey())));
    if (form.wasRefused()) {
      view.setStatus(Errors.status(form.reasons()));
    }
    return view;
  }

  /// Leads to where it stands.
  @GetMapping("/comments/{id}")
  @Guarded(record = "comment", act = "read", fields = "text")
  String one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return "redirect:" + found(viewer, id).address();
  }

  @GetMapping("/comments/{id}/wordings")
  @Guarded(record = "comment", act = "read", fields = "text")
  ModelAndView wordings(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Comment comment = found(viewer, id);
    return shown(
        viewer,
        "talk/wordings",
        pages.words().text("talk.wordings"),
        comment,
        FormState.EMPTY,
        List.of(),
        comments.wordings(viewer, id).orElse(List.of()));
  }

  @GetMapping("/comments/{id}/edit")
  @Guarded(record = "comment", act = "change", fields = "text")
  ModelAndView edit(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Words words = pages.words();
    Comment comment = own(viewer, id);
    return shown(
        viewer,
        "talk/edit",
        words.text("talk.edit"),
        comment,
        FormState.of("text", comment.plain(words.text("talk.somebody"))),
        List.of(),
        List.of());
  }

  private Comment own(Viewer viewer, UUID id) {
    Comment comment = found(viewer, id);
    if (!comment.mine()) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    if (!comment.stands()) {
      throw new RefusedException(Reason.of(Reason.Kind.CONFLICT, "talk.gone"));
    }
    return comment;
  }

  @PostMapping("/comments/{id}/edit")
  @Guarded(record = "comment", act = "change", fields = "text")
  Object reword(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    Comment comment = found(viewer, id);
    Comments.Input input =
        new Comments.Input(
            comment.about(),
            sent.getOrDefault("text", ""),
            null,
            TalkPages.means(sent),
            sent.get("key"));
    Outcome<Integer> outcome = comments.reword(viewer, id, wording(sent), input);
    return switch (outcome) {
      case Done<Integer> _ -> {
        Toasts.leave(response, pages.words().text("talk.edited-done"), null);
        yield "redirect:" + comment.address();
      }
      case Refused<Integer> refused -> {
        Reason.Kind kind = refused.reasons().getFirst().kind();
        if (kind == Reason.Kind.FORBIDDEN || kind == Reason.Kind.NOT_FOUND) {
          throw new RefusedException(refused);
        }
        Comment now = found(viewer, id);
        yield shown(
            viewer,
            "talk/edit",
            pages.words().text("talk.edit"),
            now,
            FormState.refused(sent, refused),
            comments.unclear(viewer, input),
            List.of());
      }
    };
  }

  private static int wording(Map<String, String> sent) {
    try {
      return Integer.parseInt(sent.getOrDefault("version", ""));
    } catch (NumberFormatException none) {
      return 0;
    }
  }

  @PostMapping("/comments/{id}/withdrawal")
  @Guarded(record = "comment", act = "change", fields = "text")
  String withdraw(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    Comment comment = found(viewer, id);
    return switch (comments.withdraw(viewer, id, key)) {
      case Done<UUID>(UUID undo) -> {
        Toasts.leave(response, pages.words().text("talk.withdrawn-done"), undo);
        yield "redirect:" + comment.address();
      }
      case Refused<UUID> refused -> throw new RefusedException(refused);
    };
  }

  @GetMapping("/comments/{id}/hiding")
  @Guarded(record = "comment", act = "hide", fields = "text")
  ModelAndView hiding(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Comment comment = found(viewer, id);
    if (!comment.mayHide()) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    return shown(
        viewer,
        "talk/hide",
        pages.words().text("talk.hide"),
        comment,
        FormState.EMPTY,
        List.of(),
        List.of());
  }

  @PostMapping("/comments/{id}/hiding")
  @Guarded(record = "comment", act = "hide", fields = "text")
  Object hide(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    Comment comment = found(viewer, id);
    boolean hidden = !"show".equals(sent.get("step"));
    return switch (comments.hide(
        viewer, id, sent.getOrDefault("reason", ""), hidden, sent.get("key"))) {
      case Done<UUID> _ -> {
        Toasts.leave(
            response, pages.words().text(hidden ? "talk.hidden-done" : "talk.shown-again"), null);
        yield "redirect:" + comment.address();
      }
      case Refused<UUID> refused -> {
        Reason.Kind kind = refused.reasons().getFirst().kind();
        if (kind == Reason.Kind.FORBIDDEN || kind == Reason.Kind.NOT_FOUND) {
          throw new RefusedException(refused);
        }
        yield shown(
            viewer,
            "talk/hide",
            pages.words().text("talk.hide"),
            comment,
            FormState.refused(sent, refused),
            List.of(),
            List.of());
      }
    };
  }

  @PostMapping("/comments/{id}/reactions")
  @Guarded(record = "comment", act = "talk", fields = "text")
  String react(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String give,
      @RequestParam(defaultValue = "") String take,
      @RequestParam(defaultValue = "") String from) {
    return switch (reactions.toComment(
        viewer, id, give.isEmpty() ? take : give, !give.isEmpty(), null)) {
      case Done<Comment>(Comment comment) ->
          "redirect:"
              + (from.equals("drawer")
                  ? "/goals/" + comment.about().objective() + "#c-" + id
                  : comment.address());
      case Refused<Comment> refused -> throw new RefusedException(refused);
    };
  }
}
