package io.fairlead.app.platform.web;

import io.fairlead.app.platform.policy.Open;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Light, dark, or as the device says: kept by the browser, so that a page is drawn right at once.
@Controller
class Appearance {
  private static final Set<String> THEMES = Set.of("auto", "light", "dark");

  @PostMapping("/appearance")
  @Open(because = "it changes nothing but a cookie of the browser that asks", toAnyone = true)
  String choose(
      @RequestParam String theme,
      @RequestParam(defaultValue = "/") String back,
      HttpServletResponse response) {
    if (THEMES.contains(theme)) {
      ResponseCookie cookie =
          ResponseCookie.from("theme", theme)
              .path("/")
              .sameSite("Lax")
              .httpOnly(true)
              .maxAge(Duration.ofDays(365))
              .build();
      response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
    return "redirect:" + Returns.within(back);
  }
}
