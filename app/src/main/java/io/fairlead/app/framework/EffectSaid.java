package io.fairlead.app.framework;

import io.fairlead.app.framework.FrameworkPage.Change;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.framework.Effect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What a change means for people, with how many it touches: "412 people will check in every two
/// weeks instead of every week."
@Component
class EffectSaid {
  private final ObjectProvider<EffectReach> modules;
  private final StaffStore staff;

  EffectSaid(ObjectProvider<EffectReach> modules, StaffStore staff) {
    this.modules = modules;
    this.staff = staff;
  }

  List<Change> said(Words words, FrameworkPlan plan, Viewer viewer) {
    Map<String, Long> reach = new HashMap<>();
    modules.orderedStream().forEach(module -> reach.putAll(module.people(plan.effects())));
    long everybody = staff.on(viewer.today()).people();
    return plan.effects().stream()
        .map(effect -> said(words, effect, reach.getOrDefault(effect.path(), everybody)))
        .toList();
  }

  private static Change said(Words words, Effect effect, long people) {
    String own = "framework.effect." + effect.path();
    if (words.has(own) && effect.was().isPresent() && effect.becomes().isPresent()) {
      return new Change(
          words.text(
              own,
              people,
              option(words, effect.was().get()),
              option(words, effect.becomes().get())),
          "",
          effect.path());
    }
    return new Change(
        effect.sentence(),
        effect.path().startsWith("waivers") || effect.path().startsWith("effort")
            ? ""
            : words.text("framework.reach", people),
        effect.path());
  }

  private static String option(Words words, String written) {
    String key = "framework.option." + written;
    return words.has(key) ? words.text(key) : written;
  }
}
