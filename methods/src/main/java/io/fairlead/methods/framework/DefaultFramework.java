package io.fairlead.methods.framework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The framework an organisation starts from: richly commented, lints clean.
public final class DefaultFramework {
  private DefaultFramework() {}

  /// Its text.
  public static String text() {
    try (InputStream resource =
        Objects.requireNonNull(
            DefaultFramework.class.getResourceAsStream("default-framework.yaml"))) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// It, read.
  public static FrameworkDocument document() {
    return FrameworkDocument.parse(text()).orThrow();
  }
}
