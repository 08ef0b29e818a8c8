package io.fairlead.app.messages;

import io.fairlead.app.messages.Inbox.AllRead;
import io.fairlead.app.messages.NoticeStore.Told;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Choice;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Limits;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The inbox as a page.
@Controller
public class InboxPages {
  private static final String OWN = "one's own inbox";

  private final Inbox inbox;
  private final Policy policy;
  private final Pages pages;

  InboxPages(Inbox inbox, Policy policy, Pages pages) {
    this.inbox = inbox;
    this.policy = policy;
    this.pages = pages;
  }

  /// @param next the address of what is older; null at the end
  public record InboxPage(
      List<Choice> views,
      List<Line> lines,
      boolean unreadOnly,
      boolean anyUnread,
      @Nullable String next) {}

  /// One thing that was told.
  ///
  /// @param who empty where nobody did it
  public record Line(UUID id, String sentence, String who, String when, boolean unread) {}

  @GetMapping("/inbox")
  @Open(because = OWN)
  ModelAndView inbox(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "all") String view,
      @RequestParam(required = false) @Nullable UUID before) {
    Words words = pages.words();
    boolean unreadOnly = view.equals("unread");
    int size = Limits.ROWS_A_PAGE;
    List<Told> found = inbox.list(viewer, unreadOnly, before, size + 1);
    List<Told> shown = found.size() > size ? found.subList(0, size) : found;
    String next =
        found.size() > size
            ? "/inbox?view=" + (unreadOnly ? "unread" : "all") + "&before=" + shown.getLast().id()
            : null;
    return pages.show(
        "messages/inbox",
        words.text("inbox.title"),
        Place.NOWHERE,
        policy.seenBy(words, MessagePolicy.NOTICE, MessagePolicy.ALL),
        new InboxPage(
            List.of(
                Choice.of(words.text("inbox.all"), "/inbox", !unreadOnly),
                Choice.of(words.text("inbox.unread"), "/inbox?view=unread", unreadOnly)),
            shown.stream().map(told -> line(words, told)).toList(),
            unreadOnly,
            shown.stream().anyMatch(told -> told.readAt() == null),
            next));
  }

  private static Line line(Words words, Told told) {
    String name = told.actorName();
    return new Line(
        told.id(),
        Sentences.of(words, told),
        name == null ? "" : name,
        words.text("inbox.when", words.day(told.toldAt()), words.time(told.toldAt())),
        told.readAt() == null);
  }

  /// Opens what it is about, and has it read.
  @PostMapping("/inbox/{notice}/reading")
  @Open(because = OWN)
  String read(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID notice) {
    return "redirect:" + done(inbox.read(viewer, notice, null));
  }

  @PostMapping("/inbox/reading")
  @Open(because = OWN)
  String readAll(@AuthenticationPrincipal Viewer viewer, HttpServletResponse response) {
    AllRead read = done(inbox.readAll(viewer, null));
    Toasts.leave(response, pages.words().text("inbox.read-all.done", read.count()), read.undo());
    return "redirect:/inbox";
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }
}
