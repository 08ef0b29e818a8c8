package io.fairlead.cli;

import java.io.PrintWriter;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// One JSON document on a terminal. Written by the generator, since data binding would slow a
/// command's start for nothing.
final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private Json() {}

  static void write(PrintWriter out, Consumer<JsonGenerator> document) {
    try (JsonGenerator generator = FACTORY.createGenerator(new Indented(), out)) {
      document.accept(generator);
    }
    out.println();
  }

  /// A figure, or null where there is none.
  static void figure(JsonGenerator json, String name, OptionalDouble value) {
    if (value.isEmpty()) {
      json.writeNullProperty(name);
      return;
    }
    json.writeNumberProperty(name, value.getAsDouble());
  }

  private static final class Indented extends ObjectWriteContext.Base {
    private final PrettyPrinter printer = new DefaultPrettyPrinter();

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return printer;
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
