package io.fairlead.app.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every changing route of the API takes an `Idempotency-Key`: sent twice with one key it takes
/// effect once and answers the same; with another input it is refused.
@AppTest
class EveryChangeTakesAKeyTest {
  /// Routes that post and change nothing.
  private static final Set<String> COMPUTE =
      Set.of(
          "POST /api/v1/objectives/preview",
          "POST /api/v1/framework/pilots/preview",
          "POST /api/v1/framework/plan",
          "POST /api/v1/framework/rehearsal");

  /// What is remembered with a key would say who answered when; sent twice they do no harm by
  /// themselves.
  private static final Set<String> LEAVE_NO_TRACE =
      Set.of(
          "PUT /api/v1/feedback/invitations/{invitation}",
          "DELETE /api/v1/feedback/invitations/{invitation}",
          "POST /api/v1/feedback/invitations/{invitation}/decline");

  /// Their answer holds a secret that is stored nowhere, so that a second send is refused.
  private static final Set<String> SHOWN_ONCE =
      Set.of(
          "POST /api/v1/accounts/{person}/link",
          "POST /api/v1/feedback/rounds/{id}/guests/{guest}/link",
          "POST /api/v1/feedback/rounds/{id}/escrow/requests/{request}/package",
          "POST /api/v1/webhooks",
          "POST /api/v1/webhooks/{id}/secret");

  @Autowired
  @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

  @Autowired List<RouteSamples> samples;
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired Goals goals;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void everyChangingRouteReadsTheHeader() {
    Set<String> without = new TreeSet<>();
    mapping
        .getHandlerMethods()
        .forEach((info, handler) -> {
          for (String path : info.getPatternValues()) {
            info.getMethodsCondition().getMethods().stream()
                .map(method -> method.name() + " " + path)
                .filter(route -> route.contains(" /api/") && !route.startsWith("GET "))
                .filter(route -> !COMPUTE.contains(route) && !LEAVE_NO_TRACE.contains(route))
                .filter(_ -> !readsKey(handler))
                .forEach(without::add);
          }
        });
    assertThat(without).isEmpty();
  }

  private static boolean readsKey(HandlerMethod handler) {
    return Arrays.stream(handler.getMethodParameters())
        .map(parameter -> parameter.getParameterAnnotation(RequestHeader.class))
        .anyMatch(header -> header != null && header.name().equals("Idempotency-Key"));
  }

  @Test
  void sentTwiceWithOneKeyItAnswersTheSame() {
    List<String> wrong = new ArrayList<>();
    Set<String> tried = new TreeSet<>();
    List<RouteSample> changing =
        samples.stream()
            .flatMap(module -> module.routeSamples().stream())
            .filter(
                sample -> sample.route().contains(" /api/") && !sample.route().startsWith("GET "))
            .filter(sample -> !COMPUTE.contains(sample.route()))
            .toList();
    for (RouteSample sample : changing) {
      for (Person person : List.of(Person.MARA, Person.ELIF, Person.INES)) {
        company.reset();
        Visitor visitor = signedIn(person);
        Call call = sample.about().apply(Person.MARA);
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = send(visitor, sample, call, key);
        if (first.statusCode() >= 400) {
          continue;
        }
        tried.add(sample.route());
        HttpResponse<String> second = send(visitor, sample, call, key);
        boolean same =
            SHOWN_ONCE.contains(sample.route())
                ? second.statusCode() == 409 && second.body().contains("shown-once")
                : second.statusCode() == first.statusCode() && second.body().equals(first.body());
        if (!same) {
          wrong.add(
              sample.route()
                  + "\n  "
                  + first.statusCode()
                  + first.body()
                  + "\n  "
                  + second.statusCode()
                  + second.body());
        }
        break;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(tried).hasSizeGreaterThan(20);
  }

  private static HttpResponse<String> send(
      Visitor visitor, RouteSample sample, Call call, String key) {
    List<String> headers = new ArrayList<>(call.headers());
    headers.add("Idempotency-Key");
    headers.add(key);
    return visitor.json(
        sample.route().substring(0, sample.route().indexOf(' ')),
        call.path(),
        call.body(),
        headers.toArray(String[]::new));
  }

  private Visitor signedIn(Person person) {
    Visitor visitor = visitors.as(person);
    visitor.page("/account");
    return visitor;
  }

  @Test
  void oneKeyWithAnotherInputIsRefusedAndChangesNothing() {
    Visitor mara = signedIn(Person.MARA);
    String key = UUID.randomUUID().toString();
    String draft = "{\"title\": \"%s\", \"keyResults\": []}";
    HttpResponse<String> first = post(mara, "/api/v1/objectives", draft.formatted("One"), key);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    HttpResponse<String> again = post(mara, "/api/v1/objectives", draft.formatted("One"), key);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    HttpResponse<String> other = post(mara, "/api/v1/objectives", draft.formatted("Two"), key);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("\"code\":\"key-reused\"", "\"field\":\"Idempotency-Key\"");
    assertThat(count("select count(*) from objective")).isEqualTo(1);
  }

  @Test
  void aKeyIsPrintableTextOfAtMost255Characters() {
    Visitor mara = signedIn(Person.MARA);
    Map<String, Integer> keys =
        Map.of("k".repeat(255), 201, "k".repeat(256), 422, "order 7/#!~", 201, "tab\there", 422);
    keys.forEach((key, status) -> {
      HttpResponse<String> answer =
          post(mara, "/api/v1/objectives", "{\"title\": \"One\", \"keyResults\": []}", key);
      assertThat(answer.statusCode()).as(key + " " + answer.body()).isEqualTo(status);
    });
    assertThat(count("select count(*) from objective")).isEqualTo(2);
  }

  @Test
  void changingAnObjectiveIsRepeatableThoughItsVersionMovedOn() {
    UUID objective = goals.objective(Person.MARA, "Sites report", "Q2 2026", "draft", "public");
    Visitor mara = signedIn(Person.MARA);
    String path = "/api/v1/objectives/" + objective;
    String body = "{\"title\": \"Sites answer\", \"keyResults\": []}";
    String key = UUID.randomUUID().toString();
    HttpResponse<String> first =
        mara.json("PUT", path, body, "If-Match", "\"1\"", "Idempotency-Key", key);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    HttpResponse<String> again =
        mara.json("PUT", path, body, "If-Match", "\"1\"", "Idempotency-Key", key);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(mara.json("PUT", path, body, "If-Match", "\"1\"").statusCode()).isEqualTo(412);
  }

  private static HttpResponse<String> post(
      Visitor visitor, String path, @Nullable String body, String key) {
    return visitor.json("POST", path, body, "Idempotency-Key", key);
  }

  private int count(String sql) {
    return database.sql(sql).query(Integer.class).single();
  }
}
