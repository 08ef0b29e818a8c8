package io.fairlead.app.growth;

import java.time.Instant;

/// @param edition of the lesson as it was done
public record LessonDone(int edition, Instant at) {}
