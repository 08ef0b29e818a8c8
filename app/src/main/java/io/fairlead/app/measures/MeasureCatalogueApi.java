package io.fairlead.app.measures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The catalogue of measures, as JSON.
@RestController
@RequestMapping("/api/v1/measures/catalogue")
class MeasureCatalogueApi {
  private final MeasureCatalogue catalogue;

  MeasureCatalogueApi(MeasureCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// @param unit `days`, `weeks`, `months` or `quarters`
  record LagJson(int least, int most, String unit) {
    static @Nullable LagJson of(@Nullable UsualLag lag) {
      return lag == null ? null : new LagJson(lag.least(), lag.most(), lag.unit());
    }
  }

  /// @param unit `money` where it is the organisation's own currency
  /// @param leads id of the measure that shows later what this one shows now
  /// @param counter id of the measure that gets worse when this one is gamed
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ExampleJson(
      String id,
      int edition,
      String domain,
      String name,
      String definition,
      String formula,
      String unit,
      String direction,
      String frequency,
      String tense,
      @Nullable String leads,
      @Nullable LagJson lag,
      String gaming,
      String counter) {
    static ExampleJson of(MeasureExample each) {
      return new ExampleJson(
          each.id(),
          each.edition(),
          each.domain().code(),
          each.name(),
          each.definition(),
          each.formula(),
          each.unit(),
          each.way().code(),
          each.frequency().code(),
          each.tense().code(),
          each.leads(),
          LagJson.of(each.lag()),
          each.gaming(),
          each.counter());
    }
  }

  record CatalogueJson(List<ExampleJson> measures) {}

  @GetMapping
  @Open(because = "comes with the product and speaks of nobody", scope = "measures:read")
  CatalogueJson catalogue(
      @RequestParam(required = false) @Nullable String domain,
      @RequestParam(required = false) @Nullable String tense,
      @RequestParam(defaultValue = "") String search) {
    return new CatalogueJson(
        catalogue
            .matching(
                word("domain", domain, MeasureDomain::find),
                word("tense", tense, Tense::find),
                search)
            .stream()
            .map(ExampleJson::of)
            .toList());
  }

  private static <T> @Nullable T word(
      String field, @Nullable String text, Function<String, Optional<T>> known) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    return known
        .apply(text)
        .orElseThrow(
            () -> new RefusedException(Reason.invalid(field, "measures.catalogue-unknown")));
  }
}
