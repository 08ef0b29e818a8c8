package io.fairlead.app.messages;

import io.fairlead.app.messages.AudienceStore.Audience;
import io.fairlead.app.messages.Audiences.Named;
import io.fairlead.app.messages.Audiences.Standing;
import io.fairlead.app.messages.MailStore.Trouble;
import io.fairlead.app.messages.MailStore.Undelivered;
import io.fairlead.app.people.People;
import io.fairlead.app.people.PersonEntry;
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
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The studio's page about mail: whom it may reach, whether it leaves, what did not arrive.
@Controller
public class MailPages {
  private final Audiences audiences;
  private final MailTries tries;
  private final People people;
  private final Policy policy;
  private final Pages pages;

  MailPages(Audiences audiences, MailTries tries, People people, Policy policy, Pages pages) {
    this.audiences = audiences;
    this.tries = tries;
    this.people = people;
    this.policy = policy;
    this.pages = pages;
  }

  /// @param state how mail stands, in one sentence
  /// @param tested what became of the viewer's last test; null if they never sent one
  /// @param notes what keeps mail from leaving, in sentences
  public record MailPage(
      String state,
      List<String> notes,
      List<Row> audiences,
      List<Option> units,
      List<CountRow> counts,
      List<Missed> undelivered,
      boolean maySend,
      boolean mayTest,
      @Nullable String tested,
      FormState form,
      UUID key) {}

  /// One audience.
  public record Row(UUID id, String name, String opened) {}

  /// How many of which kind are in which state.
  public record CountRow(String kind, String state, String count, String note) {}

  /// One mail that did not arrive, and why.
  ///
  /// @param again whether it can be tried again as it is
  public record Missed(
      UUID id, String name, String kind, String state, String reply, String when, boolean again) {}

  @GetMapping("/studio/messages")
  @Guarded(record = "mail", act = "read", fields = "all")
  ModelAndView page(@AuthenticationPrincipal Viewer viewer) {
    return show(viewer, FormState.of("whom", "unit"));
  }

  @PostMapping("/studio/messages/audiences")
  @Guarded(record = "mail", act = "send", fields = "all")
  Object open(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    Outcome<UUID> opened =
        named(viewer, sent).then(named -> audiences.open(viewer, named, sent.get("key")));
    return switch (opened) {
      case Done<UUID> _ -> back(response, "mail.opened");
      case Refused<UUID> refused -> {
        if (refused.reasons().getFirst().kind() != Reason.Kind.INVALID) {
          throw new RefusedException(refused);
        }
        ModelAndView page = show(viewer, FormState.refused(sent, refused));
        page.setStatus(Errors.status(refused.reasons()));
        yield page;
      }
    };
  }

  private Outcome<Named> named(Viewer viewer, Map<String, String> sent) {
    return switch (sent.getOrDefault("whom", "")) {
      case "everyone" -> Outcome.done(Named.EVERYONE);
      case "unit" -> unit(sent.getOrDefault("unit", ""));
      case "person" ->
          people
              .meant(viewer, sent.getOrDefault("person", ""))
              .map(PersonEntry::id)
              .map(person -> Outcome.done(new Named(null, person)))
              .orElseGet(() -> Outcome.refused(Reason.invalid("person", "which-person")));
      default -> Outcome.refused(Reason.invalid("whom", "unknown-audience"));
    };
  }

  private static Outcome<Named> unit(String id) {
    try {
      return Outcome.done(new Named(UUID.fromString(id), null));
    } catch (IllegalArgumentException e) {
      return Outcome.refused(Reason.invalid("unit", "unknown-audience"));
    }
  }

  @PostMapping("/studio/messages/audiences/{audience}/end")
  @Guarded(record = "mail", act = "send", fields = "all")
  String close(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID audience,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    if (audiences.close(viewer, audience, sent.get("key")) instanceof Refused<UUID> refused) {
      throw new RefusedException(refused);
    }
    return back(response, "mail.closed");
  }

  @PostMapping("/studio/messages/test")
  @Guarded(record = "mail", act = "test", fields = "all")
  String test(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    if (tries.test(viewer, sent.get("key")) instanceof Refused<UUID> refused) {
      throw new RefusedException(refused);
    }
    return back(response, "mail.test.queued");
  }

