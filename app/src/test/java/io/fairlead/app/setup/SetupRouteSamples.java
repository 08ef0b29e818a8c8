package io.fairlead.app.setup;

import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// The first run's part of the access matrix.
@Component
final class SetupRouteSamples implements RouteSamples {

  @Override
  public List<RouteSample> routeSamples() {
    List<RouteSample> samples = new ArrayList<>();
    for (String path :
        List.of(
            "/setup",
            "/setup/organisation",
            "/setup/aims",
            "/setup/people",
            "/setup/objective",
            "/setup/readers",
            "/studio/checks",
            "/api/v1/setup",
            "/api/v1/setup/checks")) {
      samples.add(RouteSample.of("GET " + path, Call.to(path)::about));
    }
    samples.add(posting("/setup/organisation", "name=Brightwell&zone=Europe/Berlin&way=small"));
    samples.add(posting("/setup/aims", "aim=focus"));
    samples.add(posting("/setup/aims/minutes", "aim=focus"));
    samples.add(posting("/setup/people", "pasted=Grace Hopper"));
    samples.add(posting("/setup/people/chart", "pasted=Grace Hopper"));
    samples.add(posting("/setup/objective", "example=own"));
    samples.add(posting("/setup/invitations", "whom=nobody"));
    samples.add(posting("/setup/end", ""));
    samples.add(
        RouteSample.of(
            "POST /setup/steps/{step}",
            person -> Call.to("/setup/steps/shape").about(person).form("skip=true")));
    return samples;
  }

  private static RouteSample posting(String path, String form) {
    return RouteSample.of("POST " + path, person -> Call.to(path).about(person).form(form));
  }
}
