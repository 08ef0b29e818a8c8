package io.fairlead.app.access;

import io.fairlead.app.access.ServiceStore.Bearer;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Rates;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who is asking: from the session cookie for pages, from the bearer token for the API.
final class SignedInFilter extends OncePerRequestFilter {
  static final String COOKIE = "fairlead";

  private final Sessions sessions;
  private final Services services;

  SignedInFilter(Sessions sessions, Services services) {
    this.sessions = sessions;
    this.services = services;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Viewer> viewer = viewer(request);
    if (viewer.isPresent()) {
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(
          UsernamePasswordAuthenticationToken.authenticated(viewer.get(), null, List.of()));
      SecurityContextHolder.setContext(context);
    }
    chain.doFilter(request, response);
  }

  private Optional<Viewer> viewer(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (request.getRequestURI().startsWith("/api/") && authorization != null) {
      return authorization.regionMatches(true, 0, "Bearer ", 0, 7)
          ? bearer(request, authorization.substring(7).trim())
          : Optional.empty();
    }
    return cookie(request)
        .flatMap(sessions::asking)
        .map(asking -> {
          request.setAttribute(Pages.UNREAD, asking.unread());
          request.setAttribute(Pages.PREVIEW, asking.preview());
          request.setAttribute(Pages.PREVIEW_NAME, asking.previewName());
          request.setAttribute(Pages.COMPOSED_ROLES, asking.composed());
          return asking.viewer();
        });
  }

  /// A program: of a person, or a service that acts as itself. Each token has its own rate.
  private Optional<Viewer> bearer(HttpServletRequest request, String token) {
    if (!token.startsWith(Services.TOKEN)) {
      Optional<Viewer> person = sessions.tokenViewer(token);
      person.ifPresent(
          _ -> request.setAttribute(Rates.CALLER, UUID.nameUUIDFromBytes(Tokens.hash(token))));
      return person;
    }
    Optional<Bearer> service = services.bearer(token);
    service.ifPresent(bearer -> request.setAttribute(Rates.CALLER, bearer.token()));
    return service.map(Bearer::viewer);
  }

  static Optional<String> cookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(COOKIE)) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/assets/") || path.startsWith("/actuator/");
  }
}
