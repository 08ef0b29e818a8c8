package io.fairlead.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody of each role walks through the whole demo company by what its pages link to, and then
/// tries what the others found. Nothing linked is denied, nothing breaks, and no page holds what
/// the policy keeps from its reader.
@AppTest
class EveryRoleTest {
  private static final Pattern LINK =
      Pattern.compile("(?:href|hx-get|action)=\"(/[^\"#]*)(?:#[^\"]*)?\"");
  private static final Pattern NO_PAGE =
      Pattern.compile("/(assets|sign-out|sign-in|undo|api)(/.*)?|.*\\.(css|js|woff2|svg|ico|png)");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
  private static final int OF_EACH_KIND = 2;
  private static final int SHORTEST_SECRET = 12;

  @Autowired DemoFilling filling;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired Visitors visitors;
  @Autowired Policy policy;
  @Autowired JdbcClient database;

  private static boolean filled;
  private final Map<String, Viewer> people = new LinkedHashMap<>();

  @BeforeEach
  void filledOnce() {
    clock.set(TODAY);
    if (!filled) {
      company.empty();
      filling.fillIfEmpty(_ -> {});
      filled = true;
    }
    for (Role role : Role.values()) {
      people.put(role.code(), holder(role));
    }
    people.put("manager", nobodySpecial("max(l.depth) >= 1"));
    people.put("person", nobodySpecial("max(l.depth) = 0"));
  }

  private Viewer holder(Role role) {
    UUID person =
        database
            .sql("select person from role_grant where role = ? order by person limit 1")
            .param(role.code())
            .query(UUID.class)
            .single();
    return viewer(person);
  }

  private Viewer nobodySpecial(String reach) {
    return viewer(
        database
            .sql(
                """
                select l.above from line_of l
                where l.above not in (select person from role_grant)
                group by l.above having %s order by l.above limit 1
                """
                    .formatted(reach))
            .query(UUID.class)
            .single());
  }

  private Viewer viewer(UUID person) {
    Set<Role> roles =
        Stream.of(Role.values())
            .filter(role ->
                !database
                    .sql("select from role_grant where person = ? and role = ?")
                    .params(person, role.code())
                    .query()
                    .listOfRows()
                    .isEmpty())
            .collect(Collectors.toSet());
    List<UUID> units =
        database
            .sql("select unit from role_grant where unit is not null and person = ?")
            .param(person)
            .query((row, _) -> row.getObject(1, UUID.class))
            .list();
    return new Viewer(person, "", roles, Set.copyOf(units), Set.of(), TODAY);
  }

  private Visitor visitor(Viewer viewer) {
    return visitors.with(visitors.cookie(viewer.person()));
  }

  /// All that somebody gets to see by following links from the first page, by its address.
  private Map<String, String> walk(String role, Visitor visitor, List<String> wrong) {
    Map<String, String> pages = new LinkedHashMap<>();
    Map<String, Integer> ofKind = new HashMap<>();
    Set<String> known = new HashSet<>(Set.of("/"));
    Deque<String> ahead = new ArrayDeque<>(known);
    Map<String, String> linkedFrom = new HashMap<>();
    while (!ahead.isEmpty()) {
      String path = ahead.poll();
      HttpResponse<String> answer = visitor.page(path);
      if (answer.statusCode() != 200 && answer.statusCode() / 100 != 3) {
        wrong.add(
            "%s: %s, linked from %s, answers %d"
                .formatted(role, path, linkedFrom.get(path), answer.statusCode()));
        continue;
      }
      pages.put(path, plain(answer.body()));
      for (String link : links(answer)) {
        if (known.add(link) && ofKind.merge(kind(link), 1, Integer::sum) <= OF_EACH_KIND) {
          linkedFrom.put(link, path);
          ahead.add(link);
        }
      }
    }
    return pages;
  }

  private static Set<String> links(HttpResponse<String> answer) {
    Set<String> links = new LinkedHashSet<>();
    answer.headers().firstValue("Location").ifPresent(links::add);
    Matcher matcher = LINK.matcher(answer.body());
    while (matcher.find()) {
      boolean isForm = matcher.group().startsWith("action");
      String link = plain(matcher.group(1));
      if (!isForm && !NO_PAGE.matcher(link.replaceFirst("\\?.*", "")).matches()) {
        links.add(link);
      }
    }
    return links;
  }

  private static String kind(String link) {
    return link.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
        .replaceAll("=[^&]*", "")
        .replaceAll("\\d+", "N");
  }

