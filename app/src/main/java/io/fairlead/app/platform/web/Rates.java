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

/// Holds each person and token to so many requests a minute, counted by each node for itself: a
/// guard against a runaway script, not a meter. Signing in has a stricter one of its own.
final class Rates implements HandlerInterceptor {
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
    if (!allows(viewer.person(), reading)) {
      long seconds = 60 - clock.instant().getEpochSecond() % 60;
      throw new RefusedException(Reason.of(Reason.Kind.TOO_MANY, "too-many-requests", seconds));
    }
    return true;
  }

  boolean allows(UUID person, boolean reading) {
    long now = clock.instant().getEpochSecond() / 60;
    if (reads.number() != now) {
      reads = new Minute(now, new ConcurrentHashMap<>());
      changes = new Minute(now, new ConcurrentHashMap<>());
    }
    if (!reading && writes > 0 && count(changes, person) > writes) {
      return false;
    }
    return requests == 0 || count(reads, person) <= requests;
  }

  private static int count(Minute minute, UUID person) {
    return minute.counts().computeIfAbsent(person, _ -> new AtomicInteger()).incrementAndGet();
  }
}
