package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.RoundApi.done;

import io.fairlead.app.disclosure.EscrowFile;
import io.fairlead.app.feedback.RoundEscrows.Found;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Asking who wrote one comment, where the round has an escrow.
@Controller
@RequestMapping("/feedback/rounds/{id}/escrow")
public class EscrowPages {
  private final RoundEscrows escrows;
  private final Policy policy;
  private final Pages pages;

  EscrowPages(RoundEscrows escrows, Policy policy, Pages pages) {
    this.escrows = escrows;
    this.policy = policy;
    this.pages = pages;
  }

  /// @param what how it works, with whom and for how long
  /// @param open what is asked for now; null where nothing is
  /// @param past what was asked for before, each a sentence
  public record EscrowPage(
      UUID round,
      String name,
      List<String> what,
      @Nullable EscrowRequest open,
      List<String> past,
      boolean mayAsk,
      List<Option> reasons,
      FormState form,
      String key) {}

  @GetMapping
  @Guarded(record = "feedback-round", act = "read", fields = "escrow")
  ModelAndView one(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> asked) {
    return page(
        viewer, id, FormState.of("comment", asked.getOrDefault("comment", ""), "because", ""));
  }

  @PostMapping("/requests")
  @Guarded(record = "feedback-round", act = "unseal", fields = "escrow")
  Object ask(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    return answered(
        viewer,
        id,
        form,
        escrows.ask(
            viewer,
            id,
            comment(form.getOrDefault("comment", "")),
            form.getOrDefault("because", ""),
            form.get("key")),
        "asked",
        response);
  }

  @PostMapping("/requests/{request}/removal")
  @Guarded(record = "feedback-round", act = "unseal", fields = "escrow")
  Object takeBack(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID request,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    return answered(
        viewer,
        id,
        form,
        escrows.takeBack(viewer, id, request, form.get("key")),
        "taken-back",
        response);
  }

  @PostMapping("/requests/{request}/decision")
  @Guarded(record = "feedback-round", act = "agree", fields = "escrow")
  Object decide(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID request,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    boolean agreed =
        switch (form.getOrDefault("decision", "")) {
          case "agree" -> true;
          case "refuse" -> false;
          default ->
              throw new RefusedException(Reason.invalid("decision", "feedback.escrow-decision"));
        };
    return answered(
        viewer,
        id,
        form,
        escrows.decide(viewer, id, request, agreed, form.get("key")),
        agreed ? "agreed" : "refused",
        response);
  }

  @PostMapping("/requests/{request}/package")
  @Guarded(record = "feedback-round", act = "unseal", fields = "escrow")
  ResponseEntity<byte[]> handOver(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID request,
      @RequestParam(defaultValue = "") String key) {
    var given = done(escrows.handOver(viewer, id, request, key));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"escrow-" + given.comment() + ".json\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(EscrowFile.write(given).getBytes(StandardCharsets.UTF_8));
  }

  private Object answered(
      Viewer viewer,
      UUID id,
      Map<String, String> form,
      Outcome<UUID> outcome,
      String said,
      HttpServletResponse response) {
    return switch (outcome) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text("escrow.done." + said), null);
        yield "redirect:/feedback/rounds/" + id + "/escrow";
      }
      case Refused<UUID> refused ->
          RefusedForm.again(refused, form, sent -> page(viewer, id, sent));
    };
  }

  /// What is no id is no comment.
  private static @Nullable UUID comment(String text) {
    try {
      return UUID.fromString(text.strip());
    } catch (IllegalArgumentException notAnId) {
      return null;
    }
  }

  private ModelAndView page(Viewer viewer, UUID id, FormState form) {
    Found found =
        escrows.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    Words words = pages.words();
    return pages.show(
        "feedback/escrow",
        words.text("escrow.title", found.round().name()),
        Place.FEEDBACK,
        policy.seenBy(words, RoundRules.ROUND, RoundRules.ESCROW),
        new EscrowPage(
            id,
            found.round().name(),
            what(words, found),
            found.requests().stream().filter(EscrowRequest::isOpen).findFirst().orElse(null),
            found.requests().stream()
                .filter(request -> !request.isOpen())
                .map(request -> past(words, request))
                .toList(),
            found.mayAsk(),
            Stream.of(EscrowReason.values())
                .map(each -> new Option(each.code(), words.text("escrow.because." + each.code())))
                .toList(),
            form,
            Idempotency.freshKey()));
  }

  private static List<String> what(Words words, Found found) {
    String keepers =
        words.text(
            "escrow.custodians",
            RoundWords.named(words, found.round().custodians().getFirst()),
            found.escrow().first().key().fingerprint(),
            RoundWords.named(words, found.round().custodians().getLast()),
            found.escrow().second().key().fingerprint());
    String until =
        found.until() == null
            ? words.text("escrow.nothing")
            : words.text(
                found.isOver() ? "escrow.over" : "escrow.until",
                words.day(found.until()),
                words.time(found.until()));
    return List.of(words.text("escrow.lead"), keepers, until);
  }

  private static String past(Words words, EscrowRequest request) {
    String by = request.askedByName();
    return words.text(
        "escrow.past",
        words.plainDate(request.askedOn()),
        by == null ? words.text("answering.somebody") : by,
        words.text("escrow.because." + request.because().code()),
        words.text("escrow.state." + request.state().code()));
  }
}
