package io.fairlead.methods.framework;

import io.fairlead.methods.framework.FrameworkLintTest.Example;
import java.util.List;

/// For each rule on feedback a document in which it speaks, and a neighbouring one in which it is
/// silent.
final class FeedbackLintExamples {
  static final List<Example> ALL =
      List.of(
          of("instrument-misspelt", ", instrument: individual-contributer", "", "instrument"),
          of("instrument-of-your-own", ", instrument: kitchen", "", "instrument"),
          of("instrument-not-for-raters", ", reports: 1", ", reports: 0", "instrument"),
          of(
              "led-not-asked",
              ", instrument: manager, reviewees: leaders, reports: 0",
              ", instrument: manager, reviewees: leaders, reports: 1",
              "reports"),
          of("round-over-budget", ", peers: 19", ", peers: 18", ""),
          of("round-many-sittings", ", peers: 12", ", peers: 11", ""),
          of("round-too-often", ", every: quarter", ", every: half-year", "every"),
          of("answering-too-short", ", answering: 9", ", answering: 10", "answering"),
          of("answering-too-long", ", answering: 26", ", answering: 25", "answering"),
          of("nominating-too-short", ", nominating: 2", ", nominating: 3", "nominating"),
          of("no-self-rating", ", self: false", ", self: true", "self"),
          of("owner-of-no-evaluation", ", owner: HR", "", ""),
          of("group-hardly-opens", ", peers: 4", ", peers: 5", "peers"),
          of("comments-hardly-open", ", peers: 6", ", peers: 7", ""),
          new Example(
              "quarter-over-budget",
              "feedback: {budget: 60, rounds: [{name: A, instrument: manager}, {name: B, instrument: leader, month: june}]}",
              "feedback: {budget: 60, rounds: [{name: A, instrument: manager}, {name: B, instrument: leader, month: july}]}",
              "feedback.rounds"),
          new Example(
              "threshold-thin",
              "feedback: {thresholds: {numeric: 3}}",
              "feedback: {thresholds: {numeric: 4}}",
              "feedback.thresholds.numeric"),
          new Example(
              "comments-before-ratings",
              "feedback: {thresholds: {numeric: 5, comments: 4}}",
              "feedback: {thresholds: {numeric: 5, comments: 5}}",
              "feedback.thresholds.comments"),
          new Example(
              "evaluation-unread",
              round(", purpose: evaluation, owner: HR, validation: A study", ""),
              round(
                  ", purpose: evaluation, owner: HR, validation: A study",
                  ", audience: reviewee-and-manager"),
              "feedback.rounds[0].purpose"),
          new Example(
              "no-debrief",
              round("", ", opens: {debrief: false}"),
              round("", ", opens: {debrief: true}"),
              "feedback.opens.debrief"),
          new Example(
              "report-kept-waiting",
              "feedback: {opens: {after: 11}}",
              "feedback: {opens: {after: 10}}",
              "feedback.opens.after"),
          new Example(
              "escrow-of-development",
              round("", ", escrow: {rounds: required}"),
              round("", ", escrow: {rounds: offered}"),
              "feedback.escrow.rounds"),
          new Example(
              "escrow-lasts-long",
              "feedback: {escrow: {days: 181}}",
              "feedback: {escrow: {days: 180}}",
              "feedback.escrow.days"),
          new Example(
              "no-place-for-concerns",
              round("", ""),
              round("", ", concerns: The ombudsperson"),
              "feedback.concerns"));

  private FeedbackLintExamples() {}

  private static Example of(String rule, String failing, String passing, String field) {
    return new Example(
        rule,
        round(failing, ""),
        round(passing, ""),
        "feedback.rounds[0]" + (field.isEmpty() ? "" : "." + field));
  }

  /// A framework with one round.
  ///
  /// @param fields of the round, besides its name
  /// @param around fields of the section
  private static String round(String fields, String around) {
    String instrument =
        fields.contains("instrument:") ? "" : ", instrument: individual-contributor";
    return "feedback: {rounds: [{name: Yearly 360" + instrument + fields + "}]" + around + "}";
  }
}
