package io.fairlead.app.access;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.OrganisationSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Stands before every handler of ours: one that declares neither `@Guarded` nor `@Open` does not
/// exist, one of a place that the organisation has switched off answers nothing, and a token
/// reaches only routes whose scope it has. Which records somebody may see is not decided here but
/// in the statements that read them.
@Configuration(proxyBeanMethods = false)
class RouteGuard implements HandlerInterceptor, WebMvcConfigurer {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /// What somebody who looks as a role may send all the same.
  private static final Set<String> WHILE_LOOKING =
      Set.of(RolePreviewPages.END, "/sign-out", "/appearance");

  private final ObjectProvider<OrganisationSettings> settings;

  RouteGuard(ObjectProvider<OrganisationSettings> settings) {
    this.settings = settings;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // What went wrong is said also where the settings cannot be read.
    boolean failed = request.getDispatcherType() == DispatcherType.ERROR;
    if (failed || !(handler instanceof HandlerMethod method) || !isOurs(method)) {
      return true;
    }
    boolean declared =
        method.hasMethodAnnotation(Guarded.class) || method.hasMethodAnnotation(Open.class);
    if (!declared) {
      throw new RefusedException(Reason.notFound());
    }
    if (request.getAttribute(Pages.PREVIEW) != null
        && !READING.contains(request.getMethod())
        && !WHILE_LOOKING.contains(request.getRequestURI())) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "previewing"));
    }
    if (!settings.getObject().organisation().uses(method.getBeanType())) {
      throw new RefusedException(Reason.of(Reason.Kind.NOT_FOUND, "not-used-here"));
    }
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null
        && who.getPrincipal() instanceof Viewer viewer
        && !viewer.scopes().isEmpty()
        && !viewer.scopes().contains(Scopes.of(method.getMethod()))) {
      throw new RefusedException(
          Reason.of(Reason.Kind.FORBIDDEN, "scope", Scopes.of(method.getMethod())));
    }
    return true;
  }

  private static boolean isOurs(HandlerMethod method) {
    return method.getBeanType().getPackageName().startsWith("io.fairlead.");
  }
}
