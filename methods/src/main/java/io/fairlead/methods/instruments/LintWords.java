package io.fairlead.methods.instruments;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The words of a language that the rules look for, from `lint/<language>.properties`: phrases by
/// rule, and under `<rule>.fine` those in which they say something else.
final class LintWords {
  private static final Map<String, Optional<LintWords>> KNOWN = new ConcurrentHashMap<>();
  private static final String LETTER = "[\\p{L}\\p{N}'’-]";

  private final Map<InstrumentRule, Pattern> sought = new EnumMap<>(InstrumentRule.class);
  private final Map<InstrumentRule, Pattern> fine = new EnumMap<>(InstrumentRule.class);

  private LintWords(String text) {
    Properties lists = new Properties();
    try {
      lists.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (InstrumentRule rule : InstrumentRule.values()) {
      phrases(lists.getProperty(rule.id())).ifPresent(pattern -> sought.put(rule, pattern));
      phrases(lists.getProperty(rule.id() + ".fine")).ifPresent(pattern -> fine.put(rule, pattern));
    }
  }

  /// Those of a language (`pt` for `pt-BR`), if there are any.
  static Optional<LintWords> of(String language) {
    String base = language.contains("-") ? language.substring(0, language.indexOf('-')) : language;
    return KNOWN.computeIfAbsent(
        base,
        each -> {
          String name = "lint/" + each + ".properties";
          return Content.has(name)
              ? Optional.of(new LintWords(Content.read(name)))
              : Optional.empty();
        });
  }

  /// `passion*` stands for all words that begin so, `between … and` for what lies between.
  private static Optional<Pattern> phrases(@Nullable String list) {
    if (list == null) {
      return Optional.empty();
    }
    String any =
        Stream.of(list.split(",", -1))
            .map(String::strip)
            .filter(phrase -> !phrase.isEmpty())
            .map(LintWords::pattern)
            .collect(Collectors.joining("|"));
    return Optional.of(
        Pattern.compile(
            "(?<!%s)(?:%s)(?!%s)".formatted(LETTER, any, LETTER),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  private static String pattern(String phrase) {
    return Stream.of(phrase.split("\\s+", -1))
        .map(word ->
            word.equals("…")
                ? "[^.;:]{1,60}?"
                : word.endsWith("*")
                    ? Pattern.quote(word.substring(0, word.length() - 1)) + LETTER + "*"
                    : Pattern.quote(word))
        .collect(Collectors.joining("\\s+"));
  }

  /// Whether a sentence says how many, how often or how much; `unmeasured` lists the words that do.
  boolean counts(String sentence) {
    return sentence.chars().anyMatch(Character::isDigit)
        || find(InstrumentRule.UNMEASURED, sentence).isPresent();
  }

  /// The first words of a rule's list in a sentence.
  Optional<String> find(InstrumentRule rule, String sentence) {
    Pattern pattern = sought.get(rule);
    if (pattern == null) {
      return Optional.empty();
    }
    Pattern harmless = fine.get(rule);
    String looked =
        harmless == null
            ? sentence
            : harmless.matcher(sentence).replaceAll(found -> " ".repeat(found.group().length()));
    Matcher matcher = pattern.matcher(looked);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
