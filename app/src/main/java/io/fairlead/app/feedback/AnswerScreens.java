package io.fairlead.app.feedback;

import io.fairlead.app.feedback.Answering.Asked;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Merge;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.lessons.Lesson;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The page on which one answers and what its buttons do: the same for people who are signed in and
/// for guests who came by a link.
@Component
class AnswerScreens {
  private final Answering answering;
  private final Pages pages;
  private final Clock clock;

  AnswerScreens(Answering answering, Pages pages, Clock clock) {
    this.answering = answering;
    this.pages = pages;
    this.clock = clock;
  }

  /// Where it stands.
  ///
  /// @param action the page's own address
  /// @param back where one goes when done for now
  /// @param template with the frame around it
  record Where(String action, String back, String template) {}

  /// What an autosave says back.
  record Saved(long version, String savedAt) {}

  ModelAndView page(Invitation invitation, Where where) {
    Asked asked = done(answering.asked(invitation));
    return asked
        .lesson()
        .map(lesson -> lessonFirst(lesson, invitation))
        .orElseGet(() ->
            page(
                asked,
                where,
                form(asked, asked.sheet()),
                asked.sheet(),
                asked.revision(),
                List.of()));
  }

  private ModelAndView lessonFirst(Lesson lesson, Invitation invitation) {
    Words words = pages.words();
    return pages.show(
        "feedback/answerLesson",
        words.text("answering.title", fullName(words, invitation)),
        Place.FEEDBACK,
        null,
        lesson);
  }

  private static FormState form(Asked asked, AnswerSheet sheet) {
    return new FormState(AnswerForm.fields(asked.questions(), sheet), List.of());
  }

  private ModelAndView page(
      Asked asked,
      Where where,
      FormState form,
      AnswerSheet sheet,
      long revision,
      List<String> notices) {
    Words words = pages.words();
    Invitation invitation = asked.invitation();
    RoundTerms terms = asked.round().terms();
    Relationship rater = invitation.relationship();
    String first = firstName(words, invitation);
    String hash = asked.round().hash();
    String about =
        words.text(
            "answering.about",
            words.text("answering.as." + rater.code(), first),
            asked.questions().minutes());
    return pages.show(
        where.template(),
        rater == Relationship.SELF
            ? words.text("answering.title.self")
            : words.text("answering.title", fullName(words, invitation)),
        Place.FEEDBACK,
        AnswerReaders.ofRatings(words, first, rater, terms.audience(), terms.numeric()),
        new AnswerPage(
            where.action(),
            about,
            AnswerReaders.purpose(words, asked.round()),
            AnswerReaders.promise(words, asked.round(), rater),
            RoundWords.concerns(words, terms.concerns(), asked.round().ownerName()),
            hash == null ? "" : hash.substring(0, Math.min(12, hash.length())),
            AnswerStep.of(
                asked.questions(),
                rater,
                first,
                words.locale().getLanguage(),
                form,
                at(form, sheet)),
            AnswerReaders.ofComment(
                words,
                first,
                rater,
                terms.audience(),
                terms.comments(),
                terms.steward() != null,
                terms.escrow() != null),
            sheet.at(),
            revision,
            sheet.seconds(),
            sheet.handedIn(),
            rater != Relationship.SELF,
            asked.questions().points(),
            words.plainDate(terms.closes()),
            form,
            terms.has(FeedbackIndicator.HINTS),
            notices));
  }

  /// Where something is wrong one goes on there.
  private static String at(FormState form, AnswerSheet sheet) {
    return form.reasons().stream()
        .map(Reason::fieldName)
        .filter(field -> field != null && field.indexOf('.') > 0)
        .map(field -> String.valueOf(field).substring(String.valueOf(field).indexOf('.') + 1))
        .findFirst()
        .orElse(sheet.at());
  }

  static String fullName(Words words, Invitation invitation) {
    return invitation.subjectName() == null
        ? words.text("answering.somebody")
        : invitation.subjectName();
  }

  private static String firstName(Words words, Invitation invitation) {
    String name = fullName(words, invitation);
    return invitation.relationship() == Relationship.MEMBER ? name : name.split(" ", 2)[0];
  }

  /// What a button of the form does. What another window saved meanwhile is merged, or shown
  /// beside.
  ModelAndView save(
      Invitation invitation, Map<String, String> sent, Where where, HttpServletResponse response) {
    Asked stands = done(answering.asked(invitation));
    AnswerForm form = AnswerForm.of(sent);
    if (!form.unreadable().isEmpty()) {
      return refused(stands, where, sent, form.sheet(), new Refused<>(form.unreadable()));
    }
    Map<String, String> mine = AnswerForm.fields(stands.questions(), form.sheet());
    Map<String, String> theirs = AnswerForm.fields(stands.questions(), stands.sheet());
    Merge merge = Merge.of(Map.of(), mine, theirs);
    boolean chosen = sent.keySet().stream().anyMatch(field -> field.startsWith("choose-"));
    boolean current = version(sent) == stands.revision();
    if (!current && stands.revision() == 0) {
      return withdrawnElsewhere(stands, where, sent, form.sheet());
    }
    if (!current && !merge.isClean()) {
      return clash(stands, where, sent, merge);
    }
    AnswerSheet sheet =
        current && !chosen
            ? form.sheet()
            : merged(sent, chosen ? merge.chosen(sent) : merge.merged());
    return switch (answering.keep(invitation, stands.revision(), sheet)) {
      case Done<Long> _ -> saved(stands, sheet, sent, where, response, current);
      case Refused<Long> refused when isOtherWindow(refused) ->
          save(invitation, sent, where, response);
      case Refused<Long> refused -> refused(stands, where, sent, sheet, refused);
    };
  }

