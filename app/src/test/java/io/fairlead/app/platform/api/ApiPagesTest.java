package io.fairlead.app.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pages of `docs/api`: every request that stands there is sent as it stands, and the answer
/// below it is what the server answers. With `FAIRLEAD_WRITE_DOCS=true` the answers and the tables
/// of routes are written.
@AppTest
class ApiPagesTest {
  private static final Path PAGES = Path.of("..", "docs", "api");
  private static final boolean WRITE = "true".equals(System.getenv("FAIRLEAD_WRITE_DOCS"));
  private static final Pattern ROUTES =
      Pattern.compile("(<!-- routes(?<prefixes>[^>]*) -->\n).*?(<!-- end -->)", Pattern.DOTALL);
  private static final Pattern SCOPE = Pattern.compile("Scope: `([a-z:-]+)`");

  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired ApiClient programs;
  @Autowired TestClock clock;
  @Autowired JsonMapper json;

  private JsonNode description;

  @BeforeEach
  void asNew() {
    company.reset();
    description =
        json.readTree(visitors.as(Person.MARA).json("GET", "/api/v1/openapi.json", null).body());
  }

  @Test
  void everyAnswerOnThePagesIsWhatTheServerAnswers() throws IOException {
    for (Path page : pages()) {
      company.reset();
      String written = Files.readString(page);
      String current =
          new RecordedPage(visitors.address(), this::token, clock, json).recorded(written);
      keep(page, written, current);
    }
  }

  @Test
  void everyRouteStandsOnOnePage() throws IOException {
    Map<String, String> routes = routes();
    List<String> named = new ArrayList<>();
    for (Path page : pages()) {
      String written = Files.readString(page);
      String current =
          ROUTES
              .matcher(written)
              .replaceAll(table -> {
                List<String> prefixes =
                    List.of(((Matcher) table).group("prefixes").strip().split(" +"));
                Map<String, String> here = new LinkedHashMap<>(routes);
                here.keySet().removeIf(route -> !isBelow(route, prefixes));
                named.addAll(here.keySet());
                return Matcher.quoteReplacement(table.group(1) + table(here) + table.group(3));
              });
      keep(page, written, current);
    }
    assertThat(named).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(named)).isEqualTo(new TreeSet<>(routes.keySet()));
  }

  private static boolean isBelow(String route, List<String> prefixes) {
    String path = route.substring(route.indexOf(' ') + 1);
    return prefixes.stream()
        .anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
  }

  private static String table(Map<String, String> routes) {
    return routes.entrySet().stream()
        .map(route -> "| `%s` | `%s` |\n".formatted(route.getKey(), route.getValue()))
        .collect(Collectors.joining("", "| request | scope |\n|---|---|\n", ""));
  }

  /// Every route of the description with its scope, by path.
  private Map<String, String> routes() {
    Map<String, String> byPath = new TreeMap<>();
    description
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(operation -> {
                  Matcher scope =
                      SCOPE.matcher(operation.getValue().path("description").asString(""));
                  byPath.put(
                      path.getKey() + " " + operation.getKey(), scope.find() ? scope.group(1) : "");
                }));
    Map<String, String> routes = new LinkedHashMap<>();
    byPath.forEach((key, scope) -> {
      String[] parts = key.split(" ");
      routes.put(parts[1].toUpperCase(java.util.Locale.ROOT) + " " + parts[0], scope);
    });
    return routes;
  }

  /// A token of the person for everything.
  private String token(Person person) {
    String[] scopes =
        new TreeSet<>(routes().values())
            .stream().filter(scope -> !scope.isEmpty()).toArray(String[]::new);
    return programs.as(person, scopes).token();
  }

  private static void keep(Path page, String written, String current) throws IOException {
    if (WRITE) {
      Files.writeString(page, current);
      return;
    }
    assertThat(written)
        .as(page + " is out of step; run this test with FAIRLEAD_WRITE_DOCS=true")
        .isEqualTo(current);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }
}
