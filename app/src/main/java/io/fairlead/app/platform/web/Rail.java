package io.fairlead.app.platform.web;

import io.fairlead.app.platform.Viewer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Which places stand on the rail: those that some module answers, and that the viewer has business
/// in. A module adds its place by answering its address; nothing is registered.
@Component
class Rail {
  private final RequestMappingHandlerMapping routes;
  private volatile @Nullable Set<String> answered;

  Rail(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
    this.routes = routes;
  }

  List<Place> places(@Nullable Viewer viewer) {
    if (viewer == null) {
      return List.of();
    }
    return Arrays.stream(Place.values())
        .filter(place -> routes().contains(place.path()) && place.isFor(viewer))
        .toList();
  }

  /// The addresses that modules answer.
  Set<String> routes() {
    Set<String> paths = answered;
    if (paths == null) {
      paths =
          routes.getHandlerMethods().keySet().stream()
              .flatMap(route -> route.getPatternValues().stream())
              .collect(Collectors.toUnmodifiableSet());
      answered = paths;
    }
    return paths;
  }
}
