package io.fairlead.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.platform.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class RatesTest {
  private static final UUID MARA = new UUID(1, 1);
  private static final UUID JONAS = new UUID(2, 2);
  private static final Clock NINE =
      Clock.fixed(Instant.parse("2026-05-13T09:00:00Z"), ZoneOffset.UTC);

  @Test
  void moreChangesThanTheLimitAreRefusedForThatPersonAlone() {
    Rates rates = new Rates(NINE, 2, 10);
    assertThat(rates.allows(MARA, false)).isTrue();
    assertThat(rates.allows(MARA, false)).isTrue();
    assertThat(rates.allows(MARA, false)).isFalse();
    assertThat(rates.allows(MARA, true)).as("reading goes on").isTrue();
    assertThat(rates.allows(JONAS, false)).isTrue();
  }

  @Test
  void theNextMinuteBeginsAnew() {
    var clock =
        new Object() {
          Instant now = NINE.instant();
        };
    Clock moving =
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return clock.now;
          }
        };
    Rates rates = new Rates(moving, 0, 1);
    assertThat(rates.allows(MARA, true)).isTrue();
    assertThat(rates.allows(MARA, true)).isFalse();
    clock.now = clock.now.plus(Duration.ofMinutes(1));
    assertThat(rates.allows(MARA, true)).isTrue();
  }

  @Test
  void anAddressWithoutAWorkingTokenIsHeldToFew() throws Exception {
    AddressRates rates = new AddressRates(NINE, 0, 2);
    assertThat(answered(rates, "10.0.0.7", 401).getStatus()).isEqualTo(401);
    assertThat(answered(rates, "10.0.0.7", 401).getStatus()).isEqualTo(401);
    MockHttpServletResponse third = answered(rates, "10.0.0.7", 200);
    assertThat(third.getStatus()).isEqualTo(429);
    assertThat(third.getHeader("Retry-After")).isEqualTo("60");
    assertThat(third.getContentAsString()).contains("too-many-requests");
    assertThat(answered(rates, "10.0.0.8", 200).getStatus()).isEqualTo(200);
  }

  @Test
  void anAddressIsHeldToItsRequestsOfTheApiAndPagesAreNot() throws Exception {
    AddressRates rates = new AddressRates(NINE, 1, 0);
    assertThat(answered(rates, "10.0.0.7", 200).getStatus()).isEqualTo(200);
    assertThat(answered(rates, "10.0.0.7", 200).getStatus()).isEqualTo(429);
    assertThat(rates.shouldNotFilter(new MockHttpServletRequest("GET", "/goals"))).isTrue();
  }

  private static MockHttpServletResponse answered(AddressRates rates, String address, int status)
      throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/people");
    request.setRemoteAddr(address);
    MockHttpServletResponse response = new MockHttpServletResponse();
    rates.doFilterInternal(
        request, response, (_, sent) -> ((MockHttpServletResponse) sent).setStatus(status));
    return response;
  }

  @Test
  void theApiSaysHowManyAreLeftAndPagesDoNot() {
    Rates rates = new Rates(NINE, 2, 10);
    Viewer viewer =
        new Viewer(MARA, "Mara", Set.of(), Set.of(), Set.of(), java.time.LocalDate.EPOCH);
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(viewer, null, List.of()));
    try {
      MockHttpServletRequest change = new MockHttpServletRequest("POST", "/api/v1/teams");
      change.setAttribute(Rates.CALLER, JONAS);
      MockHttpServletResponse answer = new MockHttpServletResponse();
      rates.preHandle(change, answer, this);
      assertThat(answer.getHeaders("RateLimit-Policy"))
          .containsExactly("\"requests\";q=10;w=60", "\"changes\";q=2;w=60");
      assertThat(answer.getHeaders("RateLimit"))
          .containsExactly("\"requests\";r=9;t=60", "\"changes\";r=1;t=60");
      MockHttpServletResponse page = new MockHttpServletResponse();
      rates.preHandle(new MockHttpServletRequest("POST", "/teams"), page, this);
      assertThat(page.getHeaderNames()).doesNotContain("RateLimit");
      rates.preHandle(change, new MockHttpServletResponse(), this);
      MockHttpServletResponse last = new MockHttpServletResponse();
      assertThatThrownBy(() -> rates.preHandle(change, last, this))
          .isInstanceOf(Errors.RefusedException.class);
      assertThat(last.getHeaders("RateLimit")).contains("\"changes\";r=0;t=60");
    } finally {
      SecurityContextHolder.clearContext();
    }
  }
}
