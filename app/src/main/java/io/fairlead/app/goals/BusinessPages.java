package io.fairlead.app.goals;

import io.fairlead.app.measures.MeasureList;
import io.fairlead.app.measures.MeasurePages;
import io.fairlead.app.measures.MeasureQuery;
import io.fairlead.app.people.People;
import io.fairlead.app.people.UnitName;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Business as usual beside change: the measures of a unit, and the goals that move it, on one
/// page.
@Controller
public class BusinessPages {
  private static final int MOST = 24;

  private final MeasureList measures;
  private final MeasurePages measurePages;
  private final GoalsAtHome goals;
  private final People people;
  private final Pages pages;
  private final Policy policy;

  BusinessPages(
      MeasureList measures,
      MeasurePages measurePages,
      GoalsAtHome goals,
      People people,
      Pages pages,
      Policy policy) {
    this.measures = measures;
    this.measurePages = measurePages;
    this.goals = goals;
    this.people = people;
    this.pages = pages;
    this.policy = policy;
  }

  /// @param unit whose business it is; empty where nobody chose one and the viewer has none
  /// @param goals null where there is no unit
  public record BusinessPage(
      String unit, List<Option> units, List<MeasurePages.Tile> tiles, @Nullable MyGoals goals) {}

  @GetMapping("/goals/business")
  @Guarded(record = "objective", act = "read", fields = "goal")
  ModelAndView business(
      @AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String unit) {
    Words words = pages.words();
    Optional<UUID> chosen = unit.isEmpty() ? own(viewer) : id(unit);
    return pages.show(
        "goals/business",
        words.text("business.title"),
        Place.GOALS,
        policy.seenBy(words, GoalRules.RECORD, GoalRules.GOAL),
        new BusinessPage(
            chosen.map(UUID::toString).orElse(""),
            measurePages.units(words),
            chosen
                .map(of ->
                    measures
                        .list(viewer, new MeasureQuery("", of, null, null, false, false, 0, MOST))
                        .stream()
                        .map(card -> MeasurePages.tile(words, card))
                        .toList())
                .orElse(List.of()),
            chosen.map(of -> goals.ofUnit(viewer, of, words.today())).orElse(null)));
  }

  private Optional<UUID> own(Viewer viewer) {
    return people
        .find(viewer, viewer.person())
        .flatMap(entry -> Optional.ofNullable(entry.unit()))
        .map(UnitName::id);
  }

  private static Optional<UUID> id(String text) {
    return Optional.of(text)
        .filter(each -> each.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
        .map(UUID::fromString);
  }
}
