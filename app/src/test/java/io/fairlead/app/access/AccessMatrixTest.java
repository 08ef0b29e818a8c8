package io.fairlead.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSample.Call;
import io.fairlead.app.testing.RouteSamples;
import io.fairlead.app.testing.RouteSamples.ListSample;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every route × everybody in the company, a stranger, and an id that is not there. What is
/// expected is derived from the policy rows; what happens is asked of the running server.
/// `RouteSamples` says how a module joins.
@AppTest
class AccessMatrixTest {
  /// Whose records are asked for: somebody at the foot of a line, a manager in its middle, somebody
  /// in another line, and the head of people operations.
  private static final List<Person> SUBJECTS =
      List.of(Person.JONAS, Person.MARA, Person.RUBEN, Person.ELIF);

  @Autowired
  @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

  @Autowired List<RouteSamples> samples;
  @Autowired Policy policy;
  @Autowired JdbcClient database;
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired Sessions sessions;
  @Autowired JsonMapper json;

  private final Map<Person, Visitor> browsers = new EnumMap<>(Person.class);
  private final Set<Person> signedIn = EnumSet.noneOf(Person.class);
  private final Map<Person, Viewer> viewers = new EnumMap<>(Person.class);

  @BeforeEach
  void asNew() {
    company.reset();
    signedIn.clear();
    viewers.clear();
  }

  private Map<String, HandlerMethod> routes() {
    Map<String, HandlerMethod> routes = new TreeMap<>();
    mapping
        .getHandlerMethods()
        .forEach((info, handler) -> {
          if (!handler.getBeanType().getPackageName().startsWith("io.fairlead.")) {
            return;
          }
          for (String path : info.getPatternValues()) {
            info.getMethodsCondition()
                .getMethods()
                .forEach(method -> routes.put(method.name() + " " + path, handler));
          }
        });
    return routes;
  }

  private Map<String, Guarded> guarded() {
    Map<String, Guarded> guarded = new TreeMap<>();
    routes()
        .forEach((route, handler) -> {
          Guarded guard = handler.getMethodAnnotation(Guarded.class);
          if (guard != null) {
            guarded.put(route, guard);
          }
        });
    return guarded;
  }

  private List<RouteSample> routeSamples() {
    return samples.stream().flatMap(module -> module.routeSamples().stream()).toList();
  }

  @Test
  void everyRouteSaysEitherWhoMayUseItOrWhyAnybodyMay() {
    assertThat(routes()).isNotEmpty();
    assertThat(routes())
        .allSatisfy((route, handler) ->
            assertThat(
                    handler.hasMethodAnnotation(Guarded.class)
                        ^ handler.hasMethodAnnotation(Open.class))
                .as(route)
                .isTrue());
  }

  @Test
  void everyGuardNamesAPolicyRow() {
    assertThat(guarded())
        .allSatisfy((route, guard) ->
            assertThat(policy.matching(guard.record(), guard.act(), guard.fields()))
                .as(route)
                .isNotEmpty());
  }

  @Test
  void apiRoutesAskForAScopeAndPagesForNone() {
    assertThat(routes())
        .allSatisfy((route, handler) ->
            assertThat(!Scopes.of(handler.getMethod()).isEmpty())
                .as(route)
                .isEqualTo(route.contains(" /api/")));
  }

  @Test
  void everyGuardedRouteHasASample() {
    Set<String> missing = new TreeSet<>(guarded().keySet());
    routeSamples().forEach(sample -> missing.remove(sample.route()));
    assertThat(missing).as("declare a RouteSample for each").isEmpty();
    assertThat(routeSamples()).extracting(RouteSample::route).isSubsetOf(guarded().keySet());
  }