  private static boolean isOtherWindow(Refused<Long> refused) {
    return refused.reasons().getFirst().kind() == Reason.Kind.STALE;
  }

  private static AnswerSheet merged(Map<String, String> sent, Map<String, String> answers) {
    Map<String, String> all = new HashMap<>(sent);
    all.putAll(answers);
    return AnswerForm.of(all).sheet();
  }

  private ModelAndView saved(
      Asked stands,
      AnswerSheet sheet,
      Map<String, String> sent,
      Where where,
      HttpServletResponse response,
      boolean current) {
    Words words = pages.words();
    String closes = words.plainDate(stands.round().terms().closes());
    String act = sent.getOrDefault("act", "");
    if (act.equals(AnswerForm.HAND_IN)) {
      int open = stands.questions().items().size() - sheet.ratings().size();
      Toasts.leave(response, words.text("answering.handed-in", open, closes), null);
      return new ModelAndView("redirect:" + where.back());
    }
    if (act.equals("later")) {
      Toasts.leave(response, words.text("answering.later-done", closes), null);
      return new ModelAndView("redirect:" + where.back());
    }
    Toasts.leave(response, words.text(current ? "answering.saved" : "answering.merged"), null);
    return new ModelAndView("redirect:" + where.action());
  }

  private ModelAndView refused(
      Asked stands, Where where, Map<String, String> sent, AnswerSheet sheet, Refused<?> refused) {
    if (refused.reasons().getFirst().kind() == Reason.Kind.NOT_FOUND) {
      throw new RefusedException(refused);
    }
    ModelAndView page =
        page(
            stands,
            where,
            FormState.refused(sent, refused),
            sheet,
            Math.max(0, version(sent)),
            List.of());
    page.setStatus(Errors.status(refused.reasons()));
    return page;
  }

  private ModelAndView withdrawnElsewhere(
      Asked stands, Where where, Map<String, String> sent, AnswerSheet sheet) {
    ModelAndView page =
        page(
            stands,
            where,
            new FormState(sent, List.of()),
            sheet,
            0,
            List.of(pages.words().text("answering.withdrawn-elsewhere")));
    page.setStatus(HttpStatus.CONFLICT);
    return page;
  }

  private ModelAndView clash(Asked stands, Where where, Map<String, String> sent, Merge merge) {
    Words words = pages.words();
    String first = firstName(words, stands.invitation());
    Map<String, String> labels = new HashMap<>();
    AnswerStep.of(
            stands.questions(),
            stands.invitation().relationship(),
            first,
            words.locale().getLanguage(),
            FormState.EMPTY,
            "")
        .forEach(step -> step.items().forEach(item -> labels.put(item.field(), item.text())));
    Map<String, String> fields = new HashMap<>(merge.merged());
    for (String kept : List.of("at", "seconds", "handedIn", "act")) {
      fields.put(kept, sent.getOrDefault(kept, ""));
    }
    ModelAndView page =
        pages.show(
            where.template() + "Clash",
            words.text("answering.clash"),
            Place.FEEDBACK,
            null,
            new AnswerClash(
                where.action(),
                stands.revision(),
                fields,
                labels,
                merge.conflicts().stream().map(each -> inWords(words, each)).toList()));
    page.setStatus(HttpStatus.CONFLICT);
    return page;
  }

  private static Merge.Conflict inWords(Words words, Merge.Conflict conflict) {
    return new Merge.Conflict(
        conflict.field(),
        "",
        answer(words, conflict.field(), conflict.mine()),
        answer(words, conflict.field(), conflict.theirs()));
  }

  private static String answer(Words words, String field, String value) {
    boolean none = field.startsWith(AnswerRules.rating("")) && value.equals("0");
    return none ? words.text("answering.cannot-judge") : value;
  }

  /// What is typed, as it is typed. Another window's saving is for the form itself to be shown.
  ResponseEntity<Saved> autosave(Invitation invitation, Map<String, String> sent) {
    AnswerForm form = AnswerForm.of(sent);
    Outcome<Long> outcome =
        form.unreadable().isEmpty()
            ? answering.keep(invitation, version(sent), form.sheet())
            : Outcome.refused(form.unreadable());
    return switch (outcome) {
      case Done<Long>(Long revision) ->
          ResponseEntity.ok()
              .contentType(MediaType.APPLICATION_JSON)
              .body(new Saved(revision, pages.words().time(clock.instant())));
      case Refused<Long> refused when isOtherWindow(refused) ->
          ResponseEntity.status(HttpStatus.PRECONDITION_FAILED).build();
      case Refused<Long> refused -> throw new RefusedException(refused);
    };
  }

  String withdraw(Invitation invitation, Where where, HttpServletResponse response) {
    boolean something = done(answering.withdraw(invitation));
    Toasts.leave(
        response,
        pages.words().text(something ? "answering.withdrawn" : "answering.nothing-withdrawn"),
        null);
    return "redirect:" + where.back();
  }

  String decline(Invitation invitation, String because, Where where, HttpServletResponse response) {
    done(answering.decline(invitation, because));
    Toasts.leave(response, pages.words().text("answering.declined"), null);
    return "redirect:" + where.back();
  }

  private static long version(Map<String, String> sent) {
    String version = sent.getOrDefault("version", "0");
    return version.matches("\\d{1,18}") ? Long.parseLong(version) : -1;
  }

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }
}
