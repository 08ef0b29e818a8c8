package io.fairlead.methods.disclosure;

import io.fairlead.methods.disclosure.SubjectAnswers.Comment;
import io.fairlead.methods.disclosure.SubjectAnswers.Responder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The rows of a file in a few bytes each, so that millions fit into memory: names are kept once
/// and rows as their numbers.
final class AnswerStore implements AnswerFile.Subjects {
  static final int NONE = Integer.MIN_VALUE;

  final Names subjects = new Names();
  final Names groups = new Names();
  final Names raters = new Names();
  final Names competencies = new Names();
  final Names items = new Names();
  private final Map<Integer, String> comments = new HashMap<>();
  private final List<IntRows> bySubject = new ArrayList<>();

  /// Items that are rated, whether or not anybody could; the others are questions for comments.
  private final Set<Long> rated = new HashSet<>();

  private int rows;

  /// Names by number, in the order in which they first appear.
  static final class Names {
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int place(String name) {
      Integer known = places.get(name);
      if (known != null) {
        return known;
      }
      places.put(name, names.size());
      names.add(name);
      return names.size() - 1;
    }

    String name(int place) {
      return names.get(place);
    }
  }

  /// One row.
  ///
  /// @param number in the file
  /// @param rating [#NONE] where they could not judge
  record Line(int number, int group, int rater, int competency, int item, int rating, int comment) {
    private static final int WIDTH = 7;

    Question question() {
      return new Question(rater, competency, item);
    }
  }

  /// What a rater answers once.
  record Question(int rater, int competency, int item) {}

  /// Rows of one subject, flat.
  private static final class IntRows {
    private int[] cells = new int[Line.WIDTH * 8];
    private int used;

    void add(int... row) {
      if (used + row.length > cells.length) {
        cells = Arrays.copyOf(cells, cells.length * 2);
      }
      System.arraycopy(row, 0, cells, used, row.length);
      used += row.length;
    }

    List<Line> lines() {
      return IntStream.range(0, used / Line.WIDTH)
          .map(row -> row * Line.WIDTH)
          .mapToObj(at ->
              new Line(
                  cells[at],
                  cells[at + 1],
                  cells[at + 2],
                  cells[at + 3],
                  cells[at + 4],
                  cells[at + 5],
                  cells[at + 6]))
          .toList();
    }
  }

  /// @param cells subject, group, rater, competency, item, comment
  /// @param rating [#NONE] where they could not judge
  void add(int number, List<String> cells, int rating) {
    int whom = subjects.place(cells.get(0));
    if (whom == bySubject.size()) {
      bySubject.add(new IntRows());
    }
    int competency = competencies.place(cells.get(3));
    int item = items.place(cells.get(4));
    int remark = cells.get(5).isEmpty() ? NONE : rows;
    if (remark != NONE) {
      comments.put(remark, cells.get(5));
    }
    if (rating != NONE || remark == NONE) {
      rated.add(question(competency, item));
    }
    int group = groups.place(cells.get(1));
    int rater = raters.place(cells.get(2));
    bySubject.get(whom).add(number, group, rater, competency, item, rating, remark);
    rows++;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  int subjectCount() {
    return bySubject.size();
  }

  List<Line> lines(int subject) {
    return bySubject.get(subject).lines();
  }

  @Override
  public Stream<SubjectAnswers> stream() {
    return IntStream.range(0, bySubject.size()).mapToObj(this::answers);
  }

  private SubjectAnswers answers(int subject) {
    Map<Question, Line> counted = new LinkedHashMap<>();
    lines(subject).forEach(line -> counted.put(line.question(), line));
    Map<String, Set<String>> asked = new LinkedHashMap<>();
    Map<Integer, Builder> responders = new LinkedHashMap<>();
    counted.values().stream()
        .sorted(Comparator.comparingInt(Line::competency).thenComparingInt(Line::item))
        .forEach(line -> {
          String competency = competencies.name(line.competency);
          if (rated.contains(question(line.competency, line.item))) {
            asked
                .computeIfAbsent(competency, _ -> new LinkedHashSet<>())
                .add(items.name(line.item));
          }
          responders
              .computeIfAbsent(line.rater, _ -> new Builder(line.rater, line.group))
              .add(line, competency);
        });
    return new SubjectAnswers(
        subjects.name(subject),
        asked,
        responders.values().stream().filter(Builder::hasAnswered).map(Builder::responder).toList());
  }

  private static long question(int competency, int item) {
    return ((long) competency << Integer.SIZE) | item;
  }

  private final class Builder {
    private final int rater;
    private final int group;
    private final Map<String, Map<String, Integer>> ratings = new HashMap<>();
    private final List<Comment> written = new ArrayList<>();

    Builder(int rater, int group) {
      this.rater = rater;
      this.group = group;
    }

    void add(Line line, String competency) {
      String item = items.name(line.item);
      if (line.rating != NONE) {
        ratings.computeIfAbsent(competency, _ -> new HashMap<>()).put(item, line.rating);
      }
      if (line.comment != NONE) {
        written.add(
            new Comment(
                item.isEmpty() ? competency : item, comments.getOrDefault(line.comment, "")));
      }
    }

    boolean hasAnswered() {
      return !ratings.isEmpty() || !written.isEmpty();
    }

    Responder responder() {
      return new Responder(raters.name(rater), groups.name(group), ratings, written);
    }
  }
}
