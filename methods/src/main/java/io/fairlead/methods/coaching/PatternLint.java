package io.fairlead.methods.coaching;

import io.fairlead.methods.coaching.Condition.Competencies;
import io.fairlead.methods.coaching.Condition.Selection;
import io.fairlead.methods.instruments.BehaviourLibrary;
import io.fairlead.methods.instruments.ItemBank;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is unwise in a pattern, in sentences; nothing where all is well. It looks for words of a
/// list, and so is strict and simple.
public final class PatternLint {
  private static final int NAME = 60;
  private static final int WORDS = 35;
  private static final int MANY = 4;

  /// Somebody else's to find, and nothing that figures on a form can show.
  private static final Pattern DIAGNOSIS =
      words(
          "narcissis[a-z]*|introver[a-z]*|extraver[a-z]*|extrover[a-z]*|neurotic[a-z]*|toxic|insecur[a-z]*"
              + "|burn-?out|burnt out|depress[a-z]*|anxi[a-z]*|autis[a-z]*|adhd|disorder[a-z]*|impostor"
              + "|imposter|trauma[a-z]*|passive-aggressive|ego|self-esteem|arrogan[a-z]*|lazy|laziness"
              + "|defensive[a-z]*|stubborn[a-z]*|manipulat[a-z]*|immatur[a-z]*|incompeten[a-z]*"
              + "|unprofessional|personality|temperament|psycho[a-z]*|difficult person|bully[a-z]*");

  private static final Pattern VERDICT =
      words("you are|you're|he is|she is|proves|proof that|obviously|clearly shows");
  private static final Pattern OPEN = words("may|might|perhaps|could|can|possibly");
  private static final Pattern AUTHOR =
      words("who wrote|who said|who rated|who gave|who answered|who put|whose answer");
  private static final Pattern QUOTED = Pattern.compile("“[^”]*”");
  private static final Set<String> PROMPTS =
      Set.of("Describe", "Count", "Note", "Find", "Write", "Go");

  private PatternLint() {}

  private static Pattern words(String any) {
    return Pattern.compile("(?<![\\p{L}-])(?:" + any + ")(?![\\p{L}-])", Pattern.CASE_INSENSITIVE);
  }

  public static List<String> lint(ReportPattern pattern) {
    List<String> found = new ArrayList<>();
    if (pattern.name().length() > NAME) {
      found.add("its name has more than %d characters".formatted(NAME));
    }
    count(found, "may-mean", pattern.mayMean(), 2, MANY);
    count(found, "does-not-mean", pattern.doesNotMean(), 1, MANY);
    count(found, "look-for", pattern.lookFor(), 2, 2);
    count(found, "ask", pattern.ask(), 3, 3);
    count(found, "do-not-say", pattern.doNotSay(), 2, MANY);
    count(found, "behaviours", pattern.behaviours(), 2, MANY);
    pattern.mayMean().stream()
        .filter(reading -> !OPEN.matcher(reading).find())
        .forEach(reading ->
            found.add("'%s' is no reading but a verdict: say may or perhaps".formatted(reading)));
    pattern.lookFor().stream()
        .filter(prompt -> !PROMPTS.contains(prompt.split(" ", 2)[0]))
        .forEach(prompt ->
            found.add("'%s' does not begin with one of %s".formatted(prompt, sorted(PROMPTS))));
    pattern.ask().forEach(question -> question(found, question));
    pattern.doNotSay().stream()
        .filter(each -> !each.matches("“[^”]+” – .+"))
        .forEach(each -> found.add("'%s' is not “what is said” – and why not".formatted(each)));
    texts(pattern).forEach(text -> sentence(found, text));
    known(found, pattern);
    return found;
  }

  private static void count(
      List<String> found, String key, List<String> texts, int least, int most) {
    if (texts.size() < least || texts.size() > most) {
      found.add(
          least == most
              ? "'%s' has %d, not %d".formatted(key, least, texts.size())
              : "'%s' has %d to %d, not %d".formatted(key, least, most, texts.size()));
    }
  }

  private static void question(List<String> found, String question) {
    if (!question.endsWith("?")) {
      found.add("'%s' is no question".formatted(question));
    }
    if (question.toLowerCase(Locale.ROOT).startsWith("why")) {
      found.add("'%s' asks for a defence: ask what or when".formatted(question));
    }
    if (AUTHOR.matcher(question).find()) {
      found.add("'%s' looks for an author".formatted(question));
    }
  }

  /// What stands in quotation marks may be an example of how not to say it.
  private static void sentence(List<String> found, String text) {
    String said = QUOTED.matcher(text).replaceAll("");
    Stream.of(DIAGNOSIS, VERDICT)
        .map(words -> words.matcher(said))
        .filter(matcher -> matcher.find())
        .forEach(
            matcher -> found.add("'%s' judges the person: '%s'".formatted(matcher.group(), text)));
    int words = text.split("\\s+", -1).length;
    if (words > WORDS) {
      found.add("'%s' has %d words, where %d are the most".formatted(text, words, WORDS));
    }
    if (text.contains("!")) {
      found.add("'%s' shouts".formatted(text));
    }
  }

  private static Stream<String> texts(ReportPattern pattern) {
    return Stream.of(
            List.of(pattern.name()),
            pattern.mayMean(),
            pattern.doesNotMean(),
            pattern.lookFor(),
            pattern.ask(),
            pattern.doNotSay())
        .flatMap(List::stream);
  }

  private static void known(List<String> found, ReportPattern pattern) {
    pattern.behaviours().stream()
        .filter(id -> BehaviourLibrary.shipped().find(id).isEmpty())
        .forEach(id -> found.add("the library has no behaviour '%s'".formatted(id)));
    pattern.when().stream()
        .flatMap(rule -> named(rule.condition()))
        .filter(id -> ItemBank.shipped().competency(id).isEmpty())
        .forEach(id -> found.add("the item bank has no competency '%s'".formatted(id)));
  }

  private static Stream<String> named(Condition condition) {
    return condition instanceof Competencies(_, Selection.Named(List<String> ids), _)
        ? ids.stream()
        : Stream.empty();
  }

  private static List<String> sorted(Set<String> words) {
    return words.stream().sorted().toList();
  }
}