  @PostMapping("/studio/messages/undelivered/{mail}/again")
  @Guarded(record = "mail", act = "send", fields = "all")
  String again(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID mail,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    if (tries.again(viewer, mail, sent.get("key")) instanceof Refused<UUID> refused) {
      throw new RefusedException(refused);
    }
    return back(response, "mail.again.done");
  }

  private String back(HttpServletResponse response, String key) {
    Toasts.leave(response, pages.words().text(key), null);
    return "redirect:/studio/messages";
  }

  private ModelAndView show(Viewer viewer, FormState form) {
    Words words = pages.words();
    Standing standing =
        audiences.standing(viewer).orElseThrow(() -> new RefusedException(Reason.notFound()));
    boolean maySend = audiences.maySend(viewer);
    return pages.show(
        "messages/mail",
        words.text("mail.title"),
        Place.STUDIO,
        policy.seenBy(words, MessagePolicy.MAIL, MessagePolicy.ALL),
        new MailPage(
            words.text("mail.reach", standing.reached(), standing.people()),
            notes(words, standing),
            standing.audiences().stream().map(each -> row(words, each)).toList(),
            maySend
                ? audiences.units().stream()
                    .map(unit -> new Option(unit.id().toString(), unit.name()))
                    .toList()
                : List.of(),
            standing.counts().stream()
                .map(each ->
                    new CountRow(
                        words.text("mail-kind." + each.kind()),
                        words.text("mail.state." + each.state()),
                        words.number(each.mails()),
                        each.perhapsTwice() == 0
                            ? ""
                            : words.text("mail.perhaps-twice", each.perhapsTwice())))
                .toList(),
            standing.undelivered().stream().map(each -> missed(words, each)).toList(),
            maySend,
            tries.mayTest(viewer) && standing.missing().isEmpty(),
            tries.tested(viewer).map(each -> tested(words, each)).orElse(null),
            form,
            UUID.fromString(Idempotency.freshKey())));
  }

  private static List<String> notes(Words words, Standing standing) {
    Stream<String> missing =
        standing.missing().isEmpty()
            ? Stream.of()
            : Stream.of(words.text("mail.no-server", String.join(", ", standing.missing())));
    Stream<String> quiet =
        standing.audiences().isEmpty() ? Stream.of(words.text("mail.quiet")) : Stream.of();
    return Stream.of(missing, quiet, trouble(words, standing.trouble()))
        .flatMap(each -> each)
        .toList();
  }

  private static Stream<String> trouble(Words words, @Nullable Trouble trouble) {
    if (trouble == null) {
      return Stream.of();
    }
    return Stream.of(
        words.text(
            "mail.trouble",
            words.day(trouble.since()),
            words.time(trouble.since()),
            said(words, trouble.what()),
            words.time(trouble.retryAt())));
  }

  /// A code of ours in words; else what the mail server said.
  private static String said(Words words, String reply) {
    String key = "mail.trouble." + reply;
    return words.has(key) ? words.text(key) : reply;
  }

  private static String tested(Words words, MailStore.Tested test) {
    return words.text(
        "mail.tested",
        words.day(test.at()),
        words.time(test.at()),
        words.text("mail.state." + test.state()),
        test.reply().isEmpty() ? "" : said(words, test.reply()));
  }

  private static Row row(Words words, Audience audience) {
    String name = audience.everyone() ? words.text("mail.everyone") : audience.name();
    return new Row(
        audience.id(),
        Objects.requireNonNullElseGet(name, () -> words.text("inbox.somebody")),
        words.text(
            "mail.opened-by",
            Objects.requireNonNullElseGet(audience.openedBy(), () -> words.text("inbox.somebody")),
            words.day(audience.openedAt())));
  }

  private static Missed missed(Words words, Undelivered mail) {
    return new Missed(
        mail.id(),
        Objects.requireNonNullElseGet(
            mail.name(),
            () -> words.text(mail.person() == null ? "mail.outsider" : "inbox.somebody")),
        words.text("mail-kind." + mail.kind()),
        words.text("mail.state." + mail.state()),
        said(words, mail.reply()),
        words.text("inbox.when", words.day(mail.at()), words.time(mail.at())),
        mail.again());
  }
}
