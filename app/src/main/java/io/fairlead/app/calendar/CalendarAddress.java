package io.fairlead.app.calendar;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where calendar programs reach this server: `fairlead.url`, or where the request came to.
@Component
class CalendarAddress {
  private final String url;

  CalendarAddress(@Value("${fairlead.url:}") String url) {
    this.url = url;
  }

  String here(HttpServletRequest request) {
    if (!url.isBlank()) {
      return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
    int port = request.getServerPort();
    boolean usual = port == (request.isSecure() ? 443 : 80);
    return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
  }
}
