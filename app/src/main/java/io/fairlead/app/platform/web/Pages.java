package io.fairlead.app.platform.web;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Bundles;
import io.fairlead.app.platform.words.ComposedRoles;
import io.fairlead.app.platform.words.OrganisationSettings;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;

/// Shows pages: puts the frame around a page's own record. Every template declares `@param Frame
/// frame` and, when it has content of its own, `@param SomePage page`.
@Component
public class Pages {
  /// The request's attribute that says how much the viewer has not read; left by who finds out who
  /// is asking.
  public static final String UNREAD = "fairlead.unread";

  /// The request's attribute that says as which role the viewer looks, `person` for none; absent
  /// when they look as themselves.
  public static final String PREVIEW = "fairlead.preview";

  /// The request's attribute with the name of the role that the viewer looks as, where the
  /// organisation composed it.
  public static final String PREVIEW_NAME = "fairlead.preview-name";

  /// The request's attribute that tells apart what the organisation's own roles are from what they
  /// were; empty while it has none.
  public static final String COMPOSED_ROLES = "fairlead.composed-roles";

  /// The cookie that says that the first run is under way in this browser.
  public static final String SETTING_UP = "setting-up";

  private final Bundles bundles;
  private final OrganisationSettings settings;
  private final ObjectProvider<ComposedRoles> composedRoles;
  private final Clock clock;
  private final Rail rail;
  private final Assets assets;
  private final boolean demo;
  private volatile OrganisationSettings.@Nullable Organisation lastKnown;

  Pages(
      Bundles bundles,
      OrganisationSettings settings,
      ObjectProvider<ComposedRoles> composedRoles,
      Clock clock,
      Rail rail,
      Assets assets,
      @Value("${fairlead.demo:false}") boolean demo) {
    this.bundles = bundles;
    this.settings = settings;
    this.composedRoles = composedRoles;
    this.clock = clock;
    this.rail = rail;
    this.assets = assets;
    this.demo = demo;
  }

  /// The words of the current request.
  public Words words() {
    OrganisationSettings.Organisation organisation = settings.organisation();
    lastKnown = organisation;
    return new Words(
        bundles,
        organisation,
        clock.instant(),
        composedRoles.getIfAvailable(() -> ComposedRoles.NONE));
  }

  /// Words that need no database: of the organisation as it was last seen. For saying that
  /// something is wrong.
  Words steadyWords() {
    return new Words(bundles, steadyOrganisation(), clock.instant());
  }

  private OrganisationSettings.Organisation steadyOrganisation() {
    OrganisationSettings.Organisation organisation = lastKnown;
    return organisation == null ? OrganisationSettings.BEFORE_ANY : organisation;
  }

  public ModelAndView show(
      String template, String title, Place place, @Nullable SeenBy seenBy, @Nullable Object page) {
    ModelAndView view = new ModelAndView(template);
    view.addObject("frame", frame(title, place, seenBy));
    if (page != null) {
      view.addObject("page", page);
    }
    return view;
  }

  public Frame frame(String title, Place place, @Nullable SeenBy seenBy) {
    return frame(words(), title, place, seenBy);
  }

  /// A frame that needs no database.
  Frame steadyFrame(String title) {
    return frame(steadyWords(), title, Place.NOWHERE, null);
  }

  private Frame frame(Words words, String title, Place place, @Nullable SeenBy seenBy) {
    ServletRequestAttributes attributes =
        (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    HttpServletRequest request = attributes.getRequest();
    CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    Viewer viewer = viewer();
    OrganisationSettings.Organisation organisation = steadyOrganisation();
    return new Frame(
        words,
        viewer,
        title,
        place,
        seenBy,
        csrf == null ? "" : csrf.getToken(),
        demo,
        theme(request),
        path(request),
        isFragment(request),
        rail.places(viewer, organisation),
        Toasts.take(request, attributes.getResponse()),
        assets,
        rail.routes(organisation),
        request.getAttribute(UNREAD) instanceof Integer unread ? unread : 0,
        viewer != null && "1".equals(cookie(request, SETTING_UP)),
        preview(words, request));
  }

  private static String preview(Words words, HttpServletRequest request) {
    if (request.getAttribute(PREVIEW_NAME) instanceof String name) {
      return name;
    }
    return request.getAttribute(PREVIEW) instanceof String role ? words.text("role." + role) : "";
  }

  /// The address that was asked for, also where it is answered by the error page.
  private static String path(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed == null ? request.getRequestURI() : failed.toString();
  }

  /// htmx asks for a part of a page, except where it stands in for the browser.
  private static boolean isFragment(HttpServletRequest request) {
    return "true".equals(request.getHeader("HX-Request"))
        && !"true".equals(request.getHeader("HX-History-Restore-Request"))
        && !"true".equals(request.getHeader("HX-Boosted"));
  }

  private static @Nullable Viewer viewer() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Viewer viewer
        ? viewer
        : null;
  }

  private static String theme(HttpServletRequest request) {
    String theme = cookie(request, "theme");
    return theme.equals("light") || theme.equals("dark") ? theme : "auto";
  }

  /// The value of the browser's cookie of this name; empty without one.
  private static String cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return cookie.getValue();
        }
      }
    }
    return "";
  }
}
