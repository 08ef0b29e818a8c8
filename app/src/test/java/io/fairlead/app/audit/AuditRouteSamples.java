package io.fairlead.app.audit;

import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import java.util.List;
import org.springframework.stereotype.Component;

/// The record's part of the access matrix.
@Component
final class AuditRouteSamples implements RouteSamples {
  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of("GET /studio/audit", Call.to("/studio/audit")::about),
        RouteSample.of("GET /studio/audit.csv", Call.to("/studio/audit.csv")::about),
        RouteSample.of("GET /studio/audit.xlsx", Call.to("/studio/audit.xlsx")::about),
        RouteSample.of("GET /api/v1/audit", Call.to("/api/v1/audit")::about));
  }
}
