package io.fairlead.methods.instruments;

import java.util.List;
import java.util.Optional;

/// The instruments that come with Fairlead. None is validated yet.
public final class ShippedInstruments {
  private static final List<String> NAMES =
      List.of(
          "individual-contributor",
          "manager",
          "leader",
          "sales",
          "engineering",
          "working-across-teams",
          "short-upward",
          "project",
          "follow-up-pulse",
          "psychological-safety",
          "framework-readiness");

  private ShippedInstruments() {}

  private static final class Loaded {
    static final List<Instrument> ALL = NAMES.stream().map(ShippedInstruments::instrument).toList();
  }

  public static List<Instrument> all() {
    return Loaded.ALL;
  }

  public static Optional<Instrument> find(String id) {
    return all().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// Its text, to begin an own one from.
  public static Optional<String> text(String id) {
    return NAMES.contains(id) ? Optional.of(Content.read(name(id))) : Optional.empty();
  }

  private static String name(String id) {
    return "instruments/" + id + ".yaml";
  }

  /// A mistake in one is a bug, since they come with the product.
  private static Instrument instrument(String id) {
    return switch (InstrumentFile.read(Content.read(name(id)), ItemBank.shipped())) {
      case InstrumentFile.Read.Sound(Instrument instrument) -> instrument;
      case InstrumentFile.Read.Refused refused ->
          throw new IllegalStateException("the instrument " + id + ": " + refused.problems());
    };
  }
}
