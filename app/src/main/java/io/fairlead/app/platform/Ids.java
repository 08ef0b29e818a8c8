package io.fairlead.app.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/// New identifiers: UUID version 7 (RFC 9562), so that ids of one table sort by the time they were
/// made and its index grows at one end. Not for anything whose moment of writing must stay unknown.
@Component
public class Ids {
  private final Clock clock;

  /// How far ids may run ahead of the clock; further back, the clock was set.
  private static final long BORROWED = 1_000L << 12;

  private final AtomicLong stamps = new AtomicLong();
  private final SecureRandom random = new SecureRandom();

  Ids(Clock clock) {
    this.clock = clock;
  }

  /// A new id, greater than all that this process made before in the same millisecond: the twelve
  /// bits after the time count up (RFC 9562, section 6.2, method 1), and borrow from the next
  /// millisecond when they run out.
  public UUID next() {
    long now = clock.millis() << 12;
    long stamp = stamps.updateAndGet(last -> last >= now && last - now < BORROWED ? last + 1 : now);
    long high = ((stamp >>> 12) << 16) | 0x7000L | (stamp & 0x0FFFL);
    long low = 0x8000000000000000L | (random.nextLong() & 0x3FFFFFFFFFFFFFFFL);
    return new UUID(high, low);
  }
}