  @Test
  void everybodyGetsWhatThePolicyGivesThemAndNothingElse() throws Exception {
    Map<String, Guarded> guarded = guarded();
    List<String> wrong = new ArrayList<>();
    int cells = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      for (RouteSample sample : routeSamples()) {
        Guarded guard = Objects.requireNonNull(guarded.get(sample.route()), sample.route());
        Map<Person, String> absent = new ConcurrentHashMap<>();
        for (Person subject : SUBJECTS) {
          cells += Person.values().length;
          wrong.addAll(wrong(new Question(sample, guard, subject, absent), threads));
        }
      }
    }
    assertThat(wrong).as(cells + " cells").isEmpty();
    assertThat(cells).isGreaterThan(1_000);
  }

  /// One route about one person.
  ///
  /// @param absent what it answers each of them about something that is not there
  private record Question(
      RouteSample sample, Guarded guard, Person subject, Map<Person, String> absent) {
    String method() {
      return sample.route().substring(0, sample.route().indexOf(' '));
    }

    boolean isChange() {
      return !method().equals("GET");
    }

    Call call() {
      return sample.about().apply(subject);
    }
  }

  /// It, asked by somebody.
  private record Cell(
      Question question,
      Call call,
      Person person,
      Viewer viewer,
      Visitor visitor,
      boolean expected) {
    Result wrong(int status) {
      return result(
          status,
          "%s as %s about %s: %d, policy says %s"
              .formatted(
                  question.sample().route(),
                  person,
                  question.subject(),
                  status,
                  expected ? "yes" : "no"));
    }

    Result result(int status, String wrong) {
      return new Result(question.isChange() && status < 400, wrong);
    }
  }

  /// @param wrong empty where it is as the policy says
  private record Result(boolean changed, String wrong) {}

  private Cell cell(Question question, Call call, Person person) {
    Viewer viewer =
        viewers.computeIfAbsent(
            person, each -> sessions.viewer(visitors.cookie(each)).orElseThrow());
    Guarded guard = question.guard();
    String condition = condition(guard.record(), guard.act(), guard.fields(), call);
    return new Cell(
        question, call, person, viewer, visitor(person), allowed(viewer, condition, call));
  }

  /// Everybody's answers. Those who change nothing ask side by side, of the same records; whoever
  /// may change something asks alone, of records made for it.
  private List<String> wrong(Question question, ExecutorService threads) throws Exception {
    Call call = question.call();
    List<Callable<Result>> together = new ArrayList<>();
    List<Person> alone = new ArrayList<>();
    for (Person person : Person.values()) {
      Cell cell = cell(question, call, person);
      if (question.isChange() && cell.expected()) {
        alone.add(person);
      } else {
        together.add(() -> ask(cell));
      }
    }
    List<Result> results = new ArrayList<>();
    for (Future<Result> result : threads.invokeAll(together)) {
      results.add(result.get());
    }
    if (results.stream().anyMatch(Result::changed)) {
      asNew();
    }
    for (Person person : alone) {
      Result result = ask(cell(question, question.call(), person));
      results.add(result);
      if (result.changed()) {
        asNew();
      }
    }
    return results.stream().map(Result::wrong).filter(wrong -> !wrong.isEmpty()).toList();
  }

  private Result ask(Cell cell) {
    Question question = cell.question();
    Call call = cell.call();
    boolean expected = cell.expected();
    HttpResponse<String> answer = send(cell.visitor(), question.method(), call);
    int status = answer.statusCode();
    if (status >= 500 || status == 401) {
      return cell.wrong(status);
    }
    if (!call.mention().isEmpty()) {
      return status == 200 && (expected || !answer.body().contains(call.mention()))
          ? cell.result(status, "")
          : cell.wrong(status);
    }
    boolean isDenial = status == 403 || status == 404;
    if (isDenial == expected) {
      return cell.wrong(status);
    }
    if (isDenial && question.sample().route().contains("{") && !mayKnow(cell)) {
      String absent =
          question
              .absent()
              .computeIfAbsent(
                  cell.person(),
                  _ -> plain(send(cell.visitor(), question.method(), call.missing())));
      if (!absent.equals(plain(answer))) {
        Result wrong = cell.wrong(status);
        return cell.result(
            status, wrong.wrong() + ", but something that is not there answers " + absent);
      }
    }
    return cell.result(status, "");
  }

  /// Whether the viewer may read any fields of the record, and so may know that it is there.
  private boolean mayKnow(Cell cell) {
    String record = cell.question().guard().record();
    String any =
        policy.rows().stream()
            .filter(row -> row.recordType().equals(record) && row.act().equals("read"))
            .map(row -> condition(record, "read", row.fields(), cell.call()))
            .distinct()
            .collect(Collectors.joining(" or "));
    return !any.isEmpty() && allowed(cell.viewer(), any, cell.call());
  }

  private String condition(String record, String act, String fields, Call call) {
    return policy.condition(record, act, fields, call.table().isEmpty() ? "x.subject" : "x");
  }

  private boolean allowed(Viewer viewer, String condition, Call call) {
    String from =
        call.table().isEmpty()
            ? "(select cast(:subject as uuid) as subject) x"
            : call.table() + " x where x.id = :subject";
    return database
        .sql("select coalesce((select " + condition + " from " + from + "), false)")
        .params(viewer.parameters())
        .param("subject", call.subject())
        .query(Boolean.class)
        .single();
  }

  /// The answer without what differs from request to request.
  private static String plain(HttpResponse<String> answer) {
    return (answer.statusCode() + " " + answer.body())
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
        .replaceAll("(content|value|hx-headers)=('[^']*'|\"[^\"]*\")", "");
  }

  /// Their browser, signed in since the company was last made; it opens a page once, for the token
  /// that every change needs.
  private Visitor visitor(Person person) {
    Visitor browser = browsers.get(person);
    if (browser == null) {
      browser = visitors.as(person);
      browser.page("/account");
      browsers.put(person, browser);
    } else if (!signedIn.contains(person)) {
      browser.session(visitors.cookie(person));
    }
    signedIn.add(person);
    return browser;
  }

  private static HttpResponse<String> send(Visitor visitor, String method, Call call) {
    if (call.isForm()) {
      String form = call.body() == null ? "" : call.body();
      return visitor.post(call.path(), form.isEmpty() ? new String[0] : form.split("[=&]", -1));
    }
    return call.path().startsWith("/api/")
        ? visitor.json(method, call.path(), call.body(), call.headers().toArray(String[]::new))
        : visitor.page(call.path(), call.headers().toArray(String[]::new));
  }

  @Test
  void aStrangerIsSentToSignInByEveryPageAndTurnedAwayByTheApi() {
    Set<String> toAnyone =
        routes().entrySet().stream()
            .filter(route -> {
              Open open = route.getValue().getMethodAnnotation(Open.class);
              return open != null && open.toAnyone();
            })
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    List<String> wrong = new ArrayList<>();
    Visitor stranger = visitors.stranger();
    stranger.page("/sign-in");
    for (String route : routes().keySet()) {
      if (toAnyone.contains(route)) {
        continue;
      }
      String method = route.substring(0, route.indexOf(' '));
      String path =
          route
              .substring(route.indexOf(' ') + 1)
              .replaceAll("\\{[^}]*}", Person.MARA.id().toString());
      HttpResponse<String> answer =
          path.startsWith("/api/")
              ? stranger.json(method, path, "{}")
              : method.equals("GET") ? stranger.page(path) : stranger.post(path);
      boolean sentAway =
          path.startsWith("/api/")
              ? answer.statusCode() == 401
              : answer.statusCode() == 302
                  && answer.headers().firstValue("Location").orElse("").startsWith("/sign-in");
      if (!sentAway) {
        wrong.add(route + ": " + answer.statusCode());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aListShowsExactlyWhatCanBeOpenedOneByOne() {
    List<ListSample> lists =
        samples.stream().flatMap(module -> module.listSamples().stream()).toList();
    assertThat(lists).isNotEmpty();
    List<String> wrong = new ArrayList<>();
    for (ListSample list : lists) {
      List<UUID> all =
          database.sql(list.all()).query((row, _) -> row.getObject(1, UUID.class)).list();
      assertThat(all).as(list.path()).isNotEmpty();
      for (Person viewer : Person.values()) {
        Set<String> listed = listed(visitor(viewer).json("GET", list.path(), null), list);
        Set<String> opened =
            all.stream()
                .filter(id ->
                    visitor(viewer)
                            .json("GET", list.single().replace("{id}", id.toString()), null)
                            .statusCode()
                        == 200)
                .map(UUID::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!listed.equals(opened)) {
          wrong.add(
              "%s as %s lists %d, of which %d can be opened"
                  .formatted(list.path(), viewer, listed.size(), opened.size()));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private Set<String> listed(HttpResponse<String> answer, ListSample list) {
    if (answer.statusCode() == 404) {
      return Set.of();
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    Set<String> ids = new TreeSet<>();
    for (JsonNode entry : json.readTree(answer.body()).path(list.entries())) {
      ids.add(entry.path(list.ids()).asString());
    }
    return ids;
  }
}
