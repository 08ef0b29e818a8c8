package io.fairlead.app.growth;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.methods.lessons.Lesson;
import io.fairlead.methods.lessons.ShippedLessons;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reading lessons and answering their check. What somebody has done is told to them alone and
/// stands in no audit record: from a record of who has, everybody could see who has not.
@Component
public class Lessons {
  private final LessonStore store;
  private final Idempotency idempotency;
  private final Clock clock;

  Lessons(LessonStore store, Idempotency idempotency, Clock clock) {
    this.store = store;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /// A lesson and whether the viewer has done it.
  public record OwnLesson(Lesson lesson, @Nullable LessonDone done) {
    /// In whole minutes.
    public int minutes() {
      return (int) Math.round(lesson.minutes());
    }

    /// Whether it has changed so much since the viewer did it that it should be read again.
    public boolean isRenewed() {
      LessonDone before = done;
      return before != null && before.edition() < lesson.edition();
    }
  }

  /// All lessons in the order in which they are best read.
  public List<OwnLesson> all(Viewer viewer) {
    Map<String, LessonDone> done = store.done(viewer);
    return ShippedLessons.lessons().stream()
        .map(lesson -> new OwnLesson(lesson, done.get(lesson.id())))
        .toList();
  }

  public Optional<OwnLesson> find(Viewer viewer, String id) {
    return all(viewer).stream().filter(each -> each.lesson().id().equals(id)).findFirst();
  }

  /// Whether somebody has done a lesson, in whichever edition: for a module that asks a person to
  /// do it before they go on, and that tells the answer to nobody else.
  public boolean isDone(UUID person, String lesson) {
    return store.isDone(person, lesson);
  }

  /// What an answer to a question comes to.
  ///
  /// @param answer its place among the answers, from 0
  /// @param why what whoever chose it reads
  public record Checked(int answer, boolean right, String why) {}

  /// What the chosen answers come to; null where a question was not answered.
  static List<@Nullable Checked> checked(Lesson lesson, List<@Nullable Integer> answers) {
    List<@Nullable Checked> checked = new ArrayList<>();
    for (int question = 0; question < lesson.check().size(); question++) {
      Integer chosen = question < answers.size() ? answers.get(question) : null;
      if (chosen == null) {
        checked.add(null);
        continue;
      }
      Lesson.Answer answer = lesson.check().get(question).answers().get(chosen);
      checked.add(new Checked(chosen, answer.right(), answer.why()));
    }
    return checked;
  }

  /// Answers the check: the lesson is done once every question is answered right, however often it
  /// took.
  ///
  /// @param answers for each question the place of the chosen answer from 0, null for none yet
  /// @return whether all of them are right
  public Outcome<Boolean> answer(
      Viewer viewer, String id, List<@Nullable Integer> answers, @Nullable String key) {
    Optional<Lesson> found = ShippedLessons.find(id);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    Lesson lesson = found.get();
    List<Reason> wrong = unknown(lesson, answers);
    if (!wrong.isEmpty()) {
      return Outcome.refused(wrong);
    }
    boolean all = checked(lesson, answers).stream().allMatch(each -> each != null && each.right());
    return idempotency.once(
        viewer.person(),
        "lesson.answer",
        key,
        Arrays.asList(id, answers),
        Boolean.class,
        () -> {
          if (all) {
            store.done(viewer.person(), id, lesson.edition(), clock.instant());
          }
          return Outcome.done(all);
        });
  }

  private static List<Reason> unknown(Lesson lesson, List<@Nullable Integer> answers) {
    if (answers.size() > lesson.check().size()) {
      return List.of(Reason.invalid("answers", "lessons.too-many-answers", lesson.check().size()));
    }
    List<Reason> wrong = new ArrayList<>();
    for (int question = 0; question < answers.size(); question++) {
      Integer chosen = answers.get(question);
      int choices = lesson.check().get(question).answers().size();
      if (chosen != null && (chosen < 0 || chosen >= choices)) {
        wrong.add(Reason.invalid("answers." + question, "lessons.no-such-answer", choices));
      }
    }
    return wrong;
  }
}
