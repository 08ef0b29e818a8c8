package io.fairlead.app.measures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.measures.Leads.Led;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.methods.measures.LeadLag;
import io.fairlead.methods.measures.LeadLag.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Whether one measure moves before another, as JSON.
@RestController
class LeadApi {
  private final Leads leads;

  LeadApi(Leads leads) {
    this.leads = leads;
  }

  /// What their history says. Without enough of it there is a verdict and how much there is.
  ///
  /// @param verdict `leads`, `does not lead` or `too little data`
  /// @param step what a lag of one is: `day`, `week`, `month`, `quarter`, `year` or `other`
  /// @param n how many steps were compared
  /// @param bestLag in steps, above 0
  /// @param r how far they go together at that lag, from -1 to 1
  /// @param band what chance alone stays below in nineteen of twenty cases
  /// @param correlations at each lag; above 0 the first moves first
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LeadJson(
      UUID lead,
      UUID lag,
      String verdict,
      String step,
      int n,
      @Nullable Integer bestLag,
      @Nullable Double r,
      @Nullable Double band,
      List<Double> correlations) {
    static LeadJson of(Led led) {
      LeadLag found = led.found();
      boolean known = found.verdict() != Verdict.TOO_LITTLE_DATA;
      return new LeadJson(
          led.lead().id(),
          led.lagging().id(),
          found.verdict().words(),
          led.step().name().toLowerCase(Locale.ROOT),
          found.points(),
          known ? (Integer) found.bestLag() : null,
          known ? (Double) found.correlation() : null,
          known ? (Double) found.band() : null,
          found.correlations());
    }
  }

  @GetMapping("/api/v1/measures/lead")
  @Guarded(record = "measure", act = "read", fields = "figures", scope = "measures:read")
  LeadJson lead(
      @AuthenticationPrincipal Viewer viewer, @RequestParam UUID lead, @RequestParam UUID lag) {
    return LeadJson.of(MeasureApi.done(leads.compared(viewer, lead, lag)));
  }
}
