package io.fairlead.app.calendar;

import java.time.LocalDate;

/// Whole days of the organisation that concern somebody. They have no time and no zone: a day is
/// the same day wherever it is read.
///
/// @param code stays while what it is about stays, whatever becomes of its days and words
/// @param last included
/// @param path of the page where something can be done about it
record CalendarEvent(
    String code, LocalDate first, LocalDate last, String title, String detail, String path) {

  /// All of it that a calendar shows, to notice when that changes.
  String shown() {
    return String.join("\n", first.toString(), last.toString(), title, detail, path);
  }
}
