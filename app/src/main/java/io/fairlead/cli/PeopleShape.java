package io.fairlead.cli;

import io.fairlead.methods.organisation.OrganisationShape;
import io.fairlead.methods.organisation.OrganisationShape.Span;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tools.jackson.core.JsonGenerator;

/// The shape of the organisation that a people file describes, without a server.
final class PeopleShape {
  private static final int SHOWN = 50;

  private final Terminal terminal;
  private final Path file;
  private final FilePeople people;
  private final OrganisationShape shape;

  PeopleShape(Terminal terminal, Path file, LocalDate day) {
    this.terminal = terminal;
    this.file = file;
    this.people = FilePeople.read(file, day);
    this.shape = people.shape();
  }

  int tell(boolean json) {
    if (json) {
      Json.write(terminal.out(), this::write);
    } else {
      print();
    }
    return people.problems().isEmpty() && shape.circles().isEmpty()
        ? ExitCode.FINE
        : ExitCode.FINDINGS;
  }

  private void print() {
    people
        .problems()
        .forEach(problem ->
            terminal
                .err()
                .printf(
                    "%s: row %d, %s: %s%n", file, problem.row(), problem.column(), problem.said()));
    Columns columns = new Columns().text("layer").figure("people");
    IntStream.range(0, shape.layers().size())
        .forEach(layer ->
            columns.row(Integer.toString(layer + 1), "%,d".formatted(shape.layers().get(layer))));
    columns.print(terminal.out());
    say(
        "%,d people, of whom %,d lead others: in the middle %,d each."
            .formatted(shape.people(), shape.leaders(), shape.medianSpan()));
    list("At the top", shape.tops(), people::name);
    list("In a circle of managers", shape.circles(), this::circle);
    list("Lead more than " + OrganisationShape.WIDE, shape.wideSpans(), this::span);
    list("Lead exactly one person", shape.spansOfOne(), people::name);
    list("Without a manager and not at the top", shape.alone(), people::name);
    list("Units of one person", shape.unitsOfOne(), people::unitName);
    if (isFine()) {
      say("Nothing looks odd.");
    }
  }

  private boolean isFine() {
    return people.problems().isEmpty()
        && shape.circles().isEmpty()
        && shape.wideSpans().isEmpty()
        && shape.spansOfOne().isEmpty()
        && shape.alone().isEmpty()
        && shape.unitsOfOne().isEmpty();
  }

  private String circle(List<Integer> circle) {
    return String.join(
        " > ",
        IntStream.rangeClosed(0, Math.min(circle.size(), SHOWN))
            .mapToObj(at -> people.name(circle.get(at % circle.size())))
            .toList());
  }

  private String span(Span span) {
    return "%s: %,d".formatted(people.name(span.leader()), span.reports());
  }

  private <T> void list(String what, List<T> all, Function<T, String> named) {
    if (all.isEmpty()) {
      return;
    }
    say("");
    say("%s: %,d".formatted(what, all.size()));
    all.stream().limit(SHOWN).forEach(each -> say("  " + Columns.plain(named.apply(each))));
    if (all.size() > SHOWN) {
      say("  and %,d more; --json lists all".formatted(all.size() - SHOWN));
    }
  }

  private void say(String line) {
    terminal.out().println(line);
  }

  private void write(JsonGenerator document) {
    document.writeStartObject();
    document.writeNumberProperty("people", shape.people());
    document.writeArrayPropertyStart("layers");
    shape.layers().forEach(document::writeNumber);
    document.writeEndArray();
    document.writeNumberProperty("leaders", shape.leaders());
    document.writeNumberProperty("median_span", shape.medianSpan());
    names(document, "top", shape.tops(), people::name);
    document.writeArrayPropertyStart("wide_spans");
    for (Span span : shape.wideSpans()) {
      document.writeStartObject();
      document.writeStringProperty("leader", people.name(span.leader()));
      document.writeNumberProperty("reports", span.reports());
      document.writeEndObject();
    }
    document.writeEndArray();
    names(document, "spans_of_one", shape.spansOfOne(), people::name);
    names(document, "alone", shape.alone(), people::name);
    document.writeArrayPropertyStart("circles");
    for (List<Integer> circle : shape.circles()) {
      document.writeStartArray();
      circle.forEach(person -> document.writeString(people.name(person)));
      document.writeEndArray();
    }
    document.writeEndArray();
    names(document, "units_of_one", shape.unitsOfOne(), people::unitName);
    FilePeople.write(document, people.problems());
    document.writeEndObject();
  }

  private static void names(
      JsonGenerator document, String property, List<Integer> all, IntFunction<String> named) {
    document.writeArrayPropertyStart(property);
    all.forEach(each -> document.writeString(named.apply(each)));
    document.writeEndArray();
  }
}
