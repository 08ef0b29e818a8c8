package io.fairlead.methods.coaching;

import io.fairlead.methods.lessons.Lesson;
import io.fairlead.methods.lessons.LessonFile;

/// How to hold a debrief, for any manager or coach, with or without a report: twelve minutes of
/// reading, of our own writing. It is laid out as a lesson is, without a check.
public final class GeneralGuide {
  private static final String FILE = "general.md";

  private GeneralGuide() {}

  private static final class Shipped {
    static final Lesson GUIDE =
        switch (LessonFile.read(markdown())) {
          case LessonFile.Read.Sound(Lesson lesson) -> lesson;
          case LessonFile.Read.Refused refused ->
              throw new IllegalStateException(FILE + ": " + refused.problems());
        };
  }

  public static Lesson shipped() {
    return Shipped.GUIDE;
  }

  /// As Markdown, with its front matter.
  public static String markdown() {
    return ShippedPatterns.text(FILE);
  }
}
