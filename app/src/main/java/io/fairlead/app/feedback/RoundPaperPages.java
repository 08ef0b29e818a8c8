package io.fairlead.app.feedback;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.personal.RetentionPeriods;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Pdf;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.instruments.Instrument;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/// The papers of a round for whoever runs it: as page, as PDF, and as JSON.
@Controller
class RoundPaperPages {
  private final Rounds rounds;
  private final Policy policy;
  private final Pages pages;
  private final Pdf pdf;
  private final RetentionPeriods periods;

  RoundPaperPages(Rounds rounds, Policy policy, Pages pages, Pdf pdf, RetentionPeriods periods) {
    this.rounds = rounds;
    this.policy = policy;
    this.pages = pages;
    this.pdf = pdf;
    this.periods = periods;
  }

  @GetMapping("/feedback/rounds/{id}/papers")
  @Guarded(record = "feedback-round", act = "run", fields = "terms")
  ModelAndView page(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Words words = pages.words();
    RoundPapers papers = papers(viewer, id);
    return pages.show(
        "feedback/papers",
        words.text("feedback-paper.papers"),
        Place.FEEDBACK,
        policy.seenBy(words, RoundRules.ROUND, RoundRules.TERMS),
        papers);
  }

  @GetMapping("/feedback/rounds/{id}/papers.pdf")
  @Guarded(record = "feedback-round", act = "run", fields = "terms")
  ResponseEntity<byte[]> printed(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Words words = pages.words();
    RoundPapers papers = papers(viewer, id);
    return pdf.answer(papers.title(words), "feedback/papersPrinted", words, papers);
  }

  @GetMapping("/api/v1/feedback/rounds/{id}/papers")
  @Guarded(record = "feedback-round", act = "run", fields = "terms", scope = "feedback:read")
  @ResponseBody
  RoundPapers json(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return papers(viewer, id);
  }

  private RoundPapers papers(Viewer viewer, UUID id) {
    Round round =
        rounds.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    if (!round.mayRun()) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    Instrument questions =
        rounds.questions(round).orElseThrow(() -> new RefusedException(Reason.notFound()));
    String hash = round.hash();
    return new RoundPapers(
        id,
        round.name(),
        hash == null ? "" : hash,
        new RoundAssessment(pages.words(), round.terms(), periods.months())
            .complete(
                RoundPaper.all(
                    pages.words(),
                    round.terms(),
                    questions,
                    rounds.people(round, viewer.today()))));
  }
}
