package io.fairlead.app.rights;

import static io.fairlead.app.rights.RightsPolicy.ALL;
import static io.fairlead.app.rights.RightsPolicy.PAPER;
import static io.fairlead.app.rights.RightsPolicy.RETENTION;

import io.fairlead.app.people.LegalHold;
import io.fairlead.app.people.LegalHolds;
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
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import io.fairlead.app.rights.Erasures.Leaver;
import io.fairlead.app.rights.ProcessingRecord.Paper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/// The studio's pages about data rights: how long what is kept, who is under a legal hold, who was
/// erased, and the paper.
@Controller
public class DataRightsPages {
  private final Retention retention;
  private final LegalHolds holds;
  private final Erasures erasures;
  private final ProcessingRecord processing;
  private final Policy policy;
  private final Pages pages;

  DataRightsPages(
      Retention retention,
      LegalHolds holds,
      Erasures erasures,
      ProcessingRecord processing,
      Policy policy,
      Pages pages) {
    this.retention = retention;
    this.holds = holds;
    this.erasures = erasures;
    this.processing = processing;
    this.policy = policy;
    this.pages = pages;
  }

  /// @param howLong in words
  /// @param done how much went so far and when the job last looked; empty where it never did
  public record RuleRow(
      String code, String name, String from, String howLong, boolean on, String done) {}

  /// Somebody with a page of what is held about them.
  ///
  /// @param name null once they were erased
  public record PersonRow(UUID person, @Nullable String name, String detail) {}

  /// @param holds null for who may not see them
  public record DataRightsPage(
      List<RuleRow> rules,
      boolean mayChange,
      List<String> fixed,
      @Nullable List<PersonRow> holds,
      boolean mayErase,
      List<PersonRow> leavers,
      List<PersonRow> erased) {}

  /// One kind of record, before its time is set.
  ///
  /// @param due how many would go today for the months in the form; null before that was asked
  public record RulePage(
      RuleRow rule,
      boolean mayChange,
      boolean empties,
      int least,
      String months,
      @Nullable Long due,
      String said,
      FormState form,
      UUID key) {}

  @GetMapping("/studio/data-rights")
  @Guarded(record = "retention", act = "read", fields = "all")
  ModelAndView page(@AuthenticationPrincipal Viewer viewer) {
    Words words = pages.words();
    List<RetentionRule> rules =
        retention.rules(viewer).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return pages.show(
        "rights/dataRights",
        words.text("data-rights.title"),
        Place.STUDIO,
        policy.seenBy(words, RETENTION, ALL),
        new DataRightsPage(
            rules.stream().map(rule -> row(words, rule)).toList(),
            retention.mayChange(viewer),
            ProcessingRecord.fixed(words),
            holds
                .inForce(viewer)
                .map(found -> found.stream().map(hold -> held(words, hold)).toList())
                .orElse(null),
            erasures.mayErase(viewer, viewer.person()),
            erasures.leavers(viewer).stream().map(leaver -> left(words, leaver)).toList(),
            erasures.latest(viewer).stream().map(each -> erased(words, each)).toList()));
  }

  private static RuleRow row(Words words, RetentionRule rule) {
    ProcessingRecord.Kept kept = ProcessingRecord.kept(words, rule);
    return new RuleRow(
        rule.code(),
        kept.name(),
        kept.from(),
        kept.howLong(),
        rule.months() != null,
        rule.ranAt() == null
            ? ""
            : words.text("retention.ran", words.day(rule.ranAt()), rule.deleted()));
  }

  private static PersonRow held(Words words, LegalHold hold) {
    return new PersonRow(
        hold.person(),
        hold.name(),
        words.text(
            "holds.placed",
            words.day(hold.placedAt()),
            Objects.requireNonNullElseGet(hold.placedBy(), () -> words.text("inbox.somebody"))));
  }

  private static PersonRow left(Words words, Leaver leaver) {
    return new PersonRow(
        leaver.person(),
        leaver.name(),
        leaver.lastDay() == null
            ? words.text("data-rights.never-here")
            : words.text("data-rights.left", words.plainDate(leaver.lastDay())));
  }

  private static PersonRow erased(Words words, Erased erased) {
    return new PersonRow(
        erased.person(),
        null,
        words.text(
            "erased.when",
            words.day(erased.at()),
            Objects.requireNonNullElseGet(erased.by(), () -> words.text("inbox.somebody"))));
  }

