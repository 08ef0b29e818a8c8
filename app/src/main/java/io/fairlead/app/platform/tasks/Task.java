package io.fairlead.app.platform.tasks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something the viewer has to do, as one row of Home: a verb and whom or what it is about, how
/// long it takes, by when, and the one button that begins it.
///
/// @param title in words, beginning with a verb: "Update your 5 key results"
/// @param detail what helps to decide when: "Last updated 6 May"
/// @param seconds an honest estimate
/// @param due null when it can wait
/// @param button one word: "Update"
public record Task(
    String title,
    String detail,
    int seconds,
    @Nullable LocalDate due,
    String button,
    String href) {}
