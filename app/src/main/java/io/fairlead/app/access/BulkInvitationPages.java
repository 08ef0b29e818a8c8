package io.fairlead.app.access;

import io.fairlead.app.messages.Audiences;
import io.fairlead.app.messages.Audiences.Named;
import io.fairlead.app.messages.Previews;
import io.fairlead.app.messages.WrittenLetter;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Inviting a unit or everyone: first who that is and what they will read, then one button.
@Controller
public class BulkInvitationPages {
  private static final int NAMED = 12;

  private final BulkInvitations invitations;
  private final Audiences audiences;
  private final Previews previews;
  private final Policy policy;
  private final Pages pages;

  BulkInvitationPages(
      BulkInvitations invitations,
      Audiences audiences,
      Previews previews,
      Policy policy,
      Pages pages) {
    this.invitations = invitations;
    this.audiences = audiences;
    this.previews = previews;
    this.policy = policy;
    this.pages = pages;
  }

  /// @param unit the chosen one; empty for everyone
  /// @param names the first of those who would be invited
  /// @param more how many beyond those
  /// @param letter what they will read; null where nobody is invited
  /// @param possible whether there is a mail server
  public record InvitePage(
      List<Option> choices,
      String unit,
      int count,
      List<String> names,
      int more,
      @Nullable WrittenLetter letter,
      boolean possible,
      UUID key) {}

  @GetMapping("/studio/access/invitations")
  @Guarded(record = "mail", act = "send", fields = "all")
  ModelAndView page(
      @AuthenticationPrincipal Viewer viewer, @RequestParam(required = false) @Nullable UUID unit) {
    if (!audiences.maySend(viewer)) {
      throw new RefusedException(Reason.notFound());
    }
    Words words = pages.words();
    List<Invitable> invited = invitations.wouldInvite(viewer, new Named(unit, null));
    return pages.show(
        "access/invite",
        words.text("invite.title"),
        Place.STUDIO,
        policy.seenBy(words, AccessPolicy.ACCOUNT, AccessPolicy.SIGN_IN),
        new InvitePage(
            Stream.concat(
                    Stream.of(new Option("", words.text("invite.everyone"))),
                    audiences.units().stream()
                        .map(each -> new Option(each.id().toString(), each.name())))
                .toList(),
            Objects.toString(unit, ""),
            invited.size(),
            invited.stream().limit(NAMED).map(Invitable::name).toList(),
            Math.max(0, invited.size() - NAMED),
            invited.isEmpty()
                ? null
                : previews.written(
                    words,
                    BulkInvitations.letter(viewer.person()),
                    Map.of(viewer.person(), viewer.name())),
            invitations.possible(),
            UUID.fromString(Idempotency.freshKey())));
  }

  @PostMapping("/studio/access/invitations")
  @Guarded(record = "mail", act = "send", fields = "all")
  String send(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(required = false) @Nullable UUID unit,
      @RequestParam(defaultValue = "") String key,
      HttpServletResponse response) {
    return switch (invitations.invite(viewer, new Named(unit, null), key)) {
      case Done<Integer>(Integer count) -> {
        Toasts.leave(response, pages.words().text("invite.sent", count), null);
        yield "redirect:/studio/access";
      }
      case Refused<Integer> refused -> throw new RefusedException(refused);
    };
  }
}
