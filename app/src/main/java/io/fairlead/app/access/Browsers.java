package io.fairlead.app.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// What signing in and out leaves in a browser: the session's cookie, and a new CSRF token, so that
/// nothing planted before signing in is worth anything after it.
final class Browsers {
  private Browsers() {}

  static void signedIn(HttpServletRequest request, HttpServletResponse response, String cookie) {
    set(request, response, cookie, Sessions.LONGEST);
    renewCsrf(request, response);
  }

  static void signedOut(HttpServletRequest request, HttpServletResponse response) {
    set(request, response, "", Duration.ZERO);
    renewCsrf(request, response);
    response.addHeader("Clear-Site-Data", "\"cache\", \"storage\"");
  }

  static String name(HttpServletRequest request) {
    String name = request.getHeader(HttpHeaders.USER_AGENT);
    return name == null ? "" : name;
  }

  private static void set(
      HttpServletRequest request, HttpServletResponse response, String value, Duration lasting) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(SignedInFilter.COOKIE, value)
            .path("/")
            .httpOnly(true)
            .sameSite("Lax")
            .secure(request.isSecure())
            .maxAge(lasting)
            .build()
            .toString());
  }

  private static void renewCsrf(HttpServletRequest request, HttpServletResponse response) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return;
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(SecuritySettings.CSRF_COOKIE)) {
        response.addHeader(
            HttpHeaders.SET_COOKIE,
            ResponseCookie.from(SecuritySettings.CSRF_COOKIE, "")
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(Duration.ZERO)
                .build()
                .toString());
      }
    }
  }
}
