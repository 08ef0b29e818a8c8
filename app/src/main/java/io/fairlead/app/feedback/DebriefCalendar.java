package io.fairlead.app.feedback;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.util.Duration;
import io.fairlead.app.platform.web.CalendarLines;
import io.fairlead.app.platform.words.Words;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;

/// A debrief as a calendar file: when, with whom, and nothing of what the report says.
final class DebriefCalendar {
  private static final int MINUTES = 60;

  private DebriefCalendar() {}

  /// @param now when the file is made
  static String of(Words words, ReportHead head, ReportHead.Debrief debrief, Instant now) {
    VEvent event = new VEvent();
    event.setUid("feedback-debrief." + head.subject() + "@fairlead");
    event.setDateTimeStamp(Date.from(now));
    event.setDateStart(Date.from(debrief.at()), true);
    event.setDuration(Duration.builder().minutes(MINUTES).build());
    event.setSummary(words.text("feedback-report.debrief.summary"));
    String with = debrief.with();
    if (with != null) {
      event.setDescription(words.text("feedback-report.debrief.with-whom", with));
    }
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Fairlead//Calendar//EN");
    calendar.addEvent(event);
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return CalendarLines.folded(text.toString());
  }
}
