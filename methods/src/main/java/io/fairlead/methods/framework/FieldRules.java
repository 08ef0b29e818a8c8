package io.fairlead.methods.framework;

import io.fairlead.methods.disclosure.Scale;
import io.fairlead.methods.framework.FrameworkDocument.Place;
import io.fairlead.methods.instruments.Relationship;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What must hold between fields for the document to mean anything. What is merely unwise is the
/// lint's.
final class FieldRules {
  private final Values document;
  private final Map<String, Place> places;
  private final List<Problem> problems = new ArrayList<>();

  FieldRules(Values document, Map<String, Place> places) {
    this.document = document;
    this.places = places;
  }

  List<Problem> problems() {
    keyResultLimits();
    bands("goals.scoring.aspirational", scoring().section("aspirational"));
    bands("goals.scoring.committed", scoring().section("committed"));
    customCycles();
    longerCycles();
    names("direction.ambitions", document.section("direction").sections("ambitions"));
    names("direction.values", document.section("direction").sections("values"));
    perspectives();
    severities();
    feedback();
    return problems;
  }

  private Values scoring() {
    return document.section("goals").section("scoring");
  }

  private void keyResultLimits() {
    Values limits = document.section("goals").section("limits");
    int least = limits.whole("key-results-at-least");
    int most = limits.whole("key-results-at-most");
    if (least > most) {
      add(
          "limits-crossed",
          "goals.limits.key-results-at-least",
          "at least " + least + " key results, but at most " + most,
          "swap the two");
    }
  }

  private void bands(String path, Values bands) {
    double reached = bands.fraction("reached-from");
    double partly = bands.fraction("partly-from");
    if (partly >= reached) {
      add(
          "bands-overlap",
          path + ".partly-from",
          "'partly' starts at "
              + Wording.number(partly)
              + ", not below 'reached' at "
              + Wording.number(reached),
          "let partly-from be less than reached-from");
    }
  }

