package io.fairlead.app.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody's feed as they see it: its address cannot be shown again.
///
/// @param madeAt when its address was made
/// @param readAt when a program last read it, to five minutes
public record CalendarFeed(Instant madeAt, @Nullable Instant readAt) {}
