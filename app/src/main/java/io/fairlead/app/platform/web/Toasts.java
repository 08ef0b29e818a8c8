package io.fairlead.app.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// Carries a toast over the redirect that follows an act: in a cookie of one minute, which the next
/// page takes away. It is only shown to the browser that did the act, and only as text.
public final class Toasts {
  static final String COOKIE = "fairlead-toast";
  private static final int LONGEST = 500;

  private Toasts() {}

  /// Leaves a sentence for the next page.
  public static void leave(HttpServletResponse response, String sentence, @Nullable UUID undo) {
    String text = sentence.length() > LONGEST ? sentence.substring(0, LONGEST) : sentence;
    String value = (undo == null ? "" : undo) + "|" + text;
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        cookie(URLEncoder.encode(value, StandardCharsets.UTF_8), 60).toString());
  }

  /// Takes the sentence that was left, if one was.
  static Optional<Toast> take(HttpServletRequest request, @Nullable HttpServletResponse response) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null || response == null) {
      return Optional.empty();
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(COOKIE)) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", 0).toString());
        return read(cookie.getValue());
      }
    }
    return Optional.empty();
  }

  private static Optional<Toast> read(String value) {
    try {
      String text = URLDecoder.decode(value, StandardCharsets.UTF_8);
      int bar = text.indexOf('|');
      if (bar < 0 || text.length() > LONGEST + 40) {
        return Optional.empty();
      }
      Optional<UUID> undo =
          bar == 0 ? Optional.empty() : Optional.of(UUID.fromString(text.substring(0, bar)));
      return Optional.of(new Toast(text.substring(bar + 1), undo));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ResponseCookie cookie(String value, long seconds) {
    return ResponseCookie.from(COOKIE, value)
        .path("/")
        .httpOnly(true)
        .sameSite("Lax")
        .maxAge(seconds)
        .build();
  }
}
