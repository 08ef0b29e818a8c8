package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.RoundApi.done;
import static io.fairlead.app.feedback.RoundApi.version;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who is asked about whom, as JSON.
@RestController
@RequestMapping("/api/v1/feedback")
class RaterApi {
  private static final int MOST = 200;

  private final Choosing choosing;
  private final Rounds rounds;
  private final RaterReminders reminders;

  RaterApi(Choosing choosing, Rounds rounds, RaterReminders reminders) {
    this.reminders = reminders;
    this.choosing = choosing;
    this.rounds = rounds;
  }

  /// @param nominations `open`, `handed-in` or `settled`
  /// @param remindFrom the first day on which the reviewee may remind all who are asked, while
  ///   answers come in; missing in lists, and for everybody else
  /// @param raters missing in lists
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SubjectJson(
      UUID id,
      UUID round,
      UUID person,
      @Nullable UUID manager,
      String nominations,
      long version,
      @Nullable LocalDate remindFrom,
      @Nullable List<FeedbackRaterJson> raters,
      @Nullable List<SuggestionJson> suggestions) {}

  /// @param person missing for a guest
  /// @param chosenBy `rule`, `reviewee`, `manager` or `people-operations`
  /// @param state `proposed`, `asked`, `declined` or `taken-off`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FeedbackRaterJson(
      UUID id,
      @Nullable UUID person,
      @Nullable String name,
      String relationship,
      String chosenBy,
      String state) {}

  record SuggestionJson(UUID person, int ties) {}

  /// @param next where the rest begins; missing at the end
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SubjectListJson(List<SubjectJson> subjects, @Nullable String next) {}

  @GetMapping("/rounds/{id}/subjects")
  @Guarded(record = "feedback-round", act = "read", fields = "terms", scope = "feedback:read")
  SubjectListJson subjects(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String after) {
    if (rounds.find(viewer, id).isEmpty()) {
      throw new RefusedException(Reason.notFound());
    }
    List<Subject> found = choosing.of(viewer, id, MOST + 1, after);
    List<Subject> shown = found.subList(0, Math.min(MOST, found.size()));
    return new SubjectListJson(
        shown.stream().map(each -> json(each, null, null, null)).toList(),
        found.size() > MOST ? cursor(shown.getLast()) : null);
  }

  private static String cursor(Subject subject) {
    return (subject.name() == null ? "" : subject.name()) + subject.id();
  }

  @GetMapping("/subjects/{subject}")
  @Guarded(record = "feedback-subject", act = "read", fields = "raters", scope = "feedback:read")
  ResponseEntity<SubjectJson> one(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID subject) {
    Subject found =
        choosing.find(viewer, subject).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return ResponseEntity.ok()
        .eTag("\"" + found.version() + "\"")
        .body(
            json(
                found,
                rounds
                    .find(viewer, found.round())
                    .flatMap(round -> reminders.from(viewer, found, round))
                    .orElse(null),
                choosing.raters(found).stream()
                    .map(rater ->
                        new FeedbackRaterJson(
                            rater.id(),
                            rater.person(),
                            rater.guest() == null ? null : rater.name(),
                            rater.relationship().code(),
                            rater.chosenBy().code(),
                            rater.state().code()))
                    .toList(),
                choosing.suggestions(viewer, found).stream()
                    .map(each -> new SuggestionJson(each.person(), each.ties()))
                    .toList()));
  }

  private static SubjectJson json(
      Subject subject,
      @Nullable LocalDate remindFrom,
      @Nullable List<FeedbackRaterJson> raters,
      @Nullable List<SuggestionJson> suggestions) {
    return new SubjectJson(
        subject.id(),
        subject.round(),
        subject.person(),
        subject.manager(),
        subject.nominations().code(),
        subject.version(),
        remindFrom,
        raters,
        suggestions);
  }

  @PostMapping("/subjects/{subject}/raters")
  @Guarded(record = "feedback-subject", act = "read", fields = "raters", scope = "feedback:write")
  ResponseEntity<SubjectJson> propose(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID subject,
      @RequestBody Choosing.Proposal proposal,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(choosing.propose(viewer, subject, proposal, key));
    return one(viewer, subject);
  }

  @DeleteMapping("/subjects/{subject}/raters/{rater}")
  @Guarded(record = "feedback-subject", act = "read", fields = "raters", scope = "feedback:write")
  ResponseEntity<SubjectJson> takeOff(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID subject,
      @PathVariable UUID rater,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(choosing.takeOff(viewer, subject, rater, key));
    return one(viewer, subject);
  }

  /// The reviewee has proposed all that they want to.
  @PostMapping("/subjects/{subject}/hand-in")
  @Guarded(
      record = "feedback-subject",
      act = "nominate",
      fields = "raters",
      scope = "feedback:write")
  ResponseEntity<SubjectJson> handIn(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID subject,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(choosing.handIn(viewer, subject, version(version), key));
    return one(viewer, subject);
  }

  @PostMapping("/subjects/{subject}/settlement")
  @Guarded(record = "feedback-subject", act = "settle", fields = "raters", scope = "feedback:write")
  ResponseEntity<SubjectJson> settle(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID subject,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(choosing.settle(viewer, subject, version(version), key));
    return one(viewer, subject);
  }

  /// Tells all who are asked about the caller that the round is open still.
  @PostMapping("/subjects/{subject}/reminder")
  @Guarded(record = "feedback-subject", act = "remind", fields = "raters", scope = "feedback:write")
  ResponseEntity<SubjectJson> remind(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID subject,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(reminders.remind(viewer, subject, key));
    return one(viewer, subject);
  }
}
