package io.fairlead.methods.framework;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The words for what changes. Fields that people feel have a sentence of their own; all others are
/// said by their phrase.
final class EffectSentences {
  /// `{0}` stands for what was, `{1}` for what becomes.
  private static final Map<String, String> CHANGED =
      Map.ofEntries(
          Map.entry("organisation.name", "The organisation is called {1} instead of {0}."),
          Map.entry("organisation.zone", "Days begin and end by {1} time instead of {0}."),
          Map.entry("cadence.fiscal-year.starts", "The fiscal year starts in {1} instead of {0}."),
          Map.entry("cadence.cycles.length", "Cycles change from {0} to {1}."),
          Map.entry("cadence.cycles.names", "Cycles get {1} names instead of {0} ones."),
          Map.entry(
              "cadence.planning.opens-days-before",
              "Planning opens {1} days before a cycle instead of {0}."),
          Map.entry(
              "cadence.planning.closes-days-after",
              "Planning closes {1} days into a cycle instead of {0}."),
          Map.entry(
              "cadence.grading.opens-days-before",
              "Grading opens {1} days before the end of a cycle instead of {0}."),
          Map.entry(
              "cadence.grading.closes-days-after",
              "Grading closes {1} days after the end of a cycle instead of {0}."),
          Map.entry("cadence.check-ins.rhythm", "Check-ins move from {0} to {1}."),
          Map.entry("cadence.check-ins.day", "Check-ins are due on {1} instead of {0}."),
          Map.entry(
              "goals.limits.objectives-per-owner",
              "An owner may have {1} objectives in a cycle instead of {0}."),
          Map.entry(
              "goals.limits.key-results-at-least",
              "An objective needs {1} key results instead of {0}."),
          Map.entry(
              "goals.limits.key-results-at-most",
              "An objective may have {1} key results instead of {0}."),
          Map.entry("goals.visibility", "New objectives are visible to {1} instead of {0}."),
          Map.entry(
              "goals.scoring.aspirational.reached-from",
              "An aspirational objective counts as reached from {1} instead of {0}."),
          Map.entry(
              "goals.scoring.aspirational.partly-from",
              "An aspirational objective counts as partly reached from {1} instead of {0}."),
          Map.entry(
              "goals.scoring.committed.reached-from",
              "A committed objective counts as reached from {1} instead of {0}."),
          Map.entry(
              "goals.scoring.committed.partly-from",
              "A committed objective counts as partly reached from {1} instead of {0}."),
          Map.entry(
              "goals.alignment.contributions-at-most",
              "Besides its parent an objective may contribute to {1} others instead of {0}."),
          Map.entry(
              "goals.alignment.levels-at-most",
              "Up to {1} levels of objectives may stand above each other instead of {0}."),
          Map.entry(
              "goals.scoring.too-easy.mean-from",
              "The hint at low targets appears from a mean of {1} instead of {0}."),
          Map.entry(
              "goals.scoring.too-easy.cycles",
              "The hint at low targets appears after {1} cycles instead of {0}."),
          Map.entry("measures.per-leader", "Each leader keeps {1} measures instead of {0}."),
          Map.entry("measures.frequency", "New measures get their values {1} instead of {0}."),
          Map.entry("measures.visibility", "New measures are visible to {1} instead of {0}."),
          Map.entry(
              "measures.baseline", "New measures get their range from {1} values instead of {0}."),
          Map.entry("measures.define", "Measures may be defined by {1} instead of {0}."),
          Map.entry("scorecard.review", "Scorecards are talked over {1} instead of {0}."),
          Map.entry(
              "feedback.thresholds.numeric",
              "Rounds launched from now on publish ratings from {1} answers instead of {0}."),
          Map.entry(
              "feedback.thresholds.comments",
              "Rounds launched from now on publish comments from {1} answers instead of {0}."),
          Map.entry(
              "feedback.colluders",
              "Rounds launched from now on keep their promise while {1} of a group tell what they gave, instead of {0}."),
          Map.entry(
              "feedback.width",
              "Rounds launched from now on promise a width of {1} points instead of {0}."),
          Map.entry(
              "feedback.unit",
              "Rounds launched from now on publish figures of each {1} instead of each {0}."),
          Map.entry(
              "feedback.audience",
              "Reports of rounds launched from now on are read by {1} instead of {0}."),
          Map.entry("feedback.budget", "A round may take {1} minutes of a rater instead of {0}."),
          Map.entry(
              "feedback.opens.after",
              "Reports open after {1} working days in any case instead of {0}."),
          Map.entry("feedback.escrow.rounds", "Rounds launched from now on {1}; so far they {0}."),
          Map.entry(
              "feedback.escrow.days",
              "An escrow lasts {1} days after the close instead of {0}, where a round says nothing else."),
          Map.entry(
              "lint.limits.words",
              "The editor calls an objective long from {1} words on instead of {0}."),
          Map.entry(
              "lint.limits.key-results",
              "The editor speaks of more than {1} key results instead of {0}."),
          Map.entry(
              "lint.limits.objectives",
              "The editor speaks of more than {1} objectives an owner instead of {0}."),
          Map.entry(
              "effort.minutes-a-week.member",
              "A week may take {1} minutes of people who lead nobody instead of {0}."),
          Map.entry(
              "effort.minutes-a-week.leader",
              "A week may take {1} minutes of people who lead a team instead of {0}."),
          Map.entry(
              "effort.minutes-a-week.leader-of-leaders",
              "A week may take {1} minutes of people who lead leaders instead of {0}."),
          Map.entry(
              "goals.staleness.days",
              "A key result counts as stale after {1} days instead of {0}."),
          Map.entry(
              "goals.staleness.missed-check-ins",
              "A key result counts as stale after {1} missed check-ins instead of {0}."));

