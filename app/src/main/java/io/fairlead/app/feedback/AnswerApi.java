package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.AnswerScreens.done;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.feedback.Answering.Asked;
import io.fairlead.app.feedback.Answering.Given;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.lessons.Lesson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What one is asked and answers, as JSON. The revision of a sheet is its `ETag`. No
/// `Idempotency-Key` is taken here: what it remembers would say who answered when.
@RestController
@RequestMapping("/api/v1/feedback/invitations")
class AnswerApi {
  private final Answering answering;
  private final Pages pages;

  AnswerApi(Answering answering, Pages pages) {
    this.answering = answering;
    this.pages = pages;
  }

  /// @param relationship what the viewer is to the subject: `self`, `manager`, `peer`, `report`,
  ///   `crossfunctional` or `other`
  /// @param items to rate
  /// @param answered how many of them are
  /// @param closes the last day
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record InvitationJson(
      UUID id,
      UUID round,
      String roundName,
      UUID subject,
      @Nullable String subjectName,
      String relationship,
      int items,
      int answered,
      int minutesLeft,
      LocalDate closes,
      boolean handedIn) {
    static InvitationJson of(Given given) {
      return new InvitationJson(
          given.invitation(),
          given.round(),
          given.roundName(),
          given.subject(),
          given.subjectName(),
          given.relationship().code(),
          given.items(),
          given.answered(),
          given.minutesLeft(),
          given.closes(),
          given.handedIn());
    }
  }

  record InvitationsJson(List<InvitationJson> invitations) {}

  /// What was promised at the launch.
  ///
  /// @param neighbouringPoints closer than so many nobody can tell a rating
  /// @param colluders of a group who may tell theirs
  /// @param concerns whom to turn to with threats and misconduct; missing where nobody is named
  /// @param print SHA-256 of the promise
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PromiseJson(
      String purpose,
      @Nullable Instant since,
      String audience,
      int groupForFigures,
      int groupForComments,
      int neighbouringPoints,
      int colluders,
      String unit,
      boolean steward,
      @Nullable String concerns,
      @Nullable String print) {
    static PromiseJson of(Round round) {
      RoundTerms terms = round.terms();
      return new PromiseJson(
          terms.purpose().code(),
          round.launchedAt(),
          terms.audience().code(),
          terms.numeric(),
          terms.comments(),
          terms.width() + 1,
          terms.colluders(),
          terms.unit().name().toLowerCase(java.util.Locale.ROOT),
          terms.steward() != null,
          terms.concerns().isEmpty() ? null : terms.concerns(),
          round.hash());
    }
  }

  /// @param points what one sees at each point of the scale, from 1
  record AskedItemJson(String id, String competency, String text, List<String> points) {}

  record CommentQuestionJson(String id, String text, boolean required) {}

  record SheetJson(
      Map<String, Integer> ratings,
      Map<String, String> comments,
      String at,
      int seconds,
      boolean handedIn) {
    static SheetJson of(AnswerSheet sheet) {
      return new SheetJson(
          new TreeMap<>(sheet.ratings()),
          new TreeMap<>(sheet.comments()),
          sheet.at(),
          sheet.seconds(),
          sheet.handedIn());
    }
  }

  /// @param lessonFirst the id of a lesson that has to be done before the first answer
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AskedJson(
      UUID id,
      UUID round,
      String roundName,
      UUID subject,
      String relationship,
      LocalDate closes,
      PromiseJson promise,
      List<AskedItemJson> items,
      List<CommentQuestionJson> comments,
      SheetJson sheet,
      long revision,
      @Nullable String lessonFirst) {
    static AskedJson of(Asked asked, String language) {
      Invitation invitation = asked.invitation();
      Relationship rater = invitation.relationship();
      return new AskedJson(
          invitation.id(),
          invitation.round(),
          asked.round().name(),
          invitation.about(),
          rater.code(),
          asked.round().terms().closes(),
          PromiseJson.of(asked.round()),
          asked.questions().items().stream()
              .map(item ->
                  new AskedItemJson(
                      item.id(),
                      item.competency(),
                      item.text(rater).in(language),
                      item.anchors().stream().map(anchor -> anchor.in(language)).toList()))
              .toList(),
          asked.questions().comments().stream()
              .map(each ->
                  new CommentQuestionJson(each.id(), each.text().in(language), each.required()))
              .toList(),
          SheetJson.of(asked.sheet()),
          asked.revision(),
          asked.lesson().map(Lesson::id).orElse(null));
    }
  }

  /// A sheet as it stands now; the questions do not come again with every saving.
  record KeptSheetJson(SheetJson sheet, long revision) {}

