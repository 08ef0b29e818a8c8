package io.fairlead.app.platform.web;

import io.fairlead.app.platform.Reason;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Holds each network address to so many requests of the API, of calendar feeds and of guests'
/// links a minute, and to far fewer without a token that works, before anything is asked of the
/// database. Counted by each node for itself.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class AddressRates extends OncePerRequestFilter {
  /// So many addresses are told apart; what comes after them in the same minute counts together.
  private static final int MOST = 50_000;

  private static final String OTHERS = "";

  private record Minute(
      long number, Map<String, AtomicInteger> all, Map<String, AtomicInteger> unknown) {
    static Minute of(long number) {
      return new Minute(number, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }
  }

  private final Clock clock;
  private final int requests;
  private final int unknown;
  private volatile Minute minute = Minute.of(0);

  /// @param requests a minute; 0 for no limit
  /// @param unknown requests a minute that were answered 401, or 404 where the address is the
  ///   secret; 0 for no limit
  AddressRates(
      Clock clock,
      @Value(
              "${fairlead.limits.requests-a-minute-from-address:"
                  + Limits.REQUESTS_A_MINUTE_FROM_ADDRESS
                  + "}")
          int requests,
      @Value(
              "${fairlead.limits.strangers-a-minute-from-address:"
                  + Limits.STRANGERS_A_MINUTE_FROM_ADDRESS
                  + "}")
          int unknown) {
    this.clock = clock;
    this.requests = requests;
    this.unknown = unknown;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/") && !isSecret(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String address = request.getRemoteAddr();
    if (!allows(address)) {
      refuse(response);
      return;
    }
    chain.doFilter(request, response);
    boolean unknownSecret =
        isSecret(request) && response.getStatus() == HttpStatus.NOT_FOUND.value();
    if (unknownSecret || response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
      count(current().unknown(), address);
    }
  }

  /// The address of a calendar, or of a guest who gives feedback, holds a secret, which can be
  /// guessed at like a token.
  private static boolean isSecret(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/calendar/") || path.startsWith("/give/");
  }

  boolean allows(String address) {
    Minute now = current();
    int strange = now.unknown().getOrDefault(address, new AtomicInteger()).get();
    return (requests == 0 || count(now.all(), address) <= requests)
        && (unknown == 0 || strange < unknown);
  }

  private Minute current() {
    long now = clock.instant().getEpochSecond() / Rates.SECONDS;
    if (minute.number() != now) {
      minute = Minute.of(now);
    }
    return minute;
  }

  private static int count(Map<String, AtomicInteger> counts, String address) {
    String key = counts.size() < MOST || counts.containsKey(address) ? address : OTHERS;
    return counts.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet();
  }

  /// Said without words of the organisation, which would have to be asked for.
  private void refuse(HttpServletResponse response) throws IOException {
    Reason reason = Reason.of(Reason.Kind.TOO_MANY, "too-many-requests", Rates.secondsLeft(clock));
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    response.setHeader("Retry-After", reason.parameters().getFirst().toString());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(
            "{\"type\":\"about:blank\",\"title\":\"Too Many Requests\",\"status\":429,\"code\":\"%s\"}"
                .formatted(reason.code())
                .getBytes(StandardCharsets.UTF_8));
  }
}
