package io.fairlead.app.demo;

import io.fairlead.app.demo.DemoCompany.Cycle;
import io.fairlead.app.demo.DemoCompany.Version;
import io.fairlead.methods.framework.Cadence;
import io.fairlead.methods.framework.CycleLength;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.framework.FrameworkEdit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Brightwell's framework through two years, and the cycles its calendar made. Its fiscal year
/// starts in January, February or March, whichever puts today into the middle month of a quarter,
/// so that a demo always shows a cycle in which something has happened and something can still.
final class Rulebook {
  static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final List<String> FIRST_MONTHS = List.of("january", "february", "march");
  private static final int CLOSED_QUARTERS = 2;

  final List<Version> versions = new ArrayList<>();
  final List<Cycle> cycles = new ArrayList<>();

  private final Dice dice;
  private final LocalDate today;

  Rulebook(Dice dice, LocalDate today, UUID author) {
    this.dice = dice;
    this.today = today;
    List<String> reasons = Resource.sections("notes.txt").get("reason framework");
    if (reasons == null) {
      throw new IllegalStateException("no reasons");
    }
    String first = FrameworkEdit.remove(basis(), "feedback");
    first = FrameworkEdit.set(first, "goals.staleness.days", 28);
    first = FrameworkEdit.set(first, "goals.staleness.missed-check-ins", 3);
    first = FrameworkEdit.set(first, "goals.alignment.contributions-at-most", 1);
    first = FrameworkEdit.set(first, "direction.vision", "Every town we serve knows its leaks.");
    String second = FrameworkEdit.set(first, "goals.staleness.days", 14);
    second = FrameworkEdit.set(second, "goals.staleness.missed-check-ins", 2);
    add(first, author, reasons.get(0), today.minusYears(2));
    add(second, author, reasons.get(1), today.minusMonths(13));
    add(basis(), author, reasons.get(2), today.minusMonths(8));
    calendar(FrameworkDocument.parse(basis()).orThrow().framework().cadence());
  }

  private void add(String document, UUID author, String reason, LocalDate day) {
    FrameworkDocument.parse(document).orThrow();
    Instant from = day.atTime(LocalTime.of(11, 20)).atZone(ZONE).toInstant();
    versions.add(new Version(dice.id(from), versions.size() + 1, document, author, reason, from));
  }

  /// The document in force today.
  private String basis() {
    int first = Math.floorMod(today.getMonthValue() - 2, 3);
    String text = DefaultFramework.text();
    Map<String, Object> says =
        Map.of(
            "organisation.name",
            "Brightwell Instruments",
            "organisation.zone",
            ZONE.getId(),
            "direction.mission",
            "We hear leaks before anyone sees them, so that towns lose no water they have paid to clean.",
            "direction.vision",
            "By 2028 no town we serve finds a leak by accident.",
            "cadence.fiscal-year.starts",
            FIRST_MONTHS.get(first),
            "cadence.cycles.names",
            first == 0 ? "calendar" : "fiscal",
            "goals.alignment.levels-at-most",
            6);
    for (Map.Entry<String, Object> entry : new TreeMap<>(says).entrySet()) {
      text = FrameworkEdit.set(text, entry.getKey(), entry.getValue());
    }
    text = FrameworkEdit.set(text, "feedback", feedback());
    return FrameworkEdit.set(
        text,
        "direction.ambitions",
        List.of(
            ambition(
                "Utilities that stay because of water saved",
                "Who sees what was saved does not ask for a discount."),
            ambition(
                "Sensors on the promised day",
                "A crew that waits for a box does not order the next one."),
            ambition(
                "Growth that pays for itself",
                "We can choose our investors as long as we do not need one.")));
  }

  /// A round for everybody half a year ago, and one for those who lead that began last month.
  private Map<String, Object> feedback() {
    Map<String, Object> everybody =
        round("Yearly 360", "individual-contributor", today.minusMonths(6));
    everybody.put("peers", 7);
    everybody.put("lesson", "giving");
    Map<String, Object> leaders = round("Leading a team", "manager", today.minusMonths(1));
    leaders.put("reviewees", "leaders");
    leaders.put("peers", 0);
    leaders.put("reports", 7);
    leaders.put("lesson", "receiving");
    Map<String, Object> feedback = new LinkedHashMap<>();
    feedback.put("rounds", List.of(everybody, leaders));
    feedback.put("budget", 60);
    return feedback;
  }

  private static Map<String, Object> round(String name, String instrument, LocalDate began) {
    Map<String, Object> round = new LinkedHashMap<>();
    round.put("name", name);
    round.put("instrument", instrument);
    round.put("month", began.getMonth().name().toLowerCase(Locale.ROOT));
    return round;
  }

  private static Map<String, Object> ambition(String name, String why) {
    Map<String, Object> ambition = new LinkedHashMap<>();
    ambition.put("name", name);
    ambition.put("why", why);
    return ambition;
  }

  private void calendar(Cadence cadence) {
    List<Cadence.Cycle> all = cadence.cycles(today.minusYears(1), today);
    List<Cadence.Cycle> quarters =
        all.stream().filter(cycle -> cycle.length() == CycleLength.QUARTER).toList();
    all.stream().filter(cycle -> cycle.length() == CycleLength.YEAR).forEach(this::add);
    quarters.subList(quarters.size() - CLOSED_QUARTERS - 1, quarters.size()).forEach(this::add);
  }

  private void add(Cadence.Cycle cycle) {
    LocalDate starts = cycle.during().opens();
    cycles.add(
        new Cycle(
            dice.id(starts.atStartOfDay(ZONE).toInstant()),
            cycle.name(),
            starts,
            cycle.during().closes(),
            cycle.planning().opens(),
            cycle.planning().closes(),
            cycle.grading().opens(),
            cycle.grading().closes(),
            7,
            versions.getLast().id()));
  }
}
