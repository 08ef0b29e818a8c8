package io.fairlead.app.measures;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// What the page of a measure fetches when somebody wants to move about in its chart.
@Controller
class ExplorePages {
  private final Measures measures;
  private final Standings standings;
  private final MeasureEvents events;
  private final Pages pages;

  ExplorePages(Measures measures, Standings standings, MeasureEvents events, Pages pages) {
    this.measures = measures;
    this.standings = standings;
    this.events = events;
    this.pages = pages;
  }

  @GetMapping(value = "/measures/{id}/series.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  @Guarded(record = "measure", act = "read", fields = "figures")
  Exploration series(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String slice) {
    Measure measure =
        measures.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    Standing chosen = MeasurePages.chosen(standings.readable(viewer, id), slice);
    return Exploration.of(
        pages.words(),
        measure.plan(),
        standings.behaviour(id, chosen.series()),
        events.standing(id),
        measures.targets(viewer, id));
  }
}
