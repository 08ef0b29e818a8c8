package io.fairlead.app.measures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The measures that come with the product, by what they are about; read once, from
/// `library/measures/<domain>.yaml`.
@Component
public class MeasureCatalogue {
  private final List<MeasureExample> measures =
      Stream.of(MeasureDomain.values())
          .map(MeasureCatalogue::file)
          .flatMap(Collection::stream)
          .toList();

  private static List<MeasureExample> file(MeasureDomain domain) {
    String name = "/library/measures/" + domain.code() + ".yaml";
    try (InputStream resource = MeasureCatalogue.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("no " + name);
      }
      return MeasureCatalogueFile.read(
          name, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<MeasureExample> all() {
    return measures;
  }

  public Optional<MeasureExample> find(String id) {
    return measures.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// Those that fit, in the order of the catalogue.
  ///
  /// @param domain null for all
  /// @param tense null for both
  /// @param search words that all have to occur, wherever
  List<MeasureExample> matching(
      @Nullable MeasureDomain domain, @Nullable Tense tense, String search) {
    List<String> words =
        Stream.of(lower(search).split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
    return measures.stream()
        .filter(each -> domain == null || each.domain() == domain)
        .filter(each -> tense == null || each.tense() == tense)
        .filter(each -> words.stream().allMatch(text(each)::contains))
        .toList();
  }

  private static String text(MeasureExample each) {
    return lower(String.join("\n", each.name(), each.definition(), each.formula(), each.gaming()));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
