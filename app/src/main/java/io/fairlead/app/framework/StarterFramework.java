package io.fairlead.app.framework;

import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.framework.FrameworkEdit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A framework to begin from, by size, unit or philosophy. It comes with the product as
/// `library/frameworks/<id>.yaml`, with comments that say why, and holds only once somebody puts it
/// in force.
public record StarterFramework(String id, String text) {
  private static final List<StarterFramework> ALL =
      List.of(
          read("start-up"),
          read("product-company"),
          read("hybrid"),
          read("sales-unit"),
          read("engineering-unit"),
          read("feedback-only"),
          read("replacement"));

  private static StarterFramework read(String id) {
    String name = "/library/frameworks/" + id + ".yaml";
    try (InputStream resource = StarterFramework.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("no " + name);
      }
      return new StarterFramework(id, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<StarterFramework> all() {
    return ALL;
  }

  static Optional<StarterFramework> find(String id) {
    return ALL.stream().filter(starter -> starter.id().equals(id)).findFirst();
  }

  /// Its text for an organisation that has a framework: who it is stays, and once it has said where
  /// it is going, that stays as well. How it works is the starter's.
  String textFor(FrameworkVersion inForce) {
    Map<String, Object> said = inForce.document().values();
    String own = text;
    if (said.get("organisation") instanceof Map<?, ?> organisation) {
      own = FrameworkEdit.set(own, "organisation", organisation);
    }
    boolean isTheirs = inForce.number() > 0 && saysWhereTo(inForce.document());
    return isTheirs && said.get("direction") instanceof Map<?, ?> direction
        ? FrameworkEdit.set(own, "direction", direction)
        : own;
  }

  private static boolean saysWhereTo(FrameworkDocument document) {
    return document.place("direction").isPresent();
  }
}
