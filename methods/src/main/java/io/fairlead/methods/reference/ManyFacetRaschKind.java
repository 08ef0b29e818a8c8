package io.fairlead.methods.reference;

import io.fairlead.methods.raters.Effect;
import io.fairlead.methods.raters.ManyFacetRasch;
import io.fairlead.methods.raters.RaschFacet;
import io.fairlead.methods.raters.RaschFit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// `many-facet-rasch`: ratings by rater, person and item.
final class ManyFacetRaschKind implements CaseKind {
  private static final List<String> FACETS = List.of("person", "rater", "item");

  @Override
  public String name() {
    return "many-facet-rasch";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    Cells data = Cells.of(companions.text(file.path("data").asString()));
    List<List<String>> names = new ArrayList<>();
    List<int[]> elements = new ArrayList<>();
    for (String facet : FACETS) {
      List<String> cells = data.named(facet);
      List<String> distinct = cells.stream().distinct().toList();
      names.add(distinct);
      elements.add(cells.stream().mapToInt(distinct::indexOf).toArray());
    }
    RaschFit fit =
        ManyFacetRasch.fit(
            List.of(
                RaschFacet.persons(names.get(0).size(), elements.get(0)),
                RaschFacet.raters(names.get(1).size(), elements.get(1)),
                RaschFacet.items(names.get(2).size(), elements.get(2))),
            data.named("x").stream().mapToInt(Integer::parseInt).toArray());
    JsonNode tolerance = file.path("tolerance");
    List<Comparison> all = new ArrayList<>();
    all.add(whole(file, fit, tolerance.path("measure").doubleValue()));
    for (int facet = 0; facet < FACETS.size(); facet++) {
      JsonNode expected = file.path("facets").path(FACETS.get(facet));
      all.add(measures(FACETS.get(facet), expected, names.get(facet), fit, facet, tolerance));
      all.add(fits(FACETS.get(facet), expected, names.get(facet), fit, facet, tolerance));
      all.add(summary(FACETS.get(facet), expected, fit.facets().get(facet), tolerance));
    }
    return all;
  }

  private static Comparison whole(JsonNode file, RaschFit fit, double tolerance) {
    Comparison comparison =
        new Comparison("model", tolerance)
            .absolute("loglik", file.path("loglik"), fit.logLikelihood())
            .figure("n_obs", file.path("n_obs"), fit.ratings())
            .figure("category_min", file.path("category_min"), fit.categories().getFirst())
            .figure("category_max", file.path("category_max"), fit.categories().getLast());
    for (int at = 0; at < fit.thresholds().size(); at++) {
      comparison.absolute(
          "threshold " + at, file.path("thresholds").path(at), fit.thresholds().get(at));
    }
    return comparison;
  }

  private static Comparison measures(
      String name, JsonNode facet, List<String> names, RaschFit fit, int at, JsonNode tolerance) {
    Comparison comparison =
        new Comparison(name + " measures", tolerance.path("measure").doubleValue());
    for (int which = 0; which < names.size(); which++) {
      RaschFit.Element element = fit.facets().get(at).elements().get(which);
      JsonNode expected = facet.path("elements").path(names.get(which));
      Effect measure = element.measure().orElseThrow();
      comparison
          .figure(names.get(which) + " n", expected.path("count"), element.ratings())
          .figure(
              names.get(which) + " observed", expected.path("observed_average"), element.observed())
          .absolute(names.get(which), expected.path("measure"), measure.value())
          .absolute(names.get(which) + " se", expected.path("model_se"), measure.deviation())
          .absolute(
              names.get(which) + " fair",
              expected.path("fair_average_mean"),
              fit.fair(at, measure.value()));
    }
    return comparison;
  }

  private static Comparison fits(
      String name, JsonNode facet, List<String> names, RaschFit fit, int at, JsonNode tolerance) {
    Comparison comparison = new Comparison(name + " fit", tolerance.path("fit").doubleValue());
    for (int which = 0; which < names.size(); which++) {
      RaschFit.Element element = fit.facets().get(at).elements().get(which);
      JsonNode expected = facet.path("elements").path(names.get(which));
      comparison
          .figure(names.get(which) + " infit", expected.path("infit_mnsq"), element.infit())
          .figure(names.get(which) + " outfit", expected.path("outfit_mnsq"), element.outfit());
    }
    return comparison;
  }

  private static Comparison summary(
      String name, JsonNode facet, RaschFit.Facet found, JsonNode tolerance) {
    RaschFit.Summary summary = found.summary().orElseThrow();
    Comparison comparison =
        new Comparison(name + " summary", tolerance.path("fit").doubleValue())
            .figure("fixed_chi2", facet.path("fixed_chi2"), summary.chance())
            .figure("df", facet.path("df"), summary.degrees());
    spread(comparison, facet.path("population"), summary.ofPopulation());
    spread(comparison, facet.path("sample"), summary.ofSample());
    return comparison;
  }

  private static void spread(Comparison comparison, JsonNode expected, RaschFit.Spread found) {
    comparison
        .figure("observed_var", expected.path("observed_var"), found.observed())
        .figure("mse", expected.path("mse"), found.error())
        .figure("separation", expected.path("separation"), found.separation())
        .figure("reliability", expected.path("reliability"), found.reliability())
        .figure("strata", expected.path("strata"), found.strata());
  }

  /// The cells of a data file by column.
  private record Cells(List<String> names, List<List<String>> rows) {
    static Cells of(String csv) {
      List<List<String>> rows =
          csv.lines()
              .filter(line -> !line.isBlank())
              .map(line -> Arrays.asList(line.replace("\"", "").split(",", -1)))
              .toList();
      return new Cells(rows.getFirst(), rows.subList(1, rows.size()));
    }

    List<String> named(String name) {
      int at = names.indexOf(name);
      if (at < 0) {
        throw new IllegalArgumentException("there is no column " + name);
      }
      return rows.stream().map(row -> row.get(at)).toList();
    }
  }
}