  /// Said when a switch is turned on, and off.
  private static final Map<String, String[]> SWITCHED =
      Map.of(
          "places.goals",
          new String[] {
            "Goals appear for everybody, with all that stands in them.",
            "Goals disappear for everybody. All that stands in them is kept."
          },
          "places.talk",
          new String[] {
            "People can comment on goals, and see what happened there.",
            "Comments and activity disappear. What was said is kept."
          },
          "feedback.opens.debrief",
          new String[] {
            "Booking a debrief opens a report.", "Booking a debrief no longer opens a report."
          },
          "measures.signals",
          new String[] {
            "Owners are asked when a measure leaves its range.",
            "Owners are no longer asked when a measure leaves its range."
          },
          "goals.individual-goals",
          new String[] {
            "People may have objectives of their own.",
            "People can no longer have objectives of their own."
          },
          "goals.weights",
          new String[] {
            "Key results may be given different weights.",
            "All key results of an objective count the same."
          },
          "goals.alignment.sideways",
          new String[] {
            "Objectives may align sideways, with other teams at the same level.",
            "Objectives can no longer align sideways."
          },
          "goals.alignment.upwards-agreement",
          new String[] {
            "The owner above is asked about an alignment.",
            "The owner above is no longer asked about an alignment."
          });

  /// What is said of one word of a list, added and removed.
  private static final Map<String, String[]> LISTED =
      Map.of(
          "goals.objective-kinds",
          new String[] {"Objectives may be {0}.", "New objectives can no longer be {0}."},
          "goals.key-result-kinds",
          new String[] {
            "Key results may be measured as {0}.",
            "New key results can no longer be measured as {0}."
          },
          "feedback.without",
          new String[] {
            "Rounds launched from now on work out no {0}.",
            "Rounds launched from now on work out {0} again."
          },
          "lint.off",
          new String[] {
            "Rule {0} says nothing about goals any more.", "Rule {0} speaks about goals again."
          },
          "cadence.cycles.longer",
          new String[] {
            "Cycles of a {0} run beside the ordinary ones.",
            "No cycles of a {0} run beside the ordinary ones any more."
          });

  private static final Map<String, String> VISIBLE_TO =
      Map.of(
          "public",
          "everyone",
          "team",
          "their team",
          "unit",
          "the people of their unit",
          "named",
          "named people");

  private static final Map<String, String> ESCROWS =
      Map.of(
          "none", "have no escrow", "offered", "may have an escrow", "required", "need an escrow");

  private static final Map<String, String> REPORT_READERS =
      Map.of("reviewee", "the reviewee", "reviewee-and-manager", "the reviewee and their manager");

  private static final Map<String, String> MEASURE_DEFINERS =
      Map.of("leaders", "those who lead people", "people-operations", "people operations");

  private EffectSentences() {}

