package io.fairlead.methods.wording;

/// What a word may be, as the language's lists have it. A word often has several.
enum Sense {
  TASK("verbs.task"),
  CHANGE("verbs.change"),
  IMPROVE("verbs.improve"),
  REACH("verbs.reach"),
  WIN("verbs.win"),
  KEEP("verbs.keep"),
  STATE_VERB("verbs.state"),
  CAUSING("verbs.causing"),
  SERVICE("verbs.service"),
  CARRYING("verbs.carrying"),
  OF_THINGS("verbs.of-things"),
  UP("verbs.up"),
  DOWN("verbs.down"),
  RATHER_NOUN("verbs.rather-nouns"),

  /// Forms of a verb.
  BASE(""),
  THIRD(""),
  PAST(""),
  PARTICIPLE(""),
  GERUND(""),

  METRIC("metrics"),
  METRIC_HEAD("metrics.heads"),
  RUNNING("metrics.running"),
  ALWAYS("metrics.always"),
  HARM("harms"),
  CHANGE_NOUN("changes"),
  OUTPUT("outputs"),
  ROLE("roles"),
  PEOPLE("people"),
  ACT("acts"),
  STATE("states"),
  MILESTONE("milestones"),
  QUALITY("qualities"),

  ARTICLE("articles"),
  PREPOSITION("prepositions"),
  PRONOUN("pronouns"),
  AUXILIARY("auxiliaries"),
  BE("be"),
  POSSESSING("possessing"),
  MODAL("modals"),
  COMPARISON("comparisons"),
  BEFORE_BASELINE("before-baseline"),
  AFTER_BASELINE("after-baseline"),
  WINDOW("windows"),
  WITHIN("within"),
  NEGATION("negations"),
  EVERY("every"),
  STARTING("starting"),
  CLAUSE("clauses"),
  JOINING("joining"),

  MULTIPLE("numbers.multiples"),
  NOT_MULTIPLE("numbers.not-multiples"),
  FRACTION("numbers.fractions"),
  ZERO("numbers.zero"),
  NONE("numbers.none"),
  NOT_NONE("numbers.not-none"),
  ONE("numbers.one"),
  NUMBER_WORD("numbers.words"),
  SCALE("numbers.scales"),
  TIME("units.time"),
  OF_MANY("units.of-many"),
  SHORT_UNIT("units.short"),
  PERCENT("units.percent"),
  CURRENCY("currency"),
  NUMBERED("numbered"),
  MONTH("months"),
  BEFORE_YEAR("before-year"),
  MASK("masks"),
  TOP("tops"),

  VAGUE("vague"),
  GENERAL("general"),
  USUAL("usual"),
  BASELINE_COMING("baseline-coming"),
  ON_TIME("on-time"),
  OF_THE_TIME("of-the-time"),
  MANY_ARE("many-are");

  private final String list;

  Sense(String list) {
    this.list = list;
  }

  /// The name of its list; empty if it is made by a rule.
  String list() {
    return list;
  }

  boolean isVerb() {
    return compareTo(RATHER_NOUN) < 0;
  }
}
