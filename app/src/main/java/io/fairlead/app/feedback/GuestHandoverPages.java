package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.AnswerScreens.done;

import io.fairlead.app.feedback.GuestHandover.Guests;
import io.fairlead.app.messages.Mailroom.Standing;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The guests of a round, and their links to hand over.
@Controller
@RequestMapping("/feedback/rounds/{id}/guests")
public class GuestHandoverPages {
  private static final Set<String> MISSED = Set.of("refused", "given-up", "withdrawn");

  private final GuestHandover handover;
  private final Policy policy;
  private final Pages pages;
  private final String url;

  GuestHandoverPages(
      GuestHandover handover, Policy policy, Pages pages, @Value("${fairlead.url:}") String url) {
    this.handover = handover;
    this.policy = policy;
    this.pages = pages;
    this.url = url;
  }

  /// @param standing whom they are asked about, and how their mail and their links stand
  /// @param missed whether their mail did not arrive
  public record Row(
      UUID id, String name, String email, String standing, boolean linked, boolean missed) {}

  /// @param byMail whether guests get their links by mail
  /// @param made the link that was just made, shown this once
  /// @param madeFor the guest's id
  public record GuestsPage(
      UUID round,
      String roundName,
      List<Row> guests,
      boolean byMail,
      @Nullable String made,
      @Nullable UUID madeFor,
      String key) {}

  @GetMapping
  @Guarded(record = RoundRules.ROUND, act = RoundRules.RUN, fields = RoundRules.TERMS)
  ModelAndView all(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return show(done(handover.of(viewer, id)), null, null);
  }

  @PostMapping("/{guest}/link")
  @Guarded(record = RoundRules.ROUND, act = RoundRules.RUN, fields = RoundRules.TERMS)
  ModelAndView make(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID guest,
      @RequestParam(defaultValue = "") String key,
      HttpServletRequest request) {
    String path = done(handover.make(viewer, id, guest, key));
    return show(done(handover.of(viewer, id)), here(request) + path, guest);
  }

  private ModelAndView show(Guests guests, @Nullable String made, @Nullable UUID madeFor) {
    Words words = pages.words();
    return pages.show(
        "feedback/guests",
        words.text("answering.guests.title"),
        Place.FEEDBACK,
        policy.seenBy(words, RoundRules.ROUND, RoundRules.COUNTS),
        new GuestsPage(
            guests.round().id(),
            guests.round().name(),
            guests.guests().stream()
                .map(guest -> row(words, guest, guests.mail().get(guest.id())))
                .toList(),
            guests.byMail(),
            made,
            madeFor,
            Idempotency.freshKey()));
  }

  private static Row row(Words words, GuestLinkStore.Guest guest, @Nullable Standing mail) {
    String about =
        words.text(
            "answering.guests.about",
            guest.about().stream()
                .map(name -> Objects.requireNonNullElse(name, words.text("answering.somebody")))
                .collect(Collectors.joining(", ")));
    String sent = mail == null ? "" : said(words, mail);
    String made =
        guest.linked()
            ? words.text("answering.guests.linked")
            : mail == null ? words.text("answering.guests.unlinked") : "";
    return new Row(
        guest.id(),
        guest.name(),
        guest.email(),
        Stream.of(about, sent, made)
            .filter(Predicate.not(String::isEmpty))
            .collect(Collectors.joining(" ")),
        guest.linked(),
        mail != null && MISSED.contains(mail.state()));
  }

  private static String said(Words words, Standing mail) {
    String key = "mail.trouble." + mail.reply();
    return switch (mail.state()) {
      case "waiting", "sending" -> words.text("answering.guests.mail.waiting");
      case "sent" -> words.text("answering.guests.mail.sent");
      case "withdrawn" -> words.text("answering.guests.mail.withdrawn");
      default ->
          words.text(
              "answering.guests.mail.refused", words.has(key) ? words.text(key) : mail.reply());
    };
  }

  private String here(HttpServletRequest request) {
    if (!url.isBlank()) {
      return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
    String whole = request.getRequestURL().toString();
    return whole.substring(0, whole.length() - request.getRequestURI().length());
  }
}
