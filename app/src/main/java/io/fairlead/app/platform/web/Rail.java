package io.fairlead.app.platform.web;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.OrganisationSettings.Organisation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Which places stand on the rail: those that some module answers, that the organisation uses, and
/// that the viewer has business in. A module adds its place by answering its address; nothing is
/// registered.
@Component
class Rail {
  private final RequestMappingHandlerMapping mapping;
  private final Map<Set<String>, Set<String>> answered = new ConcurrentHashMap<>();

  Rail(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    this.mapping = mapping;
  }

  List<Place> places(@Nullable Viewer viewer, Organisation organisation) {
    if (viewer == null) {
      return List.of();
    }
    Set<String> routes = routes(organisation);
    return Arrays.stream(Place.values())
        .filter(place -> routes.contains(place.path()) && place.isFor(viewer))
        .toList();
  }

  /// The addresses that those modules answer which the organisation uses.
  Set<String> routes(Organisation organisation) {
    return answered.computeIfAbsent(organisation.unused(), _ -> answeredBy(organisation));
  }

  private Set<String> answeredBy(Organisation organisation) {
    Map<String, Class<?>> handlers = new HashMap<>();
    mapping
        .getHandlerMethods()
        .forEach((route, handler) ->
            route.getPatternValues().forEach(path -> handlers.put(path, handler.getBeanType())));
    return handlers.entrySet().stream()
        .filter(each -> organisation.uses(each.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
