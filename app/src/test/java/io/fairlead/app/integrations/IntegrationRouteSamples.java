package io.fairlead.app.integrations;

import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The part of the access matrix that is about events and webhooks.
@Component
final class IntegrationRouteSamples implements RouteSamples {
  private static final String JSON =
      "{\"name\": \"Board\", \"url\": \"https://hooks.example.org/a\", \"types\": [\"objective\"]}";
  private static final String FORM =
      "name=Board&url=https://hooks.example.org/a&format=slack&type=objective";

  private final JdbcClient database;
  private final WebhookSecrets secrets;

  IntegrationRouteSamples(JdbcClient database, WebhookSecrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of("GET /studio/webhooks", Call.to("/studio/webhooks")::about),
        RouteSample.of(
            "POST /studio/webhooks",
            person -> Call.to("/studio/webhooks").about(person).form(FORM)),
        RouteSample.of("GET /studio/webhooks/{id}", person -> page(person, "")),
        RouteSample.of(
            "POST /studio/webhooks/{id}", person -> page(person, "").form("version=1&" + FORM)),
        RouteSample.of(
            "POST /studio/webhooks/{id}/start", person -> page(person, "/start").form("")),
        RouteSample.of(
            "POST /studio/webhooks/{id}/pause", person -> page(person, "/pause").form("")),
        RouteSample.of("POST /studio/webhooks/{id}/test", person -> page(person, "/test").form("")),
        RouteSample.of(
            "POST /studio/webhooks/{id}/secret", person -> page(person, "/secret").form("")),
        RouteSample.of(
            "POST /studio/webhooks/{id}/removal", person -> page(person, "/removal").form("")),
        RouteSample.of(
            "POST /studio/webhooks/{id}/deliveries/{delivery}/redelivery",
            person -> delivery(person, "/studio/webhooks/").form("")),
        RouteSample.of("GET /api/v1/webhooks", Call.to("/api/v1/webhooks")::about),
        RouteSample.of(
            "POST /api/v1/webhooks",
            person -> Call.to("/api/v1/webhooks").about(person).json(JSON)),
        RouteSample.of("GET /api/v1/webhooks/{id}", person -> api(person, "")),
        RouteSample.of(
            "PUT /api/v1/webhooks/{id}",
            person -> api(person, "").header("If-Match", "\"1\"").json(JSON)),
        RouteSample.of("DELETE /api/v1/webhooks/{id}", person -> api(person, "")),
        RouteSample.of("POST /api/v1/webhooks/{id}/start", person -> api(person, "/start")),
        RouteSample.of("POST /api/v1/webhooks/{id}/pause", person -> api(person, "/pause")),
        RouteSample.of("POST /api/v1/webhooks/{id}/test", person -> api(person, "/test")),
        RouteSample.of("POST /api/v1/webhooks/{id}/secret", person -> api(person, "/secret")),
        RouteSample.of(
            "GET /api/v1/webhooks/{id}/deliveries", person -> api(person, "/deliveries")),
        RouteSample.of(
            "POST /api/v1/webhooks/{id}/deliveries/{delivery}/redelivery",
            person -> delivery(person, "/api/v1/webhooks/")));
  }

  private Call page(Person person, String rest) {
    return Call.to("/studio/webhooks/" + webhook() + rest).about(person);
  }

  private Call api(Person person, String rest) {
    return Call.to("/api/v1/webhooks/" + webhook() + rest).about(person);
  }

  private Call delivery(Person person, String before) {
    UUID webhook = webhook();
    UUID delivery = UUID.randomUUID();
    database
        .sql(
            """
            insert into webhook_delivery (id, webhook, type, body, state, next_at, made_at)
            values (:id, :webhook, 'test', '{}', 'failed', now(), now())
            """)
        .param("id", delivery)
        .param("webhook", webhook)
        .update();
    return Call.to(before + webhook + "/deliveries/" + delivery + "/redelivery").about(person);
  }

  private UUID webhook() {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into webhook (id, name, url, format, types, state, secret, seen, made_by, made_at)
            values (:id, 'Board', 'https://hooks.example.org/a', 'standard', '{objective}', 'paused', :secret, 0,
              :by, now())
            """)
        .param("id", id)
        .param("secret", secrets.sealed(id, Signature.freshSecret()))
        .param("by", Person.ELIF.id())
        .update();
    return id;
  }
}
