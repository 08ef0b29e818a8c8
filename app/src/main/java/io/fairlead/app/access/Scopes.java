package io.fairlead.app.access;

import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The scopes a token can have: those that some route asks for, and no others.
@Component
class Scopes {
  private final ObjectProvider<RequestMappingHandlerMapping> routes;
  private volatile @Nullable Set<String> found;

  Scopes(ObjectProvider<RequestMappingHandlerMapping> routes) {
    this.routes = routes;
  }

  Set<String> all() {
    Set<String> scopes = found;
    if (scopes == null) {
      Set<String> read = new TreeSet<>();
      routes
          .orderedStream()
          .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
          .map(HandlerMethod::getMethod)
          .map(Scopes::of)
          .filter(scope -> !scope.isEmpty())
          .forEach(read::add);
      scopes = java.util.Collections.unmodifiableSet(read);
      found = scopes;
    }
    return scopes;
  }

  /// The scope a handler asks for; empty for one that no token reaches.
  static String of(Method handler) {
    Guarded guarded = handler.getAnnotation(Guarded.class);
    if (guarded != null) {
      return guarded.scope();
    }
    Open open = handler.getAnnotation(Open.class);
    return open == null ? "" : open.scope();
  }
}
