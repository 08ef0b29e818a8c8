package io.fairlead.app.measures;

import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The catalogue as somebody looks through it: what was asked for, and what fits.
///
/// @param domain `sales`, or empty for all
/// @param tense `leading` or `lagging`, or empty for both
/// @param search words that all occur in a measure
/// @param names of all measures by id, for those that another one names
public record MeasureCataloguePage(
    String domain,
    String tense,
    String search,
    List<MeasureExample> found,
    Map<String, String> names) {
  public MeasureCataloguePage {
    found = List.copyOf(found);
    names = Map.copyOf(names);
  }

  public List<Option> domains(Words words) {
    return Stream.concat(
            Stream.of(new Option("", words.text("measures.catalogue.any"))),
            Stream.of(MeasureDomain.values())
                .map(each ->
                    new Option(
                        each.code(), words.text("measures.catalogue.domain." + each.code()))))
        .toList();
  }

  public List<Option> tenses(Words words) {
    return List.of(
        new Option("", words.text("measures.catalogue.any")),
        new Option(Tense.LEADING.code(), words.text("measures.view.leading")),
        new Option(Tense.LAGGING.code(), words.text("measures.view.lagging")));
  }

  /// `Sales · % · higher is better · monthly`, each in its own words.
  public List<String> facts(Words words, MeasureExample each) {
    return List.of(
        words.text("measures.catalogue.domain." + each.domain().code()),
        each.unit().equals("money") ? words.text("measures.catalogue.money") : each.unit(),
        words.text("measures.way-long." + each.way().code()),
        words.text("measures.frequency." + each.frequency().code()));
  }

  /// What it shows early and how early; null for one that lags.
  public @Nullable String leads(Words words, MeasureExample each) {
    UsualLag lag = each.lag();
    return lag == null || each.leads() == null
        ? null
        : words.text(
            "measures.catalogue.leads",
            names.getOrDefault(each.leads(), ""),
            words.text("measures.catalogue.lag." + lag.unit(), lag.least(), lag.most()));
  }

  public String counter(MeasureExample each) {
    return names.getOrDefault(each.counter(), "");
  }
}
