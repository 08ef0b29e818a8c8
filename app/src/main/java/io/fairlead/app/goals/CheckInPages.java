package io.fairlead.app.goals;

import io.fairlead.app.goals.CheckIns.ToUpdate;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// "Update my goals": one row a key result, all saved at once; pace and forecast only afterwards.
@Controller
class CheckInPages {
  private final CheckIns checkIns;
  private final Pages pages;
  private final Policy policy;

  CheckInPages(CheckIns checkIns, Pages pages, Policy policy) {
    this.checkIns = checkIns;
    this.pages = pages;
    this.policy = policy;
  }

  @GetMapping("/goals/update")
  @Open(because = "shows only the viewer's own key results")
  ModelAndView update(@AuthenticationPrincipal Viewer viewer) {
    return page(viewer, checkIns.mine(viewer), List.of(), FormState.EMPTY);
  }

  @GetMapping("/goals/updated")
  @Open(because = "shows only the viewer's own key results")
  ModelAndView updated(@AuthenticationPrincipal Viewer viewer) {
    return page(viewer, checkIns.mine(viewer), checkIns.updatedToday(viewer), FormState.EMPTY);
  }

  @PostMapping("/goals/update")
  @Open(because = "the capability looks for each key result under the check-in policy")
  ModelAndView save(
      @AuthenticationPrincipal Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
    List<ToUpdate> rows = checkIns.mine(viewer);
    List<Reason> unreadable = new ArrayList<>();
    List<CheckIn> said = said(rows, sent, unreadable);
    Outcome<List<CheckIns.Updated>> outcome =
        unreadable.isEmpty()
            ? checkIns.save(viewer, said, sent.getFirst("key"))
            : Outcome.refused(unreadable);
    return switch (outcome) {
      case Outcome.Done<List<CheckIns.Updated>> _ -> new ModelAndView("redirect:/goals/updated");
      case Outcome.Refused<List<CheckIns.Updated>> refused -> {
        ModelAndView page =
            page(viewer, rows, List.of(), FormState.refused(sent.toSingleValueMap(), refused));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  /// Takes one's own newest check-in of a key result back.
  @PostMapping("/goals/key-results/{id}/taking-back")
  @Guarded(record = "key-result", act = "check-in", fields = "value")
  String takeBack(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    Words words = pages.words();
    UUID checkIn = EditorPages.identifier(sent.getOrDefault("checkIn", "")).orElse(new UUID(0, 0));
    return switch (checkIns.takeBack(viewer, id, checkIn, sent.get("key"))) {
      case Outcome.Done<UUID> _ -> {
        Toasts.leave(response, words.text("check-in.taken-back"), null);
        yield "redirect:/goals/update";
      }
      case Outcome.Refused<UUID> refused -> {
        if (refused.reasons().getFirst().kind() == Reason.Kind.NOT_FOUND) {
          throw new RefusedException(refused);
        }
        Toasts.leave(response, words.refusal(refused.reasons().getFirst()), null);
        yield "redirect:/goals/updated";
      }
    };
  }

  private ModelAndView page(
      Viewer viewer, List<ToUpdate> rows, List<CheckIns.Updated> after, FormState form) {
    Words words = pages.words();
    String title =
        after.isEmpty()
            ? words.text("check-in.title", rows.size(), Math.max(1, rows.size() * 6))
            : words.text("check-in.title-saved", after.size());
    return pages.show(
        "goals/update",
        rows.isEmpty() ? words.text("check-in.title-none") : title,
        Place.GOALS,
        policy.seenBy(words, GoalRules.RECORD, GoalRules.CONFIDENCE),
        new UpdatePage(
            rows,
            after,
            form,
            UUID.fromString(Idempotency.freshKey()),
            viewer.person().toString()));
  }

  /// The rows that were touched: those with another value, a confidence, a note, or "no change".
  private static List<CheckIn> said(
      List<ToUpdate> rows, MultiValueMap<String, String> sent, List<Reason> unreadable) {
    List<CheckIn> said = new ArrayList<>();
    for (ToUpdate row : rows) {
      UUID id = row.keyResult().id();
      String note = field(sent, id, "note").strip();
      Integer confidence = confidence(sent, id, unreadable);
      boolean same = row.fed() || !field(sent, id, "same").isEmpty();
      BigDecimal value = same ? null : value(row, sent, unreadable);
      Set<UUID> done = same ? Set.of() : done(row, sent, unreadable);
      boolean changed = !same && changed(row, value, done);
      if (changed || (same && !row.fed()) || confidence != null || !note.isEmpty()) {
        boolean noChange = same || !changed;
        said.add(
            new CheckIn(
                id,
                noChange ? null : value,
                noChange ? Set.of() : done,
                confidence,
                note,
                noChange));
      }
    }
    return said;
  }

  private static boolean changed(ToUpdate row, @Nullable BigDecimal value, Set<UUID> done) {
    if (row.keyResult().kind() == KeyResultKind.MILESTONES) {
      return row.track() == null ? !done.isEmpty() : !done.equals(row.done());
    }
    BigDecimal last = row.track() == null ? null : row.track().value();
    return value != null && (last == null || value.compareTo(last) != 0);
  }

  private static @Nullable BigDecimal value(
      ToUpdate row, MultiValueMap<String, String> sent, List<Reason> unreadable) {
    String text = field(sent, row.keyResult().id(), "value").strip();
    if (text.isEmpty() || row.keyResult().kind() == KeyResultKind.MILESTONES) {
      return null;
    }
    return Figures.parse(text)
        .orElseGet(() -> {
          unreadable.add(
              Reason.invalid(name(row.keyResult().id(), "value"), "check-in.value-needed"));
          return null;
        });
  }

  private static Set<UUID> done(
      ToUpdate row, MultiValueMap<String, String> sent, List<Reason> unreadable) {
    Set<UUID> done = new HashSet<>();
    for (String one : sent.getOrDefault(name(row.keyResult().id(), "done"), List.of())) {
      try {
        done.add(UUID.fromString(one));
      } catch (IllegalArgumentException e) {
        unreadable.add(
            Reason.invalid(name(row.keyResult().id(), "done"), "check-in.unknown-milestone"));
      }
    }
    return done;
  }

  private static @Nullable Integer confidence(
      MultiValueMap<String, String> sent, UUID id, List<Reason> unreadable) {
    String text = field(sent, id, "confidence");
    if (text.isEmpty()) {
      return null;
    }
    if (text.matches("\\d|10")) {
      return Integer.valueOf(text);
    }
    unreadable.add(Reason.invalid(name(id, "confidence"), "check-in.confidence"));
    return null;
  }

  private static String field(MultiValueMap<String, String> sent, UUID id, String part) {
    String text = sent.getFirst(name(id, part));
    return text == null ? "" : text;
  }

  /// The name of a form field, which is also the field that refusals name.
  static String name(UUID keyResult, String part) {
    return keyResult + "." + part;
  }
}
