package io.fairlead.app.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import io.fairlead.app.calendar.CalendarFeeds.Reading;
import io.fairlead.app.platform.web.CalendarLines;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Date;

/// A reading as iCalendar (RFC 5545, with the names of RFC 7986): the same reading gives the same
/// text.
final class CalendarText {
  private static final int HOURS_BETWEEN_READINGS = 6;

  private CalendarText() {}

  /// @param name of the calendar
  /// @param here where this server is reached, without a slash at the end
  static String of(Reading reading, String name, String here) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Fairlead//Calendar//EN");
    calendar.setName(name);
    calendar.addExperimentalProperty("X-WR-CALNAME", name);
    Duration between = Duration.builder().hours(HOURS_BETWEEN_READINGS).build();
    calendar.setRefreshInterval(between).setParameter("VALUE", "DURATION");
    calendar.addExperimentalProperty("X-PUBLISHED-TTL", between.toString());
    for (CalendarEvent event : reading.events()) {
      Said said = reading.said().get(event.code());
      if (said != null) {
        calendar.addEvent(written(event, said, reading, here));
      }
    }
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return CalendarLines.folded(text.toString());
  }

  private static VEvent written(CalendarEvent event, Said said, Reading reading, String here) {
    VEvent written = new VEvent();
    written.setUid(event.code() + "." + reading.id() + "@fairlead");
    written.setDateTimeStamp(Date.from(said.at()));
    written.setLastModified(Date.from(said.at()));
    written.setSequence(said.sequence());
    written.setDateStart(new DateStart(day(event.first())));
    written.setDateEnd(new DateEnd(day(event.last().plusDays(1))));
    written.setSummary(event.title());
    written.setDescription(event.detail());
    written.setUrl(here + event.path());
    written.setTransparency(true);
    written.setStatus(Status.confirmed());
    return written;
  }

  private static ICalDate day(LocalDate day) {
    return new ICalDate(
        new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
  }
}
