package io.fairlead.app.setup;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.Words;
import io.fairlead.app.setup.SetupStep.Way;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The first run's steps that write the framework: what the organisation is called, and what it is
/// after.
@Controller
public class SetupFrameworkPages {
  private final Setup setup;
  private final SetupStages stages;
  private final AimEffort effort;
  private final Policy policy;
  private final Pages pages;

  SetupFrameworkPages(
      Setup setup, SetupStages stages, AimEffort effort, Policy policy, Pages pages) {
    this.setup = setup;
    this.stages = stages;
    this.effort = effort;
    this.policy = policy;
    this.pages = pages;
  }

  public record OrganisationPage(
      SetupStages.Stage stage, FormState form, List<String> zones, UUID key) {
    public OrganisationPage {
      zones = List.copyOf(zones);
    }
  }

  @GetMapping("/setup/organisation")
  @Guarded(record = "setup", act = "read", fields = "steps")
  ModelAndView organisation(@AuthenticationPrincipal Viewer viewer) {
    stages.allowed(viewer);
    var inForce = setup.version().document().framework();
    boolean theirs = setup.version().number() > 0;
    return organisation(
        FormState.of(
            "name",
            theirs ? inForce.organisation().name() : "",
            "zone",
            inForce.organisation().zone().getId(),
            "mission",
            theirs ? inForce.direction().mission() : "",
            "way",
            setup.state().map(state -> state.way().code()).orElse(Way.SMALL.code())));
  }

  private ModelAndView organisation(FormState form) {
    return stages.shown(
        "setup/organisation",
        SetupStep.ORGANISATION,
        policy.seenBy(pages.words(), "framework", "document"),
        new OrganisationPage(
            stages.stage(SetupStep.ORGANISATION),
            form,
            ZoneId.getAvailableZoneIds().stream()
                .filter(zone ->
                    zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .toList(),
            UUID.fromString(Idempotency.freshKey())),
        form);
  }

  @PostMapping("/setup/organisation")
  @Guarded(record = "setup", act = "change", fields = "steps")
  Object name(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam Map<String, String> sent,
      HttpServletRequest request,
      HttpServletResponse response) {
    Way way = sent.getOrDefault("way", "").equals(Way.LARGE.code()) ? Way.LARGE : Way.SMALL;
    Outcome<Integer> outcome =
        setup.name(
            viewer,
            pages.words(),
            new Setup.Named(
                sent.getOrDefault("name", ""),
                sent.getOrDefault("zone", ""),
                sent.getOrDefault("mission", ""),
                way),
            sent.get("key"));
    return switch (outcome) {
      case Done<Integer> _ -> {
        SetupStages.leave(request, response, true);
        yield "redirect:" + (way == Way.LARGE ? "/setup" : SetupStep.AIMS.path());
      }
      case Refused<Integer> refused -> organisation(SetupStages.refused(sent, refused));
    };
  }

  /// @param minutes a person a month, of each aim
  /// @param together of all that are chosen
  public record AimsPage(
      SetupStages.Stage stage, List<AimCard> cards, int together, List<String> errors, UUID key) {
    public AimsPage {
      cards = List.copyOf(cards);
      errors = List.copyOf(errors);
    }
  }

  public record AimCard(String code, boolean chosen, int minutes) {}

  @GetMapping("/setup/aims")
  @Guarded(record = "setup", act = "read", fields = "steps")
  ModelAndView aims(@AuthenticationPrincipal Viewer viewer) {
    stages.allowed(viewer);
    return aims(setup.aims(), FormState.EMPTY);
  }

  private ModelAndView aims(Set<Aim> chosen, FormState form) {
    Words words = pages.words();
    String document = setup.version().document().text();
    Map<Aim, Integer> minutes = effort.each(document, words.today());
    return stages.shown(
        "setup/aims",
        SetupStep.AIMS,
        null,
        new AimsPage(
            stages.stage(SetupStep.AIMS),
            Stream.of(Aim.values())
                .map(aim ->
                    new AimCard(aim.code(), chosen.contains(aim), minutes.getOrDefault(aim, 0)))
                .toList(),
            chosen.isEmpty() ? 0 : effort.minutes(document, chosen, words.today()),
            form.general(words),
            UUID.fromString(Idempotency.freshKey())),
        form);
  }

  /// The sum of what is chosen, while it is being chosen.
  @PostMapping("/setup/aims/minutes")
  @Guarded(record = "setup", act = "read", fields = "steps")
  ModelAndView minutes(
      @AuthenticationPrincipal Viewer viewer, @RequestParam(required = false) List<String> aim) {
    stages.allowed(viewer);
    return aims(Aim.of(aim == null ? List.of() : aim), FormState.EMPTY);
  }

  @PostMapping("/setup/aims")
  @Guarded(record = "setup", act = "change", fields = "steps")
  Object aim(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(required = false) @Nullable List<String> aim,
      @RequestParam(defaultValue = "") String key) {
    Set<Aim> chosen = Aim.of(aim == null ? List.of() : aim);
    return switch (setup.aim(viewer, pages.words(), chosen, key)) {
      case Done<Integer> _ -> "redirect:" + SetupStep.PEOPLE.path();
      case Refused<Integer> refused -> aims(chosen, SetupStages.refused(Map.of(), refused));
    };
  }
}
