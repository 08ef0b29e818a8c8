package io.fairlead.app.rights;

import static io.fairlead.app.rights.RightsPolicy.ALL;
import static io.fairlead.app.rights.RightsPolicy.PERSONAL_DATA;

import io.fairlead.app.people.LegalHold;
import io.fairlead.app.people.LegalHolds;
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
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import io.fairlead.app.rights.Erasures.Part;
import io.fairlead.app.rights.Erasures.Preview;
import io.fairlead.app.rights.Exports.Holding;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What is held about one person: their own page of it, and that of people operations, with export,
/// legal hold and erasure.
@Controller
public class DataPages {
  private static final String OWN = "what is held about oneself";

  private final Exports exports;
  private final Erasures erasures;
  private final LegalHolds holds;
  private final Policy policy;
  private final Pages pages;

  DataPages(Exports exports, Erasures erasures, LegalHolds holds, Policy policy, Pages pages) {
    this.exports = exports;
    this.erasures = erasures;
    this.holds = holds;
    this.policy = policy;
    this.pages = pages;
  }

  /// A kind of record with how much there is of it.
  ///
  /// @param note why it stays, or that it goes, when its person is erased
  public record Row(String name, String count, String note) {}

  /// A hold in words.
  ///
  /// @param lifted null while it stands
  public record HoldRow(UUID id, String placed, String reason, @Nullable String lifted) {}

  /// @param person null on one's own page
  public record DataPage(
      @Nullable UUID person,
      String archive,
      List<Row> rows,
      List<HoldRow> holds,
      boolean mayHold,
      boolean held,
      boolean mayErase,
      FormState form,
      UUID key) {}

  /// What erasing would do.
  ///
  /// @param goes what goes
  /// @param stays what stays, and why
  /// @param barred why it cannot be done now, in sentences
  public record ErasurePage(
      UUID person,
      String name,
      List<Row> goes,
      List<Row> stays,
      List<String> barred,
      boolean namesStay,
      FormState form,
      UUID key) {}

  /// That it was done.
  public record ErasedPage(String when, String reason, String writings, List<Row> rows) {}

  @GetMapping("/account/data")
  @Open(because = OWN)
  ModelAndView own(@AuthenticationPrincipal Viewer viewer) {
    Words words = pages.words();
    Holding holding =
        exports
            .holding(viewer, viewer.person())
            .orElseThrow(() -> new RefusedException(Reason.notFound()));
    return pages.show(
        "rights/data",
        words.text("data.title"),
        Place.ACCOUNT,
        policy.seenBy(words, PERSONAL_DATA, ALL),
        new DataPage(
            null,
            "/account/data.zip",
            rows(words, holding),
            List.of(),
            false,
            false,
            false,
            FormState.EMPTY,
            UUID.fromString(Idempotency.freshKey())));
  }

  @GetMapping("/account/data.zip")
  @Open(because = OWN)
  void ownArchive(@AuthenticationPrincipal Viewer viewer, HttpServletResponse response)
      throws IOException {
    send(exports, viewer, viewer.person(), response);
  }

  @GetMapping("/people/{id}/data.zip")
  @Guarded(record = "personal-data", act = "read", fields = "all")
  void archive(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, HttpServletResponse response)
      throws IOException {
    send(exports, viewer, id, response);
  }