  /// The whole sheet, which takes the place of what stood there.
  ///
  /// @param ratings by item: a point of the scale, or 0 for "cannot judge"
  /// @param comments by question
  /// @param at the item or question to go on at
  /// @param seconds it took so far
  record SheetInput(
      @Nullable Map<String, @Nullable BigDecimal> ratings,
      @Nullable Map<String, @Nullable String> comments,
      @Nullable String at,
      @Nullable Integer seconds,
      @Nullable Boolean handedIn) {

    Outcome<AnswerSheet> sheet() {
      Map<String, Integer> points = new TreeMap<>();
      List<Reason> wrong = new ArrayList<>();
      Map<String, @Nullable BigDecimal> given = ratings == null ? Map.of() : ratings;
      given.forEach((item, rating) -> {
        if (rating != null) {
          try {
            points.put(item, rating.intValueExact());
          } catch (ArithmeticException fraction) {
            wrong.add(Reason.invalid(AnswerRules.rating(item), "malformed"));
          }
        }
      });
      Map<String, String> said = new TreeMap<>();
      Map<String, @Nullable String> written = comments == null ? Map.of() : comments;
      written.forEach((question, text) -> {
        if (text != null && !text.isBlank()) {
          said.put(question, text.strip());
        }
      });
      return wrong.isEmpty()
          ? Outcome.done(
              new AnswerSheet(
                  points,
                  said,
                  at == null ? "" : at,
                  seconds == null ? 0 : seconds,
                  Boolean.TRUE.equals(handedIn)))
          : Outcome.refused(wrong);
    }
  }

  /// @param because `no-time`, `do-not-work-together`, `conflict` or `other`
  record DeclineInput(@Nullable String because) {}

  @GetMapping
  @Open(because = "lists only what the viewer is asked", scope = "feedback:read")
  InvitationsJson mine(@AuthenticationPrincipal Viewer viewer) {
    return new InvitationsJson(answering.mine(viewer).stream().map(InvitationJson::of).toList());
  }

  @GetMapping("/{invitation}")
  @Guarded(
      record = RoundRules.ANSWER,
      act = RoundRules.READ,
      fields = RoundRules.WORDS,
      scope = "feedback:read")
  ResponseEntity<AskedJson> one(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID invitation) {
    return answer(done(answering.find(viewer, invitation)));
  }

  @PutMapping("/{invitation}")
  @Guarded(
      record = RoundRules.ANSWER,
      act = RoundRules.GIVE,
      fields = RoundRules.WORDS,
      scope = "feedback:write")
  ResponseEntity<KeptSheetJson> keep(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID invitation,
      @RequestBody SheetInput input,
      @RequestHeader(name = "If-Match", required = false) @Nullable String revision) {
    Invitation asked = done(answering.find(viewer, invitation));
    AnswerSheet sheet = done(input.sheet());
    long kept = done(answering.keep(asked, revision(revision), sheet));
    return ResponseEntity.ok()
        .eTag("\"" + kept + "\"")
        .body(new KeptSheetJson(SheetJson.of(sheet), kept));
  }

  /// Takes everything back.
  @DeleteMapping("/{invitation}")
  @Guarded(
      record = RoundRules.ANSWER,
      act = RoundRules.GIVE,
      fields = RoundRules.WORDS,
      scope = "feedback:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID invitation) {
    done(answering.find(viewer, invitation).then(answering::withdraw));
  }

  @PostMapping("/{invitation}/decline")
  @Guarded(
      record = RoundRules.ANSWER,
      act = RoundRules.GIVE,
      fields = RoundRules.WORDS,
      scope = "feedback:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decline(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID invitation,
      @RequestBody DeclineInput input) {
    if (!answering.hasDeclined(viewer, invitation)) {
      String because = input.because() == null ? "" : input.because();
      done(answering.find(viewer, invitation).then(each -> answering.decline(each, because)));
    }
  }

  private ResponseEntity<AskedJson> answer(Invitation invitation) {
    AskedJson asked =
        AskedJson.of(done(answering.asked(invitation)), pages.words().locale().getLanguage());
    return ResponseEntity.ok().eTag("\"" + asked.revision() + "\"").body(asked);
  }

  private static long revision(@Nullable String tag) {
    if (tag == null) {
      throw new RefusedException(Reason.invalid("If-Match", "if-match-required"));
    }
    String number = tag.replace("W/", "").replace("\"", "").strip();
    if (!number.matches("\\d{1,18}")) {
      throw new RefusedException(Reason.of(Reason.Kind.STALE, "feedback.answer-other-window"));
    }
    return Long.parseLong(number);
  }
}
