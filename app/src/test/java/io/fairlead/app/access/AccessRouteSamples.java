package io.fairlead.app.access;

import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Access's own part of the access matrix.
@Component
final class AccessRouteSamples implements RouteSamples {
  private final JdbcClient database;

  AccessRouteSamples(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<RouteSample> routeSamples() {
    return List.of(
        RouteSample.of("GET /api/v1/roles", Call.to("/api/v1/roles")::about),
        RouteSample.of(
            "POST /api/v1/roles",
            person ->
                Call.to("/api/v1/roles")
                    .about(person)
                    .json(
                        "{\"email\": \"%s\", \"role\": \"executive\"}".formatted(person.email()))),
        RouteSample.of(
            "DELETE /api/v1/roles/{grant}",
            person -> Call.to("/api/v1/roles/" + grant(person)).about("role_grant", grant(person))),
        RouteSample.of("GET /studio/services", Call.to("/studio/services")::about),
        RouteSample.of(
            "POST /studio/services",
            person ->
                Call.to("/studio/services")
                    .about(person)
                    .form("name=" + UUID.randomUUID() + "&scope=goals:read&days=30")),
        RouteSample.of(
            "POST /studio/services/{service}/tokens",
            person -> service(person, "/studio/services/", "/tokens").form("days=30")),
        RouteSample.of(
            "POST /studio/services/{service}/tokens/{token}/end",
            person -> token(person, "/studio/services/", "/end").form("")),
        RouteSample.of(
            "POST /studio/services/{service}/end",
            person -> service(person, "/studio/services/", "/end").form("")),
        RouteSample.of("GET /api/v1/services", Call.to("/api/v1/services")::about),
        RouteSample.of(
            "DELETE /api/v1/services/{service}",
            person -> service(person, "/api/v1/services/", "")),
        RouteSample.of(
            "DELETE /api/v1/services/{service}/tokens/{token}",
            person -> token(person, "/api/v1/services/", "")),
        RouteSample.of("GET /studio/access/roles", Call.to("/studio/access/roles")::about),
        RouteSample.of("GET /studio/access/roles/new", Call.to("/studio/access/roles/new")::about),
        RouteSample.of(
            "POST /studio/access/roles",
            person ->
                Call.to("/studio/access/roles")
                    .about(person)
                    .form(
                        "name=" + UUID.randomUUID() + "&purpose=x&permission=running.read.counts")),
        RouteSample.of(
            "GET /studio/access/roles/{role}",
            person -> custom(person, "/studio/access/roles/", "")),
        RouteSample.of(
            "GET /studio/access/roles/{role}/edit",
            person -> custom(person, "/studio/access/roles/", "/edit")),
        RouteSample.of(
            "POST /studio/access/roles/{role}",
            person ->
                custom(person, "/studio/access/roles/", "")
                    .form(
                        "version=1&name="
                            + UUID.randomUUID()
                            + "&purpose=x&permission=running.read.counts")),
        RouteSample.of(
            "GET /studio/access/roles/{role}/removal",
            person -> custom(person, "/studio/access/roles/", "/removal")),
        RouteSample.of(
            "POST /studio/access/roles/{role}/removal",
            person ->
                custom(person, "/studio/access/roles/", "/removal").form("version=1&holders=1")),
        RouteSample.of(
            "POST /studio/access/roles/{role}/grants",
            person ->
                custom(person, "/studio/access/roles/", "/grants")
                    .form("email=" + Person.AIKO.email())),
        RouteSample.of(
            "POST /studio/access/roles/{role}/grants/{grant}/end",
            person -> customGrant(person, "/studio/access/roles/", "/end").form("")),
        RouteSample.of("GET /api/v1/roles/custom", Call.to("/api/v1/roles/custom")::about),
        RouteSample.of(
            "GET /api/v1/roles/custom/permissions",
            Call.to("/api/v1/roles/custom/permissions")::about),
        RouteSample.of(
            "POST /api/v1/roles/custom",
            person -> Call.to("/api/v1/roles/custom").about(person).json(role())),
        RouteSample.of(
            "GET /api/v1/roles/custom/{role}",
            person -> custom(person, "/api/v1/roles/custom/", "")),
        RouteSample.of(
            "PUT /api/v1/roles/custom/{role}",
            person ->
                custom(person, "/api/v1/roles/custom/", "")
                    .json(role())
                    .header("If-Match", "\"1\"")),
        RouteSample.of(
            "DELETE /api/v1/roles/custom/{role}",
            person ->
                custom(person, "/api/v1/roles/custom/", "?holders=1").header("If-Match", "\"1\"")),
        RouteSample.of(
            "GET /api/v1/roles/custom/{role}/grants",
            person -> custom(person, "/api/v1/roles/custom/", "/grants")),
        RouteSample.of(
            "POST /api/v1/roles/custom/{role}/grants",
            person ->
                custom(person, "/api/v1/roles/custom/", "/grants")
                    .json("{\"email\": \"%s\"}".formatted(Person.AIKO.email()))),
        RouteSample.of(
            "DELETE /api/v1/roles/custom/{role}/grants/{grant}",
            person -> customGrant(person, "/api/v1/roles/custom/", "")),
        RouteSample.of("GET /api/v1/accounts", Call.to("/api/v1/accounts")::about),
        RouteSample.of("GET /studio/access", Call.to("/studio/access")::about),
        RouteSample.of(
            "GET /studio/access/invitations", Call.to("/studio/access/invitations")::about),
        RouteSample.of(
            "POST /studio/access/invitations",
            person -> Call.to("/studio/access/invitations").about(person).form("key=")),
        RouteSample.of(
            "POST /api/v1/invitations",
            person -> Call.to("/api/v1/invitations").about(person).json("{}")),
        RouteSample.of(
            "GET /studio/access/hr-partners", Call.to("/studio/access/hr-partners")::about),
        RouteSample.of("GET /api/v1/access/hr-scopes", Call.to("/api/v1/access/hr-scopes")::about),
        RouteSample.of("GET /studio/access.csv", Call.to("/studio/access.csv")::about),
        RouteSample.of("GET /studio/access.xlsx", Call.to("/studio/access.xlsx")::about),
        RouteSample.of(
            "POST /studio/access/preview",
            person ->
                Call.to("/studio/access/preview").about(person).form("previewRole=executive")),
        RouteSample.of(
            "POST /studio/access/grants",
            person ->
                Call.to("/studio/access/grants")
                    .about(person)
                    .form("email=" + person.email() + "&role=executive")),
        RouteSample.of(
            "POST /studio/access/grants/{grant}/end",
            person ->
                Call.to("/studio/access/grants/" + grant(person) + "/end")
                    .about("role_grant", grant(person))
                    .form("")),
        RouteSample.of("POST /studio/access/people/{person}/link", person -> page(person, "link")),
        RouteSample.of("POST /studio/access/people/{person}/lock", person -> page(person, "lock")),
        RouteSample.of(
            "POST /studio/access/people/{person}/unlock", person -> page(person, "unlock")),
        RouteSample.of("POST /api/v1/accounts/{person}/link", person -> account(person, "link")),
        RouteSample.of("POST /api/v1/accounts/{person}/lock", person -> account(person, "lock")),
        RouteSample.of("DELETE /api/v1/accounts/{person}/lock", person -> account(person, "lock")));
  }

  private static String role() {
    return "{\"name\": \"%s\", \"purpose\": \"x\", \"permissions\": [\"running.read.counts\"]}"
        .formatted(UUID.randomUUID());
  }

  /// A composed role that Dev holds, by a grant of the same id.
  private UUID customRole() {
    UUID id = UUID.randomUUID();
    database
        .sql(
            "insert into custom_role (id, name, purpose, made_at) values (:id, :name, 'Counts', now())")
        .param("id", id)
        .param("name", "Role " + id)
        .update();
    database
        .sql(
            "insert into custom_role_permission (role, permission) values (?, 'running.read.counts')")
        .param(id)
        .update();
    database
        .sql("insert into custom_role_grant (id, role, person, granted_at) values (?, ?, ?, now())")
        .params(id, id, Person.DEV.id())
        .update();
    return id;
  }

  private Call custom(Person person, String before, String rest) {
    return Call.to(before + customRole() + rest).about(person);
  }

  private Call customGrant(Person person, String before, String rest) {
    UUID role = customRole();
    return Call.to(before + role + "/grants/" + role + rest).about(person);
  }

  private Call service(Person person, String before, String rest) {
    return Call.to(before + service() + rest).about(person);
  }

  private UUID service() {
    UUID id = UUID.randomUUID();
    database.sql("insert into person (id, created_at) values (?, now())").param(id).update();
    database
        .sql(
            """
            insert into service (id, name, roles, scopes, made_by, made_at)
            values (:id, :name, '{}', '{goals:read}', :by, now())
            """)
        .param("id", id)
        .param("name", "Sync " + id)
        .param("by", Person.ELIF.id())
        .update();
    return id;
  }

  private Call token(Person person, String before, String rest) {
    UUID service = service();
    UUID token = UUID.randomUUID();
    database
        .sql(
            """
            insert into service_token (id, service, token_hash, made_by, made_at, expires_at)
            values (:id, :service, :hash, :by, now(), now() + interval '1 day')
            """)
        .param("id", token)
        .param("service", service)
        .param("hash", token.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
        .param("by", Person.ELIF.id())
        .update();
    return Call.to(before + service + "/tokens/" + token + rest).about(person);
  }

  private static Call account(Person person, String act) {
    return Call.to("/api/v1/accounts/" + person.id() + "/" + act).about(person);
  }

  private static Call page(Person person, String act) {
    return Call.to("/studio/access/people/" + person.id() + "/" + act).about(person).form("");
  }

  /// The finance role, given to the person where they do not have it.
  private UUID grant(Person person) {
    database
        .sql(
            """
            insert into role_grant (id, person, role, granted_at) values (?, ?, 'finance', now())
            on conflict do nothing
            """)
        .params(UUID.randomUUID(), person.id())
        .update();
    return database
        .sql("select id from role_grant where person = ? and role = 'finance'")
        .param(person.id())
        .query(UUID.class)
        .single();
  }
}