  /// Answers with the ZIP.
  static void send(Exports exports, Viewer viewer, UUID person, HttpServletResponse response)
      throws IOException {
    Exports.Ready ready =
        exports.take(viewer, person).orElseThrow(() -> new RefusedException(Reason.notFound()));
    response.setContentType("application/zip");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"personal-data-" + person + ".zip\"");
    response.setHeader("Cache-Control", "no-store");
    ready.write(response.getOutputStream());
  }

  @GetMapping("/people/{id}/data")
  @Guarded(record = "personal-data", act = "read", fields = "all")
  ModelAndView page(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Optional<Erased> erased = erasures.erased(viewer, id);
    return erased.isPresent() ? erasedPage(erased.get()) : show(viewer, id, FormState.EMPTY);
  }

  private ModelAndView show(Viewer viewer, UUID id, FormState form) {
    Words words = pages.words();
    Holding holding =
        exports.holding(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    List<LegalHold> past = holds.of(viewer, id);
    return pages.show(
        "rights/data",
        words.text("data.of", holding.name()),
        Place.PEOPLE,
        policy.seenBy(words, PERSONAL_DATA, ALL),
        new DataPage(
            id,
            "/people/" + id + "/data.zip",
            rows(words, holding),
            past.stream().map(each -> row(words, each)).toList(),
            holds.mayChange(viewer, id),
            past.stream().anyMatch(LegalHold::holds),
            erasures.mayErase(viewer, id),
            form,
            UUID.fromString(Idempotency.freshKey())));
  }

  private static List<Row> rows(Words words, Holding holding) {
    return holding.records().stream()
        .filter(each -> each.many() > 0)
        .map(each -> new Row(words.text("personal." + each.code()), words.number(each.many()), ""))
        .toList();
  }

  static HoldRow row(Words words, LegalHold hold) {
    String somebody = words.text("inbox.somebody");
    return new HoldRow(
        hold.id(),
        words.text(
            "holds.placed",
            words.day(hold.placedAt()),
            Objects.requireNonNullElse(hold.placedBy(), somebody)),
        hold.reason(),
        hold.liftedAt() == null
            ? null
            : words.text(
                "holds.lifted",
                words.day(hold.liftedAt()),
                Objects.requireNonNullElse(hold.liftedBy(), somebody),
                hold.liftedReason()));
  }

  @PostMapping("/people/{id}/data/holds")
  @Guarded(record = "legal-hold", act = "change", fields = "all")
  Object place(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    return after(
        holds.place(viewer, id, sent.get("reason"), sent.get("key")),
        viewer,
        id,
        sent,
        response,
        "holds.done");
  }

  @PostMapping("/people/{id}/data/holds/{hold}/end")
  @Guarded(record = "legal-hold", act = "change", fields = "all")
  Object lift(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID hold,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    if (holds.of(viewer, id).stream().noneMatch(each -> each.id().equals(hold))) {
      throw new RefusedException(Reason.notFound());
    }
    return after(
        holds.lift(viewer, hold, sent.get("reason"), sent.get("key")),
        viewer,
        id,
        sent,
        response,
        "holds.undone");
  }

  private Object after(
      Outcome<UUID> outcome,
      Viewer viewer,
      UUID id,
      Map<String, String> sent,
      HttpServletResponse response,
      String said) {
    return switch (outcome) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text(said), null);
        yield "redirect:/people/" + id + "/data";
      }
      case Refused<UUID> refused -> {
        if (refused.reasons().getFirst().kind() != Reason.Kind.INVALID) {
          throw new RefusedException(refused);
        }
        ModelAndView page = show(viewer, id, FormState.refused(sent, refused));
        page.setStatus(Errors.status(refused.reasons()));
        yield page;
      }
    };
  }

  @GetMapping("/people/{id}/erasure")
  @Guarded(record = "personal-data", act = "erase", fields = "all")
  ModelAndView preview(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Optional<Erased> erased = erasures.erased(viewer, id);
    return erased.isPresent() ? erasedPage(erased.get()) : preview(viewer, id, FormState.EMPTY);
  }

  private ModelAndView preview(Viewer viewer, UUID id, FormState form) {
    Words words = pages.words();
    Preview preview =
        erasures.preview(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return pages.show(
        "rights/erasure",
        words.text("erasing.title", preview.name()),
        Place.PEOPLE,
        null,
        new ErasurePage(
            id,
            preview.name(),
            parts(words, preview, Part::goes),
            parts(words, preview, part -> !part.goes()),
            preview.barred().stream().map(words::refusal).toList(),
            preview.namesStay(),
            form,
            UUID.fromString(Idempotency.freshKey())));
  }

  private static List<Row> parts(Words words, Preview preview, Predicate<Part> which) {
    return preview.parts().stream()
        .filter(which)
        .map(part ->
            new Row(
                words.text("personal." + part.code()),
                words.number(part.many()),
                part.goes()
                    ? ""
                    : words.text("personal.stays." + part.code())
                        + (part.words() ? " " + words.text("erasing.words") : "")))
        .toList();
  }

  @PostMapping("/people/{id}/erasure")
  @Guarded(record = "personal-data", act = "erase", fields = "all")
  Object erase(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    Outcome<UUID> outcome =
        erasures.erase(
            viewer,
            new Erasure(
                id, sent.get("name"), sent.get("writings"), sent.get("reason"), sent.get("key")));
    return switch (outcome) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text("erasing.done"), null);
        yield "redirect:/people/" + id + "/data";
      }
      case Refused<UUID> refused -> {
        if (refused.reasons().getFirst().kind() != Reason.Kind.INVALID) {
          throw new RefusedException(refused);
        }
        ModelAndView page = preview(viewer, id, FormState.refused(sent, refused));
        page.setStatus(Errors.status(refused.reasons()));
        yield page;
      }
    };
  }

  private ModelAndView erasedPage(Erased erased) {
    Words words = pages.words();
    return pages.show(
        "rights/erased",
        words.text("erased.title"),
        Place.PEOPLE,
        null,
        new ErasedPage(
            words.text(
                "erased.when",
                words.day(erased.at()),
                Objects.requireNonNullElseGet(erased.by(), () -> words.text("inbox.somebody"))),
            erased.reason(),
            words.text("erasing.writings." + erased.writings()),
            counts(words, erased)));
  }

  private static List<Row> counts(Words words, Erased erased) {
    return erased.counts().entrySet().stream()
        .map(each ->
            new Row(words.text("personal." + each.getKey()), words.number(each.getValue()), ""))
        .toList();
  }
}
