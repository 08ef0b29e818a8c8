package io.fairlead.methods.reference;

import io.fairlead.methods.reference.CheckedCase.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks the methods against cases with known answers. A file is JSON and names its `kind`; a new
/// kind is one line in the list below.
public final class ReferenceCases {
  private static final List<CaseKind> KINDS =
      List.of(
          new GoalScoringKind(),
          new ForecastKind(),
          new XmrKind(),
          new SeasonKind(),
          new LeadLagKind(),
          new IntraclassKind(),
          new AgreementKind(),
          new AlphaKind(),
          new KrippendorffKind(),
          new ShrinkageKind(),
          new TopBoxKind(),
          new CrossedMixedKind(),
          new ManyFacetRaschKind(),
          new RaterEffectsKind(),
          new ReleaseKind(),
          new AttackKind(),
          new MechanismKind(),
          new CoalitionKind(),
          new AssignmentKind());

  /// The files that come with Fairlead.
  private static final List<String> BUILT_IN =
      List.of(
          "04_okr_scoring.json",
          "04_okr_forecast.json",
          "04_xmr.json",
          "04_season_airpassengers.json",
          "04_leadlag_bjsales.json",
          "01_shrout_fleiss.json",
          "01_rwg_ad.json",
          "01_alpha_attitude.json",
          "01_krippendorff.json",
          "01_shrinkage.json",
          "01_topbox_ci.json",
          "02_penicillin.json",
          "02_mfrm_guilford.json",
          "02_rater_effects.json",
          "03_release_rule.json",
          "03_anonymity_attacks.json",
          "03_mechanism_table.json",
          "03_coalition_table.json",
          "07_assignment.json");

  private static final JsonMapper JSON = JsonMapper.shared();

  private ReferenceCases() {}

  /// The built-in cases.
  public static List<CheckedCase> builtIn() {
    return BUILT_IN.stream()
        .flatMap(file -> check(file, resource(file), ReferenceCases::resource).stream())
        .toList();
  }

  /// The cases of one file.
  ///
  /// @param file its name, for the report
  /// @param json its text
  /// @param companion reads the data file beside it, by name
  public static List<CheckedCase> check(String file, String json, UnaryOperator<String> companion) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JacksonException unreadable) {
      return List.of(unreadable(file, "", "it is not JSON: " + unreadable.getOriginalMessage()));
    }
    String kind = root.path("kind").asString("");
    if (kind.isEmpty()) {
      return List.of(unreadable(file, "", "it names no kind"));
    }
    Optional<CaseKind> known = KINDS.stream().filter(each -> each.name().equals(kind)).findFirst();
    if (known.isEmpty()) {
      return List.of(new CheckedCase(file, kind, "all", new Verdict.UnknownKind()));
    }
    return compare(file, root, known.get(), companion);
  }

  private static List<CheckedCase> compare(
      String file, JsonNode root, CaseKind kind, UnaryOperator<String> companion) {
    try {
      return kind.compare(root, companion::apply).stream()
          .map(case_ -> new CheckedCase(file, kind.name(), case_.name(), case_.verdict()))
          .toList();
    } catch (JacksonException | IllegalArgumentException | IndexOutOfBoundsException misfit) {
      return List.of(
          unreadable(
              file, kind.name(), "it is not laid out as its kind asks: " + misfit.getMessage()));
    }
  }

  private static CheckedCase unreadable(String file, String kind, String reason) {
    return new CheckedCase(file, kind, "all", new Verdict.Unreadable(reason));
  }

  private static String resource(String name) {
    try (InputStream stream = ReferenceCases.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException("there is no file " + name + " beside it");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
