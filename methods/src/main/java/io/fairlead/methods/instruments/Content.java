package io.fairlead.methods.instruments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Files that come with the product.
final class Content {
  private Content() {}

  static String read(String name) {
    try (InputStream resource = Content.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("there is no " + name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean has(String name) {
    return Content.class.getResource(name) != null;
  }
}
