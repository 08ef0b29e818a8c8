package io.fairlead.app.measures;

import io.fairlead.app.measures.Leads.Led;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.measures.LeadLag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Whether one measure moves before another, in words and as a picture.
@Controller
public class LeadPages {
  private static final int WIDE = 720;
  private static final int WIDE_HEIGHT = 260;
  private static final int NARROW = 350;
  private static final int NARROW_HEIGHT = 220;

  private final Leads leads;
  private final Pages pages;
  private final Policy policy;

  LeadPages(Leads leads, Pages pages, Policy policy) {
    this.leads = leads;
    this.pages = pages;
    this.policy = policy;
  }

  /// @param found null until two are chosen
  public record LeadPage(List<Option> measures, FormState form, @Nullable Found found) {}

  /// What their history says.
  ///
  /// @param figures the figures behind the sentence; null where there are none
  /// @param notes what was done to the values first
  /// @param swapped address of the same question the other way round
  public record Found(
      String sentence,
      @Nullable String figures,
      List<String> notes,
      @Nullable LeadChart wide,
      @Nullable LeadChart narrow,
      String axis,
      List<Row> rows,
      String swapped) {}

  public record Row(String lag, String correlation) {}

  @GetMapping("/measures/lead")
  @Guarded(record = "measure", act = "read", fields = "figures")
  ModelAndView lead(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(required = false) @Nullable UUID lead,
      @RequestParam(required = false) @Nullable UUID lag) {
    Map<String, String> sent = Map.of("lead", text(lead), "lag", text(lag));
    if (lead == null || lag == null) {
      return page(viewer, new FormState(sent, List.of()), null);
    }
    Outcome<Led> outcome = leads.compared(viewer, lead, lag);
    return switch (outcome) {
      case Done<Led>(Led led) -> page(viewer, new FormState(sent, List.of()), led);
      case Refused<Led>(List<Reason> reasons) -> {
        if (reasons.stream().anyMatch(each -> each.kind() == Reason.Kind.NOT_FOUND)) {
          throw new RefusedException(Reason.notFound());
        }
        yield page(viewer, new FormState(sent, reasons), null);
      }
    };
  }

  private static String text(@Nullable UUID id) {
    return id == null ? "" : id.toString();
  }

  private ModelAndView page(Viewer viewer, FormState form, @Nullable Led led) {
    Words words = pages.words();
    List<Option> options = new ArrayList<>();
    options.add(new Option("", words.text("measures.lead-choose")));
    options.addAll(leads.choices(viewer));
    if (led != null) {
      List.of(led.lead(), led.lagging())
          .forEach(each -> {
            Option option = new Option(each.id().toString(), each.plan().name());
            if (!options.contains(option)) {
              options.add(option);
            }
          });
    }
    return pages.show(
        "measures/lead",
        words.text("measures.lead-title"),
        Place.MEASURES,
        policy.seenBy(words, MeasureRules.RECORD, MeasureRules.FIGURES),
        new LeadPage(options, form, led == null ? null : found(words, led)));
  }

  private static Found found(Words words, Led led) {
    LeadLag found = led.found();
    boolean drawn = !found.correlations().isEmpty();
    String step = led.step().name().toLowerCase(Locale.ROOT);
    List<String> notes = new ArrayList<>();
    if (led.averaged()) {
      notes.add(words.text("measures.lead-averaged." + step));
    }
    if (drawn) {
      notes.add(words.text("measures.lead-method"));
    }
    int most = found.correlations().size() / 2;
    return new Found(
        sentence(words, led, step),
        drawn
            ? words.text(
                "measures.lead-figures",
                words.number(found.correlation(), 2),
                words.text("measures.lead-steps." + step, found.bestLag()),
                found.points(),
                words.number(found.band(), 2))
            : null,
        notes,
        drawn ? LeadChart.of(words, found, WIDE, WIDE_HEIGHT) : null,
        drawn ? LeadChart.of(words, found, NARROW, NARROW_HEIGHT) : null,
        words.text("measures.lead-axis." + step),
        IntStream.range(0, found.correlations().size())
            .mapToObj(
                i -> new Row(words.number(i - most), words.number(found.correlations().get(i), 2)))
            .toList(),
        "/measures/lead?lead=" + led.lagging().id() + "&lag=" + led.lead().id());
  }

  /// What is said first: that it leads and by how much, that it does not and why, or what is
  /// missing.
  private static String sentence(Words words, Led led, String step) {
    LeadLag found = led.found();
    String lead = led.lead().plan().name();
    String lagging = led.lagging().plan().name();
    return switch (found.verdict()) {
      case LEADS ->
          words.text(
              found.correlation() > 0 ? "measures.leads.alike" : "measures.leads.opposite",
              lead,
              words.text("measures.lead-steps." + step, found.bestLag()),
              lagging);
      case DOES_NOT_LEAD ->
          Math.abs(found.correlation()) > found.band()
              ? words.text("measures.leads-not.together", lead, lagging)
              : words.text("measures.leads-not.chance", lead, lagging);
      case TOO_LITTLE_DATA ->
          found.points() < LeadLag.FEWEST
              ? words.text("measures.leads-unknown.few", found.points(), LeadLag.FEWEST)
              : words.text("measures.leads-unknown.still");
    };
  }
}
