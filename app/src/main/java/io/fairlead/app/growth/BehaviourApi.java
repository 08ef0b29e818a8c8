package io.fairlead.app.growth;

import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The library of behaviours, as JSON.
@RestController
class BehaviourApi {
  private final OrganisationSettings organisation;

  BehaviourApi(OrganisationSettings organisation) {
    this.organisation = organisation;
  }

  /// @param level from 1 to 5
  /// @param shows the measure of success
  record BehaviourJson(String id, String competency, int level, String does, String shows) {}

  record BehaviourListJson(List<BehaviourJson> behaviours) {}

  @GetMapping("/api/v1/behaviours")
  @Open(because = "the library comes with the product", scope = "growth:read")
  BehaviourListJson list(
      @RequestParam(defaultValue = "") String competency,
      @RequestParam(defaultValue = "0") int level,
      @RequestParam(defaultValue = "") String q) {
    String language = organisation.organisation().locale().getLanguage();
    return new BehaviourListJson(
        Behaviours.matching(competency, level, q, language).stream()
            .map(each ->
                new BehaviourJson(
                    each.id(),
                    each.competency(),
                    each.level(),
                    each.does().in(language),
                    each.shows().in(language)))
            .toList());
  }
}
