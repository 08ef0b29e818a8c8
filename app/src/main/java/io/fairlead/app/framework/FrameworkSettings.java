package io.fairlead.app.framework;

import io.fairlead.app.platform.words.Noun;
import io.fairlead.app.platform.words.OrganisationSettings;
import io.fairlead.app.platform.words.Vocabulary;
import io.fairlead.methods.framework.Framework;
import io.fairlead.methods.framework.Places;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Hands the platform what every page needs of the document in force: name, zone, language, nouns.
@Component
class FrameworkSettings implements OrganisationSettings {
  private final Frameworks frameworks;

  FrameworkSettings(Frameworks frameworks) {
    this.frameworks = frameworks;
  }

  @Override
  public Organisation organisation() {
    Framework rules = frameworks.rules();
    return new Organisation(
        rules.organisation().name(),
        rules.organisation().zone(),
        rules.organisation().locale(),
        vocabulary(rules),
        unused(rules.places()));
  }

  private static Set<String> unused(Places places) {
    if (!places.goals()) {
      return Set.of("goals", "talk");
    }
    return places.talk() ? Set.of() : Set.of("talk");
  }

  private static Vocabulary vocabulary(Framework rules) {
    Map<Noun, Noun.Forms> renamed = new EnumMap<>(Noun.class);
    rules
        .vocabulary()
        .renamed()
        .forEach((noun, forms) ->
            renamed.put(
                Noun.valueOf(noun.name()), new Noun.Forms(forms.singular(), forms.plural())));
    return new Vocabulary(renamed);
  }
}
