package io.fairlead.cli;

import io.fairlead.methods.disclosure.attack.AttackSuite;
import io.fairlead.methods.disclosure.attack.CorrelatedAttack;
import io.fairlead.methods.disclosure.attack.ReleaseAttack;
import io.fairlead.methods.disclosure.attack.Violation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.core.JsonGenerator;

/// What `feedback attack` found.
final class AttackReport {
  private static final int SHOWN = 20;

  private AttackReport() {}

  static void write(JsonGenerator json, ReleaseAttack attack) {
    json.writeStartObject();
    json.writeNumberProperty("values", attack.values());
    violations(json, attack.found());
    json.writeEndObject();
  }

  static void write(JsonGenerator json, AttackSuite.Figures figures) {
    json.writeStartObject();
    json.writeNumberProperty("rounds", figures.rounds());
    json.writeNumberProperty("published", figures.published());
    json.writeNumberProperty("values", figures.values());
    violations(json, figures.violations());
    json.writeArrayPropertyStart("mutants");
    for (AttackSuite.Caught each : figures.mutants()) {
      json.writeStartObject();
      json.writeStringProperty("name", name(each.mutant()));
      json.writeStringProperty("description", each.mutant().description());
      json.writeBooleanProperty("caught", each.isCaught());
      json.writeNumberProperty("violations", each.violations());
      json.writeEndObject();
    }
    json.writeEndArray();
    AttackSuite.Skipped skipped = figures.skipped();
    json.writeObjectPropertyStart("skipped_items_known");
    json.writeNumberProperty("values", skipped.values());
    Json.figure(
        json,
        "narrowest_score",
        Double.isFinite(skipped.narrowest())
            ? OptionalDouble.of(skipped.narrowest())
            : OptionalDouble.empty());
    json.writeNumberProperty("highest_probability", skipped.likeliest());
    json.writeEndObject();
    if (figures.gain().isPresent()) {
      CorrelatedAttack.Gain gain = figures.gain().get();
      json.writeObjectPropertyStart("correlated");
      json.writeNumberProperty("block_alone", gain.blockAlone());
      json.writeNumberProperty("all_reports", gain.allReports());
      json.writeNumberProperty("gain", gain.share());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void violations(JsonGenerator json, List<Violation> violations) {
    json.writeArrayPropertyStart("violations");
    for (Violation violation : violations) {
      json.writeStartObject();
      json.writeStringProperty("kind", name(violation.kind()));
      json.writeStringProperty("where", violation.where());
      json.writeStringProperty("detail", violation.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void print(PrintWriter out, ReleaseAttack attack) {
    print(out, attack.found());
    out.printf(
        "%,d published values attacked, %,d violations%n", attack.values(), attack.found().size());
  }

  static void print(PrintWriter out, AttackSuite.Figures figures) {
    print(out, figures.violations());
    Columns columns = new Columns().text("RULE WITHOUT").text("CAUGHT").figure("VIOLATIONS");
    for (AttackSuite.Caught each : figures.mutants()) {
      columns.row(name(each.mutant()), each.isCaught() ? "yes" : "NO", "" + each.violations());
    }
    columns.print(out);
    out.println();
    out.printf(
        "%,d rounds, published %,d times; %,d values attacked, %,d violations%n",
        figures.rounds(), figures.published(), figures.values(), figures.violations().size());
    out.printf(
        "%d of %d mutants caught%n",
        figures.mutants().stream().filter(AttackSuite.Caught::isCaught).count(),
        figures.mutants().size());
    if (figures.skipped().values() > 0) {
      out.printf(
          Locale.ROOT,
          "Who also knew who left out how many items: %,d values tell more, a mean to %.2f points, a probability of %.3f at worst%n",
          figures.skipped().values(),
          figures.skipped().narrowest(),
          figures.skipped().likeliest());
    }
    figures
        .gain()
        .ifPresent(gain ->
            out.printf(
                Locale.ROOT,
                "Correlated: off by %.3f points from a block alone, by %.3f from all reports: a gain of %.1f %%%n",
                gain.blockAlone(),
                gain.allReports(),
                100 * gain.share()));
  }

  private static void print(PrintWriter out, List<Violation> violations) {
    violations.stream()
        .limit(SHOWN)
        .forEach(it ->
            out.println(Columns.plain(name(it.kind()) + ": " + it.where() + ": " + it.detail())));
    if (violations.size() > SHOWN) {
      out.printf("and %,d more%n", violations.size() - SHOWN);
    }
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