  /// What it would do: with `months`, how many records would go today.
  @GetMapping("/studio/data-rights/retention/{code}")
  @Guarded(record = "retention", act = "read", fields = "all")
  ModelAndView rule(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String code,
      @RequestParam(defaultValue = "") String months) {
    if (months.isBlank()) {
      return show(viewer, code, "", null, FormState.EMPTY);
    }
    return switch (retention.due(viewer, code, number(months))) {
      case Done<Long>(Long due) -> show(viewer, code, months.strip(), due, FormState.EMPTY);
      case Refused<Long> refused -> {
        ModelAndView page =
            show(viewer, code, months, null, FormState.refused(Map.of("months", months), refused));
        page.setStatus(Errors.status(refused.reasons()));
        yield page;
      }
    };
  }

  private ModelAndView show(
      Viewer viewer, String code, String months, @Nullable Long due, FormState form) {
    Words words = pages.words();
    RetentionRule rule =
        retention
            .rules(viewer)
            .flatMap(rules -> rules.stream().filter(each -> each.code().equals(code)).findFirst())
            .orElseThrow(() -> new RefusedException(Reason.notFound()));
    int begun = Objects.requireNonNullElse(rule.months(), rule.suggested());
    RuleRow row = row(words, rule);
    return pages.show(
        "rights/retention",
        row.name(),
        Place.STUDIO,
        policy.seenBy(words, RETENTION, ALL),
        new RulePage(
            row,
            retention.mayChange(viewer),
            rule.empties(),
            rule.least(),
            months.isBlank() ? Integer.toString(begun) : months,
            due,
            due == null
                ? ""
                : words.text(
                    rule.empties() ? "retention.would-empty" : "retention.would-delete", due),
            form,
            UUID.fromString(Idempotency.freshKey())));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  @PostMapping("/studio/data-rights/retention/{code}")
  @Guarded(record = "retention", act = "change", fields = "all")
  Object keep(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String code,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    int months = number(sent.getOrDefault("months", ""));
    Long seen = seen(sent.getOrDefault("seen", ""));
    Outcome<String> outcome = retention.keep(viewer, code, months, seen, sent.get("key"));
    return switch (outcome) {
      case Done<String> _ -> back(response, "retention.on");
      case Refused<String> refused -> {
        Reason.Kind kind = refused.reasons().getFirst().kind();
        if (kind == Reason.Kind.NOT_FOUND || kind == Reason.Kind.FORBIDDEN) {
          throw new RefusedException(refused);
        }
        Long due = retention.due(viewer, code, months) instanceof Done<Long>(Long now) ? now : null;
        ModelAndView page =
            show(
                viewer,
                code,
                sent.getOrDefault("months", ""),
                due,
                FormState.refused(sent, refused));
        page.setStatus(Errors.status(refused.reasons()));
        yield page;
      }
    };
  }

  private static @Nullable Long seen(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  @PostMapping("/studio/data-rights/retention/{code}/end")
  @Guarded(record = "retention", act = "change", fields = "all")
  String keepForever(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String code,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    if (retention.keepForever(viewer, code, sent.get("key")) instanceof Refused<String> refused) {
      throw new RefusedException(refused);
    }
    return back(response, "retention.off");
  }

  private String back(HttpServletResponse response, String key) {
    Toasts.leave(response, pages.words().text(key), null);
    return "redirect:/studio/data-rights";
  }

  @GetMapping("/studio/data-rights/paper")
  @Guarded(record = "processing-record", act = "read", fields = "all")
  ModelAndView paper(@AuthenticationPrincipal Viewer viewer) {
    Words words = pages.words();
    return pages.show(
        "rights/paper",
        words.text("paper.title"),
        Place.STUDIO,
        policy.seenBy(words, PAPER, ALL),
        paper(viewer, words));
  }

  @GetMapping("/studio/data-rights/paper.md")
  @Guarded(record = "processing-record", act = "read", fields = "all")
  void markdown(@AuthenticationPrincipal Viewer viewer, HttpServletResponse response)
      throws IOException {
    Words words = pages.words();
    Paper paper = paper(viewer, words);
    response.setContentType("text/markdown;charset=UTF-8");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"processing-record-%s-framework-%d.md\""
            .formatted(words.today(), paper.frameworkVersion()));
    response
        .getOutputStream()
        .write(PaperText.markdown(words, paper).getBytes(StandardCharsets.UTF_8));
  }

  private Paper paper(Viewer viewer, Words words) {
    Optional<Paper> paper = processing.paper(viewer, words);
    return paper.orElseThrow(() -> new RefusedException(Reason.notFound()));
  }
}