  private void customCycles() {
    Values cycles = document.section("cadence").section("cycles");
    boolean custom = cycles.choice("length", CycleLength.class) == CycleLength.CUSTOM;
    List<Values> list = cycles.sections("custom");
    if (custom && list.isEmpty()) {
      add(
          "no-custom-cycles",
          "cadence.cycles.length",
          "the length is custom, but no cycles are listed",
          "add 'custom:' with name, starts and ends of each");
    }
    if (!custom && !list.isEmpty()) {
      add(
          "custom-cycles-unused",
          "cadence.cycles.custom",
          "cycles are listed, but the length is " + cycles.text("length"),
          "set 'length: custom', or remove the list");
    }
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).day("ends").isBefore(list.get(i).day("starts"))) {
        add(
            "ends-before-start",
            "cadence.cycles.custom[" + i + "].ends",
            "'" + list.get(i).text("name") + "' ends before it starts",
            "swap the two dates");
      }
    }
    overlaps(list);
    names("cadence.cycles.custom", list);
  }

  private void overlaps(List<Values> cycles) {
    for (int i = 0; i < cycles.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (overlap(cycles.get(i), cycles.get(j))) {
          LocalDate after = cycles.get(j).day("ends").plusDays(1);
          add(
              "cycles-overlap",
              "cadence.cycles.custom[" + i + "].starts",
              "'" + cycles.get(i).text("name") + "' overlaps '" + cycles.get(j).text("name") + "'",
              "start it on " + after + " or later");
        }
      }
    }
  }

  private static boolean overlap(Values a, Values b) {
    return !a.day("starts").isAfter(b.day("ends")) && !b.day("starts").isAfter(a.day("ends"));
  }

  private void longerCycles() {
    Values cycles = document.section("cadence").section("cycles");
    CycleLength length = cycles.choice("length", CycleLength.class);
    List<CycleLength> longer = cycles.choices("longer", CycleLength.class);
    for (int i = 0; i < longer.size(); i++) {
      if (length != CycleLength.CUSTOM && longer.get(i).compareTo(length) <= 0) {
        add(
            "not-longer",
            "cadence.cycles.longer[" + i + "]",
            Shape.word(longer.get(i)) + " is not longer than " + Shape.word(length),
            "remove it");
      }
    }
  }

  private void perspectives() {
    List<Values> listed = document.section("scorecard").sections("perspectives");
    names("scorecard.perspectives", listed);
    int sum = listed.stream().mapToInt(each -> each.whole("weight")).sum();
    if (!listed.isEmpty() && sum != 100) {
      add(
          "weights-do-not-sum",
          "scorecard.perspectives",
          "the weights of the perspectives make " + sum + ", not 100",
          sum < 100 ? "add " + (100 - sum) : "take away " + (sum - 100));
    }
  }

  private void severities() {
    Values lint = document.section("lint");
    List<String> off = lint.texts("off");
    Set<String> set = new HashSet<>();
    List<Values> listed = lint.sections("severities");
    for (int i = 0; i < listed.size(); i++) {
      String rule = listed.get(i).text("rule");
      String path = "lint.severities[" + i + "].rule";
      if (!set.add(rule)) {
        add("rule-twice", path, "'" + rule + "' has two severities", "keep one of them");
      }
      if (off.contains(rule)) {
        add(
            "rule-off",
            path,
            "'" + rule + "' has a severity, but is switched off",
            "take it out of 'off', or remove the severity");
      }
    }
  }

  private void feedback() {
    Values feedback = document.section("feedback");
    List<Values> rounds = feedback.sections("rounds");
    names("feedback.rounds", rounds);
    for (int i = 0; i < rounds.size(); i++) {
      round("feedback.rounds[" + i + "]", FeedbackModel.round(rounds.get(i)));
    }
    promise(FeedbackModel.of(feedback));
  }

  private void round(String path, FeedbackRound round) {
    if (round.unnamed() == 0 && round.raters(Relationship.MANAGER) == 0) {
      add(
          "nobody-asked",
          path,
          "'" + round.name() + "' asks nobody but the reviewees themselves",
          "ask peers, reports, cross-functional, external or the manager");
    }
    if (round.purpose() == FeedbackRound.Purpose.EVALUATION && round.owner().isEmpty()) {
      add(
          "evaluation-without-owner",
          path + ".purpose",
          "'" + round.name() + "' is an evaluation, and nobody answers for it",
          "add 'owner:' with a name or an office, or let the purpose be development");
    }
    if (round.purpose() == FeedbackRound.Purpose.EVALUATION && round.validation().isEmpty()) {
      add(
          "evaluation-without-validation",
          path + ".purpose",
          "'" + round.name() + "' is an evaluation, and nothing says what supports it",
          "add 'validation:' with the study or agreement, or let the purpose be development");
    }
  }

  /// Five points ask for more answers than seven do.
  private void promise(FeedbackDefaults feedback) {
    int least = feedback.policy(new Scale(1, 5)).leastThreshold();
    if (feedback.numeric() < least) {
      add(
          "promise-not-kept",
          "feedback.thresholds.numeric",
          "ratings from %d answers cannot be promised a width of %d with %d who may tell"
              .formatted(feedback.numeric(), feedback.width(), feedback.colluders()),
          "let 'numeric' be at least " + least);
    }
    int leastComments = feedback.policy(new Scale(1, 5)).leastComments();
    if (feedback.comments() < leastComments) {
      add(
          "promise-not-kept",
          "feedback.thresholds.comments",
          "comments from %d answers tell their authors where %d may tell which are theirs"
              .formatted(feedback.comments(), feedback.colluders()),
          "let 'comments' be at least " + leastComments);
    }
  }

  private void names(String path, List<Values> named) {
    Map<String, Integer> first = new HashMap<>();
    Set<String> said = new HashSet<>();
    for (int i = 0; i < named.size(); i++) {
      String name = named.get(i).text("name");
      Integer before = first.putIfAbsent(name, i);
      if (before != null && said.add(name)) {
        add(
            "name-twice",
            path + "[" + i + "].name",
            "'" + name + "' is the name of two",
            "give each its own name");
      }
    }
  }

  private void add(String code, String path, String message, @Nullable String remedy) {
    Place place = places.getOrDefault(path, nearest(path));
    problems.add(new Problem(code, place.line(), place.column(), path, message, remedy));
  }

  private Place nearest(String path) {
    int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    if (cut < 0) {
      return new Place(1, 1);
    }
    String around = path.substring(0, cut);
    Place place = places.get(around);
    return place == null ? nearest(around) : place;
  }
}
