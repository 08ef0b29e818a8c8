package io.fairlead.methods.instruments;

import io.fairlead.methods.wording.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the lint looks for, why, and what to do instead.
public enum InstrumentRule {
  DOUBLE_BARRELLED(
      Severity.WARNING,
      "it asks about two things at once; whoever would rate them differently cannot answer",
      "keep one of the two, or make two items: \"Asks for objections before deciding.\""),
  LEADING(
      Severity.WARNING,
      "a word judges already, so that the rating repeats it",
      "say what was done and let the scale judge: \"Answers questions on the day they come.\""),
  ABSOLUTE(
      Severity.WARNING,
      "nobody does something always or never, so that an honest rater cannot choose it",
      "say how often by the anchors, not in the item"),
  UNOBSERVABLE(
      Severity.WARNING,
      "raters cannot see what somebody thinks, feels, knows or is; they guess, and like whom they like",
      "say what one sees or hears: \"Repeats what was asked before answering.\""),
  NEGATED(
      Severity.WARNING,
      "to deny a denial is misread by many, above all in a hurry",
      "say what is done instead of what is not"),
  TOO_LONG(
      Severity.WARNING,
      "long sentences are skimmed, and raters answer what they believe to have read",
      "at most 18 words for an item, 25 for an anchor, 30 for a question"),
  UNMEASURED(
      Severity.WARNING,
      "without a figure everybody decides for themselves whether a plan has worked",
      "say how many, how often or by when: \"Three of four tasks end on their day.\""),
  SELF_WORDING(
      Severity.WARNING,
      "people rate themselves, and the item has no wording for that",
      "add wording.self, beginning with \"I\""),
  UNBALANCED_ANCHORS(
      Severity.WARNING,
      "a point that says the same as another, or much more than the others, draws ratings to itself",
      "describe another behaviour at each point, at about the same length"),
  UNBALANCED_CONTENT(
      Severity.REMINDER,
      "one side weighs more than the rest of what is asked, and so does it in every summary",
      "leave out what is asked in several ways, or add what is missing"),
  ANCHORS(
      Severity.ERROR,
      "a point without a behaviour means to each rater what they like",
      "write one anchor for each point of the scale"),
  FEW_ITEMS(
      Severity.ERROR,
      "a competency is published from 3 items on; below that its answers are asked for nothing",
      "add items of that competency, or leave it out"),
  TWICE(
      Severity.ERROR,
      "the same is asked twice, which doubles its weight and tires raters",
      "leave one out"),
  MINUTES(
      Severity.ERROR,
      "raters are told fewer minutes than answering takes",
      "ask less, or say what it takes"),
  SITTING(
      Severity.REMINDER,
      "at this length a rater can answer about two people at most before giving up or clicking through",
      "keep it to about 6 minutes a person"),
  COMMENTS(
      Severity.REMINDER,
      "figures say where, but only words say what to do",
      "add one or two comment questions"),
  LANGUAGE(
      Severity.ERROR,
      "raters of that language would read another",
      "write the text in each of the languages that the file names"),
  NOT_LINTED(
      Severity.REMINDER,
      "there are no word lists for this language, so that its wording was not looked at",
      "let somebody whose language it is read it by this list of rules");

  private final Severity severity;
  private final String why;
  private final String better;

  InstrumentRule(Severity severity, String why, String better) {
    this.severity = severity;
    this.why = why;
    this.better = better;
  }

  /// As files and answers write it: `double-barrelled`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Severity severity() {
    return severity;
  }

  public String why() {
    return why;
  }

  public String better() {
    return better;
  }

  static Optional<InstrumentRule> find(String id) {
    return Stream.of(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
