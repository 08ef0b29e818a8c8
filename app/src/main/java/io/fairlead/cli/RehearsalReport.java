package io.fairlead.cli;

import io.fairlead.methods.assignment.RoundRehearsal;
import io.fairlead.methods.assignment.RoundRehearsal.Coverage;
import io.fairlead.methods.assignment.RoundRehearsal.Minutes;
import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// What `feedback assign --response` foresees, for people and as JSON.
final class RehearsalReport {
  private static final double PERCENT = 100;

  private RehearsalReport() {}

  static void print(PrintWriter out, RoundRehearsal rehearsal) {
    Minutes minutes = rehearsal.minutes();
    out.println();
    out.println(
        "Minutes of a rater: %s on average, up to %s for half, up to %s for nine in ten, %s at most; %,d of %,d over the budget."
            .formatted(
                decimal(minutes.mean()),
                decimal(minutes.median()),
                decimal(minutes.ninth()),
                decimal(minutes.most()),
                minutes.over(),
                minutes.raters()));
    out.println();
    Columns columns =
        new Columns()
            .text("GROUP")
            .figure("REVIEWEES")
            .figure("CAN BE SHOWN")
            .figure("9 IN 10 ROUNDS")
            .figure("ONE RATER MORE");
    for (Coverage group : rehearsal.groups()) {
      columns.row(
          group.group(),
          String.valueOf(group.reviewees()),
          percent(group.expected()) + " %",
          "%s to %s %%".formatted(percent(group.low()), percent(group.high())),
          percent(group.withOneMore()) + " %");
    }
    columns.print(out);
  }

  private static String decimal(double minutes) {
    return String.format(Locale.ROOT, "%.1f", minutes);
  }

  private static long percent(double share) {
    return Math.round(share * PERCENT);
  }

  static void write(JsonGenerator json, RoundRehearsal rehearsal) {
    Minutes minutes = rehearsal.minutes();
    json.writeObjectPropertyStart("rehearsal");
    json.writeObjectPropertyStart("minutes");
    json.writeNumberProperty("raters", minutes.raters());
    json.writeNumberProperty("mean", minutes.mean());
    json.writeNumberProperty("median", minutes.median());
    json.writeNumberProperty("nine_in_ten", minutes.ninth());
    json.writeNumberProperty("most", minutes.most());
    json.writeNumberProperty("over_budget", minutes.over());
    json.writeEndObject();
    json.writeArrayPropertyStart("coverage");
    for (Coverage group : rehearsal.groups()) {
      json.writeStartObject();
      json.writeStringProperty("group", group.group());
      json.writeNumberProperty("reviewees", group.reviewees());
      json.writeNumberProperty("expected", group.expected());
      json.writeNumberProperty("low", group.low());
      json.writeNumberProperty("high", group.high());
      json.writeNumberProperty("with_one_more", group.withOneMore());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
