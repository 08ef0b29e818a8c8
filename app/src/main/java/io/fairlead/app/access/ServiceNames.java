package io.fairlead.app.access;

import io.fairlead.app.audit.Names;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What services are called, for the record.
@Component
class ServiceNames implements Names {
  private final ServiceStore services;

  ServiceNames(ServiceStore services) {
    this.services = services;
  }

  @Override
  public Map<UUID, String> of(Collection<UUID> people) {
    return services.names(people);
  }
}
