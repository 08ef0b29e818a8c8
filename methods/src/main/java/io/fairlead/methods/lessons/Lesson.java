package io.fairlead.methods.lessons;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A text to read alone, with a worked case, and questions on it.
///
/// @param edition from 1; a person who did an earlier edition has done the lesson
/// @param competencies ids of the item bank that it is about
public record Lesson(
    String id,
    int edition,
    String title,
    String summary,
    List<String> competencies,
    List<Part> parts,
    List<Question> check) {
  /// The heading of the part that works a case through.
  public static final String CASE = "A case";

  /// Words a minute: slower than a novel is read (about 240), as one who wants to keep it does.
  public static final int WORDS_A_MINUTE = 190;

  /// Seconds to think about a question before answering, besides reading it.
  public static final int SECONDS_A_QUESTION = 20;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*");

  public Lesson {
    competencies = List.copyOf(competencies);
    parts = List.copyOf(parts);
    check = List.copyOf(check);
  }

  /// @param text paragraphs, lists and quotations in Markdown, without headings
  public record Part(String heading, String text) {}

  /// @param line where it stands in its file, from 1
  public record Question(String text, List<Answer> answers, int line) {
    public Question {
      answers = List.copyOf(answers);
    }
  }

  /// @param why what whoever chose this answer reads
  public record Answer(String text, boolean right, String why) {}

  /// All words of the parts and of the check, with what is said of every answer.
  public long words() {
    return Stream.concat(
            Stream.of(summary),
            Stream.concat(
                parts.stream().flatMap(part -> Stream.of(part.heading(), part.text())),
                check.stream().flatMap(Lesson::texts)))
        .mapToLong(text -> WORD.matcher(text).results().count())
        .sum();
  }

  static Stream<String> texts(Question question) {
    return Stream.concat(
        Stream.of(question.text()),
        question.answers().stream().flatMap(answer -> Stream.of(answer.text(), answer.why())));
  }

  /// `words / 190 + questions · 20 s`, in minutes. A reader of 180 to 200 words a minute is within
  /// half a minute of it.
  public double minutes() {
    return (double) words() / WORDS_A_MINUTE + check.size() * SECONDS_A_QUESTION / 60.0;
  }
}
