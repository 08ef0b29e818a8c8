package io.fairlead.methods.instruments;

import io.fairlead.methods.instruments.SentenceLint.Flaw;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is unwise in an instrument or an item. Deterministic; nothing it finds stands in the way of
/// a draft, and what it finds wrongly is accepted in the file with a reason.
///
/// The thresholds are ours: an item of 18 words, an anchor three times as long as another, a
/// competency with more than two fifths of the items of three or more.
public final class InstrumentLint {
  /// Items that make a competency, as the release rule counts.
  static final int FEWEST_ITEMS = 3;

  private static final int LONG_ANCHOR = 3;
  private static final double LARGEST_SHARE = 0.4;

  private final List<String> languages;
  private final int points;
  private final Set<Relationship> raters;
  private final List<InstrumentFinding> findings = new ArrayList<>();

  private InstrumentLint(List<String> languages, int points, Set<Relationship> raters) {
    this.languages = languages;
    this.points = points;
    this.raters = raters;
  }

  /// What there is to say, in the order of the file; what concerns the whole comes last.
  public static List<InstrumentFinding> lint(Instrument instrument, ItemBank bank) {
    InstrumentLint lint =
        new InstrumentLint(instrument.languages(), instrument.points(), instrument.raters());
    for (Item item : instrument.items()) {
      boolean own = bank.find(item.id()).filter(item::equals).isEmpty();
      lint.item(item, own ? item.line() : 0);
    }
    instrument.comments().forEach(lint::comment);
    lint.whole(instrument);
    return List.copyOf(lint.findings);
  }

  /// What there is to say of an item of a bank, for all who may be asked.
  static List<InstrumentFinding> lint(Item item, List<String> languages, int points) {
    InstrumentLint lint = new InstrumentLint(languages, points, Set.of(Relationship.values()));
    lint.item(item, item.line());
    return List.copyOf(lint.findings);
  }

  private void item(Item item, int line) {
    Place place = new Place(item.id(), line, item.accepted());
    sentence(place, item.others(), SentenceKind.ITEM);
    for (Relationship rater : raters.stream().sorted().toList()) {
      item.ownText(rater)
          .ifPresent(text -> sentence(place.and(rater.code()), text, SentenceKind.ITEM));
    }
    if (raters.contains(Relationship.SELF) && item.ownText(Relationship.SELF).isEmpty()) {
      add(InstrumentRule.SELF_WORDING, place, "no wording for who rates themselves");
    }
    anchors(item, place);
  }

  private void anchors(Item item, Place place) {
    int there = item.anchors().size();
    if (there != points) {
      add(
          InstrumentRule.ANCHORS,
          place,
          "%d anchors for a scale of %d points".formatted(there, points));
    }
    for (int i = 0; i < there; i++) {
      sentence(place.and("anchor " + (i + 1)), item.anchors().get(i), SentenceKind.ANCHOR);
    }
    for (String language : languages) {
      balance(item.anchors().stream().map(anchor -> anchor.in(language)).toList(), place);
    }
  }