  static String value(Field field, String path, @Nullable Object before, @Nullable Object after) {
    String[] switched = SWITCHED.get(path);
    if (switched != null) {
      return Boolean.TRUE.equals(after) ? switched[0] : switched[1];
    }
    if (before == null) {
      return Wording.capital(field.phrase()) + " is set" + shortly(" to ", path, after) + ".";
    }
    if (after == null) {
      return Wording.capital(field.phrase()) + " is no longer set.";
    }
    String sentence = CHANGED.get(path);
    if (sentence != null) {
      return fill(sentence, said(path, before), said(path, after));
    }
    String change =
        field.shape() instanceof Shape.Text
            ? ""
            : shortly(" from ", path, before) + shortly(" to ", path, after);
    return Wording.capital(field.phrase()) + " changes" + change + ".";
  }

  static String noun(Noun noun, Noun.Forms was, Noun.Forms becomes) {
    if (was.plural().equals(becomes.plural())) {
      return "One of the %s is called “%s” instead of “%s”."
          .formatted(becomes.plural(), becomes.singular(), was.singular());
    }
    String what = Wording.capital(noun.standard().plural());
    return was.equals(noun.standard())
        ? "%s are called “%s”.".formatted(what, becomes.plural())
        : "%s are called “%s” instead of “%s”.".formatted(what, becomes.plural(), was.plural());
  }

  static String word(Field field, String path, String word, boolean added) {
    String[] sentences = LISTED.get(path);
    if (sentences == null) {
      return "%s: “%s” is %s."
          .formatted(Wording.capital(field.phrase()), word, added ? "added" : "removed");
    }
    return fill(sentences[added ? 0 : 1], plain(word), "");
  }

  static String item(Field list, String name, boolean added) {
    return "%s “%s” is %s."
        .formatted(Wording.capital(one(list)), name, added ? "added" : "removed");
  }

  static String ofItem(
      Field list, String name, Field field, @Nullable Object before, @Nullable Object after) {
    boolean shown = !(field.shape() instanceof Shape.Text) && before != null && after != null;
    String change = shown ? " from " + before + " to " + after : "";
    String verb = before == null ? "is set" : after == null ? "is no longer set" : "changes";
    return "%s “%s”: %s %s%s."
        .formatted(Wording.capital(one(list)), name, field.phrase(), verb, change);
  }

  private static String one(Field list) {
    return switch (list.name()) {
      case "ambitions" -> "the ambition";
      case "values" -> "the value";
      case "custom" -> "the cycle";
      case "rounds" -> "the round";
      case "perspectives" -> "the perspective";
      case "severities" -> "the severity of";
      case "waivers" -> "the waiver of";
      default -> throw new IllegalArgumentException("no word for one of " + list.name());
    };
  }

  private static String shortly(String preposition, String path, @Nullable Object value) {
    String said = said(path, Objects.requireNonNullElse(value, ""));
    return said.length() > 60 || said.isEmpty() ? "" : preposition + said;
  }

  private static String said(String path, Object value) {
    if (path.endsWith(".visibility")) {
      return VISIBLE_TO.getOrDefault(value.toString(), value.toString());
    }
    if (path.equals("measures.define")) {
      return MEASURE_DEFINERS.getOrDefault(value.toString(), value.toString());
    }
    if (path.equals("feedback.audience")) {
      return REPORT_READERS.getOrDefault(value.toString(), value.toString());
    }
    if (path.equals("feedback.escrow.rounds")) {
      return ESCROWS.getOrDefault(value.toString(), value.toString());
    }
    if (path.equals("cadence.check-ins.day")) {
      return Wording.capital(value.toString()) + "s";
    }
    if (path.equals("cadence.fiscal-year.starts")) {
      return Wording.capital(value.toString());
    }
    return value instanceof Double number
        ? Wording.number(number)
        : path.startsWith("organisation.") ? value.toString() : plain(value.toString());
  }

  /// `every-two-weeks` inside a sentence.
  private static String plain(String word) {
    return word.matches("[a-z]+(-[a-z]+)*") && !word.equals("half-year") && !word.equals("yes-no")
        ? word.replace('-', ' ')
        : word;
  }

  private static String fill(String sentence, String before, String after) {
    return sentence.replace("{0}", before).replace("{1}", after);
  }
}