  private static String plain(String html) {
    return html.replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  /// What the viewer may not read, unless the same words stand in something that they may.
  private List<String> secrets(Viewer viewer) {
    String goal = policy.condition("objective", "read", "goal", "o");
    String contact = policy.condition("person", "read", "contact", "i.person");
    List<String> hidden =
        texts(
            viewer,
            """
            select o.title from objective o where not coalesce(GOAL, false)
            union select o.why from objective o where not coalesce(GOAL, false)
            union select c.note from check_in c join key_result k on k.id = c.key_result
              join objective o on o.id = k.objective where not coalesce(GOAL, false)
            union select i.email from identity i where not coalesce(CONTACT, false)
            """
                .replace("GOAL", goal)
                .replace("CONTACT", contact));
    List<String> shown =
        texts(
            viewer,
            """
            select o.title from objective o where GOAL
            union select o.why from objective o where GOAL
            union select c.note from check_in c join key_result k on k.id = c.key_result
              join objective o on o.id = k.objective where GOAL
            """
                .replace("GOAL", goal));
    String all = String.join("\n", shown);
    return hidden.stream()
        .filter(text -> text.length() >= SHORTEST_SECRET && !all.contains(text))
        .toList();
  }

  private List<String> texts(Viewer viewer, String sql) {
    return database
        .sql(sql)
        .params(viewer.parameters())
        .query((row, _) -> Objects.requireNonNullElse(row.getString(1), ""))
        .list();
  }

  @Test
  void nothingLinkedIsDeniedNothingBreaksAndNoPageHoldsWhatItsReaderMayNotRead() {
    List<String> wrong = new ArrayList<>();
    Set<String> addresses = new LinkedHashSet<>();
    Map<String, Integer> walked = new LinkedHashMap<>();
    for (Map.Entry<String, Viewer> each : people.entrySet()) {
      Map<String, String> pages = walk(each.getKey(), visitor(each.getValue()), wrong);
      walked.put(each.getKey(), pages.size());
      addresses.addAll(pages.keySet());
      leaks(each.getKey(), each.getValue(), pages, wrong);
    }
    for (Map.Entry<String, Viewer> each : people.entrySet()) {
      Visitor visitor = visitor(each.getValue());
      Map<String, String> pages = new LinkedHashMap<>();
      for (String address : oneOfEachKind(addresses)) {
        HttpResponse<String> answer = visitor.page(address);
        pages.put(address, plain(answer.body()));
        if (answer.statusCode() >= 400
            && answer.statusCode() != 403
            && answer.statusCode() != 404) {
          wrong.add("%s: %s answers %d".formatted(each.getKey(), address, answer.statusCode()));
        }
      }
      leaks(each.getKey(), each.getValue(), pages, wrong);
    }
    assertThat(wrong).as("pages walked: " + walked).isEmpty();
    assertThat(walked.values()).allMatch(pages -> pages > 40);
  }

  private static List<String> oneOfEachKind(Set<String> addresses) {
    return List.copyOf(
        addresses.stream()
            .collect(
                Collectors.toMap(EveryRoleTest::kind, it -> it, (a, b) -> a, LinkedHashMap::new))
            .values());
  }

  private void leaks(String role, Viewer viewer, Map<String, String> pages, List<String> wrong) {
    List<String> secrets = secrets(viewer);
    if (!viewer.has(Role.PEOPLE_OPS)) {
      assertThat(secrets).as("there is something to hide from " + role).isNotEmpty();
    }
    pages.forEach((address, body) ->
        secrets.stream()
            .filter(body::contains)
            .filter(secret -> !isSignInAddress(secret, address))
            .limit(3)
            .forEach(secret -> wrong.add("%s reads “%s” on %s".formatted(role, secret, address))));
  }

  /// Whoever keeps the accounts sees with which address each signs in, and there only.
  private static boolean isSignInAddress(String secret, String address) {
    return secret.contains("@") && address.startsWith("/studio/access");
  }

  @Test
  void anObjectiveOpensForExactlyThoseWhomThePolicyLetsReadIt() {
    List<String> wrong = new ArrayList<>();
    List<UUID> objectives =
        database
            .sql(
                """
                select id from (
                  select id, row_number() over (partition by visibility, state, owner_person is null order by id) as nth
                  from objective) o where nth <= 2 order by id
                """)
            .query((row, _) -> row.getObject(1, UUID.class))
            .list();
    String condition = policy.condition("objective", "read", "goal", "o");
    for (Map.Entry<String, Viewer> each : people.entrySet()) {
      Visitor visitor = visitor(each.getValue());
      Set<UUID> readable =
          new HashSet<>(
              database
                  .sql("select o.id from objective o where " + condition)
                  .params(each.getValue().parameters())
                  .query((row, _) -> row.getObject(1, UUID.class))
                  .list());
      for (UUID objective : objectives) {
        int expected = readable.contains(objective) ? 200 : 404;
        for (String part : Arrays.asList("", "/roll-up", "/history")) {
          int status = visitor.page("/goals/" + objective + part).statusCode();
          if (status != expected && !(status == 404 && !part.isEmpty())) {
            wrong.add(
                "%s: /goals/%s%s answers %d".formatted(each.getKey(), objective, part, status));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(objectives).hasSizeGreaterThan(12);
  }

  @Test
  void whoeverSearchesFindsAndCountsWhatTheyMayReadAndNothingElse() {
    String goal = policy.condition("objective", "read", "goal", "o");
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Viewer> each : people.entrySet()) {
      Visitor visitor = visitor(each.getValue());
      List<String> hidden =
          texts(
              each.getValue(),
              """
              select distinct o.title from objective o where not coalesce(GOAL, false)
                and o.title not in (select known.title from objective known where READABLE) order by 1 limit 5
              """
                  .replace("GOAL", goal)
                  .replace("READABLE", policy.condition("objective", "read", "goal", "known")));
      for (String title : hidden) {
        String words = URLEncoder.encode(title, StandardCharsets.UTF_8);
        for (String address :
            List.of("/search?q=" + words, "/goals?scope=all&q=" + words, "/people?q=" + words)) {
          String found = plain(visitor.page(address).body());
          if (found.replace("value=\"" + title, "").replace("“" + title, "").contains(title)) {
            wrong.add("%s finds “%s” at %s".formatted(each.getKey(), title, address));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
