package io.fairlead.methods.lessons;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The twelve lessons and the workshop that come with Fairlead, of our own writing.
public final class ShippedLessons {
  /// In the order in which they are best read.
  static final List<String> IDS =
      List.of(
          "giving",
          "receiving",
          "safety",
          "debriefing",
          "recency",
          "halo-and-horns",
          "leniency-and-severity",
          "central-tendency",
          "similarity",
          "contrast",
          "attribution",
          "comments");

  private ShippedLessons() {}

  private static final class Shipped {
    static final List<Lesson> LESSONS = IDS.stream().map(Shipped::lesson).toList();

    private static Lesson lesson(String id) {
      return switch (LessonFile.read(text(id))) {
        case LessonFile.Read.Sound(Lesson lesson) -> lesson;
        case LessonFile.Read.Refused refused ->
            throw new IllegalStateException(id + ": " + refused.problems());
      };
    }
  }

  /// The ids of all, in that order.
  public static List<String> ids() {
    return IDS;
  }

  public static List<Lesson> lessons() {
    return Shipped.LESSONS;
  }

  public static Optional<Lesson> find(String id) {
    return lessons().stream().filter(lesson -> lesson.id().equals(id)).findFirst();
  }

  /// An hour with up to twelve people on saying what one saw and hearing it.
  public static Workshop workshop() {
    return Workshop.read(text("workshop"));
  }

  /// The Markdown of a lesson, with its front matter and the check.
  public static Optional<String> markdown(String id) {
    return find(id).map(lesson -> text(lesson.id()));
  }

  /// The Markdown of the workshop.
  public static String workshopMarkdown() {
    return text("workshop");
  }

  static String text(String name) {
    try (InputStream resource = ShippedLessons.class.getResourceAsStream(name + ".md")) {
      if (resource == null) {
        throw new IllegalStateException("there is no " + name + ".md");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
