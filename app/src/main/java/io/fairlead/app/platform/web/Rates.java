package io.fairlead.app.platform.web;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Errors.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/// Holds each person and each token to so many requests a minute, counted by each node for itself:
/// a guard against a runaway script, not a meter. The API says in `RateLimit` headers how many are
/// left. Signing in has a stricter one of its own, and addresses theirs (`AddressRates`).
public final class Rates implements HandlerInterceptor {
  /// The request attribute that holds the id of the token it was sent with.
  public static final String CALLER = Rates.class.getName() + ".caller";

  static final int SECONDS = 60;
  private static final String POLICY = "RateLimit-Policy";
  private static final String LIMIT = "RateLimit";

  private record Minute(long number, Map<UUID, AtomicInteger> counts) {}

  private final Clock clock;
  private final int writes;
  private final int requests;
  private volatile Minute reads;
  private volatile Minute changes;

  /// @param writes changing requests a minute; 0 for no limit
  /// @param requests requests of any kind a minute; 0 for no limit
  Rates(Clock clock, int writes, int requests) {
    this.clock = clock;
    this.writes = writes;
    this.requests = requests;
    this.reads = new Minute(0, new ConcurrentHashMap<>());
    this.changes = new Minute(0, new ConcurrentHashMap<>());
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof Viewer viewer)) {
      return true;
    }
    boolean reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    UUID caller = request.getAttribute(CALLER) instanceof UUID token ? token : viewer.person();
    boolean allowed = allows(caller, reading);
    long seconds = secondsLeft(clock);
    if (request.getRequestURI().startsWith("/api/")) {
      say(response, caller, reading, seconds);
    }
    if (!allowed) {
      throw new RefusedException(Reason.of(Reason.Kind.TOO_MANY, "too-many-requests", seconds));
    }
    return true;
  }

  /// How long the minute still lasts in which is counted.
  static long secondsLeft(Clock clock) {
    return SECONDS - clock.instant().getEpochSecond() % SECONDS;
  }

  private void say(HttpServletResponse response, UUID caller, boolean reading, long seconds) {
    if (requests > 0) {
      response.addHeader(POLICY, "\"requests\";q=%d;w=%d".formatted(requests, SECONDS));
      response.addHeader(
          LIMIT, "\"requests\";r=%d;t=%d".formatted(left(reads, caller, requests), seconds));
    }
    if (!reading && writes > 0) {
      response.addHeader(POLICY, "\"changes\";q=%d;w=%d".formatted(writes, SECONDS));
      response.addHeader(
          LIMIT, "\"changes\";r=%d;t=%d".formatted(left(changes, caller, writes), seconds));
    }
  }

  private static int left(Minute minute, UUID caller, int limit) {
    AtomicInteger count = minute.counts().get(caller);
    return count == null ? limit : Math.max(0, limit - count.get());
  }

  boolean allows(UUID caller, boolean reading) {
    long now = clock.instant().getEpochSecond() / SECONDS;
    if (reads.number() != now) {
      reads = new Minute(now, new ConcurrentHashMap<>());
      changes = new Minute(now, new ConcurrentHashMap<>());
    }
    if (!reading && writes > 0 && count(changes, caller) > writes) {
      return false;
    }
    return requests == 0 || count(reads, caller) <= requests;
  }

  private static int count(Minute minute, UUID caller) {
    return minute.counts().computeIfAbsent(caller, _ -> new AtomicInteger()).incrementAndGet();
  }
}