  private void balance(List<String> anchors, Place place) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < anchors.size(); i++) {
      Integer before = seen.putIfAbsent(plain(anchors.get(i)), i);
      if (before != null) {
        add(
            InstrumentRule.UNBALANCED_ANCHORS,
            place,
            "anchors %d and %d say the same".formatted(before + 1, i + 1));
      }
    }
    List<Integer> lengths = anchors.stream().map(SentenceLint::words).toList();
    int shortest = lengths.stream().min(Comparator.naturalOrder()).orElse(1);
    int longest = lengths.stream().max(Comparator.naturalOrder()).orElse(1);
    if (longest > LONG_ANCHOR * shortest) {
      add(
          InstrumentRule.UNBALANCED_ANCHORS,
          place,
          "one anchor has %d words, another %d".formatted(shortest, longest));
    }
  }

  private void comment(CommentQuestion question) {
    sentence(
        new Place(question.id(), question.line(), question.accepted()),
        question.text(),
        SentenceKind.QUESTION);
  }

  private void sentence(Place place, LocalText text, SentenceKind kind) {
    languages(place, text);
    for (String language : languages) {
      if (!text.languages().containsKey(language)) {
        continue;
      }
      Place where = languages.size() == 1 ? place : place.and(language);
      LintWords.of(language)
          .map(words -> SentenceLint.lint(text.in(language), kind, words))
          .orElse(List.of())
          .forEach(flaw -> flaw(where, flaw));
    }
  }

  private void flaw(Place place, Flaw flaw) {
    add(flaw.rule(), place, flaw.what());
  }

  private void languages(Place place, LocalText text) {
    List<String> missing = text.missing(languages);
    if (!missing.isEmpty()) {
      add(InstrumentRule.LANGUAGE, place, "no text in " + String.join(", ", missing));
    }
  }

  private void whole(Instrument instrument) {
    named(instrument);
    twice(instrument);
    Map<String, Long> counts =
        instrument.items().stream()
            .collect(Collectors.groupingBy(Item::competency, Collectors.counting()));
    for (Competency competency : instrument.competencies().values()) {
      competency(competency, counts.getOrDefault(competency.id(), 0L), instrument);
    }
    whatAndHow(instrument);
    minutes(instrument);
    if (instrument.comments().isEmpty()) {
      whole(InstrumentRule.COMMENTS, "nothing is asked in words");
    }
    languages.stream()
        .filter(language -> LintWords.of(language).isEmpty())
        .forEach(language -> whole(InstrumentRule.NOT_LINTED, "the wording in " + language));
  }

  /// Texts that no rule for sentences looks at.
  private void named(Instrument instrument) {
    languages(Place.of("name"), instrument.name());
    languages(Place.of("audience"), instrument.audience());
    instrument.sections().forEach(section -> languages(Place.of("sections"), section.name()));
    Validity validity = instrument.validity();
    languages(Place.of("validity"), validity.purpose());
    languages(Place.of("validity"), validity.content());
    languages(Place.of("validity"), validity.reliability());
    validity.notFor().forEach(text -> languages(Place.of("validity"), text));
    instrument
        .competencies()
        .values()
        .forEach(each -> {
          languages(Place.of(each.id()), each.name());
          languages(Place.of(each.id()), each.means());
        });
  }

  private void twice(Instrument instrument) {
    Set<String> ids = new HashSet<>();
    Map<String, String> texts = new HashMap<>();
    for (Item item : instrument.items()) {
      Place place = new Place(item.id(), item.line(), item.accepted());
      String before = texts.putIfAbsent(plain(item.others().in(languages.getFirst())), item.id());
      if (!ids.add(item.id())) {
        add(InstrumentRule.TWICE, place, "this item stands here a second time");
      } else if (before != null) {
        add(InstrumentRule.TWICE, place, "it reads the same as " + before);
      }
    }
    instrument.comments().stream()
        .filter(question -> !ids.add(question.id()))
        .forEach(question ->
            add(
                InstrumentRule.TWICE,
                new Place(question.id(), question.line(), question.accepted()),
                "this question stands here a second time"));
  }

  private void competency(Competency competency, long items, Instrument instrument) {
    if (items < FEWEST_ITEMS) {
      add(
          InstrumentRule.FEW_ITEMS,
          Place.of(competency.id()),
          items == 1 ? "1 item" : items + " items");
    }
    int all = instrument.items().size();
    if (instrument.competencies().size() >= 3 && items > LARGEST_SHARE * all) {
      add(
          InstrumentRule.UNBALANCED_CONTENT,
          Place.of(competency.id()),
          "%d of %d items".formatted(items, all));
    }
  }

  private void whatAndHow(Instrument instrument) {
    for (About about : About.values()) {
      if (instrument.items().stream().allMatch(item -> item.about() == about)) {
        whole(
            InstrumentRule.UNBALANCED_CONTENT,
            about == About.WHAT
                ? "all items ask what was reached, none how"
                : "all items ask how somebody works, none what was reached");
      }
    }
  }

  private void minutes(Instrument instrument) {
    double minutes = instrument.estimatedMinutes();
    if (minutes > instrument.minutes()) {
      whole(
          InstrumentRule.MINUTES,
          String.format(
              Locale.ROOT,
              "answering takes about %.1f minutes, raters are told %d",
              minutes,
              instrument.minutes()));
    }
    if (AnsweringTime.peopleInOneSitting(minutes) < 3) {
      whole(
          InstrumentRule.SITTING,
          String.format(Locale.ROOT, "%.1f minutes for each person", minutes));
    }
  }

  private void whole(InstrumentRule rule, String what) {
    add(rule, Place.of(""), what);
  }

  private void add(InstrumentRule rule, Place place, String what) {
    findings.add(
        new InstrumentFinding(
            rule,
            place.where(),
            place.line(),
            what,
            Optional.ofNullable(place.accepted().get(rule.id()))));
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private record Place(String where, int line, Map<String, String> accepted) {
    static Place of(String where) {
      return new Place(where, 0, Map.of());
    }

    Place and(String part) {
      return new Place(where + ", " + part, line, accepted);
    }
  }
}
