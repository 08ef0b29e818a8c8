package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Statements;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class GoalPagesTest {
  @Autowired Goals goals;
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired Statements statements;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void theTreeShowsItsHeadsAndOpensWhatTheAddressNames() {
    UUID renew = goals.objective(Person.INES, "Utilities renew on water saved");
    UUID sites = goals.objective(Person.MARA, "New sites report within a day");
    goals.align(sites, renew, 0.7, true);
    goals.keyResult(sites, "First reading in 24 h", 40, 60);
    assertThat(titles(page("/goals"))).containsExactly("Utilities renew on water saved");
    assertThat(titles(page("/goals?open=" + renew)))
        .containsExactly("Utilities renew on water saved", "New sites report within a day");
    assertThat(page("/goals?open=" + renew + "," + sites).body())
        .contains("First reading in 24 h, 40 to 60 %");
  }

  @Test
  void whatHangsBelowAnObjectiveComesAsRows() {
    UUID renew = goals.objective(Person.INES, "Utilities renew on water saved");
    UUID sites = goals.objective(Person.MARA, "New sites report within a day");
    goals.align(sites, renew, 1, true);
    HttpResponse<String> rows =
        visitors.as(Person.RUBEN).page("/goals/" + renew + "/below?depth=2");
    assertThat(titles(rows)).containsExactly("New sites report within a day");
    assertThat(rows.body()).doesNotContain("<html").contains("aria-level=\"2\"");
  }

  @Test
  void aChildWhoseParentOneCannotSeeHeadsTheTree() {
    UUID secret =
        goals.objective(Person.INES, "Sell the pump division", "Q2 2026", "active", "named");
    UUID open = goals.objective(Person.MARA, "Document the pumps");
    goals.align(open, secret, 1, true);
    assertThat(titles(page(Person.RUBEN, "/goals"))).containsExactly("Document the pumps");
    assertThat(titles(page(Person.INES, "/goals"))).containsExactly("Sell the pump division");
  }

  @Test
  void anObjectiveInTheDrawerSaysWhatItMovesAndHowItIsCounted() {
    UUID renew = goals.objective(Person.INES, "Utilities renew on water saved");
    UUID sites = goals.objective(Person.MARA, "New sites report within a day");
    goals.align(sites, renew, 0.7, true);
    HttpResponse<String> page = page("/goals/" + sites);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("id=\"drawer\"", "70 %, its primary parent, Ines Okafor", "How this is counted");
  }

  @Test
  void anotherPersonsHiddenObjectiveIsAsAbsent() {
    UUID secret =
        goals.objective(Person.INES, "Sell the pump division", "Q2 2026", "active", "named");
    HttpResponse<String> hidden = page(Person.RUBEN, "/goals/" + secret);
    HttpResponse<String> absent = page(Person.RUBEN, "/goals/" + UUID.randomUUID());
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(whole(hidden)).isEqualTo(whole(absent));
  }

  @Test
  void searchingFindsTheBeginningsOfWordsOnEveryLevel() {
    UUID renew = goals.objective(Person.INES, "Utilities renew on water saved");
    UUID sites = goals.objective(Person.MARA, "New sites report within a day");
    goals.align(sites, renew, 1, true);
    assertThat(titles(page("/goals?q=repo+si"))).containsExactly("New sites report within a day");
    assertThat(titles(page("/goals?q=%27%3A%26%7C%21%28"))).hasSize(2);
  }

  @Test
  void aListSortsByTitleBothWaysFromPageToPage() {
    for (int i = 0; i < 60; i++) {
      goals.objective(i % 2 == 0 ? Person.MARA : Person.INES, "Objective %02d".formatted(i % 30));
    }
    for (String sort : List.of("title", "-title")) {
      List<String> all = new ArrayList<>();
      String address = "/goals?view=list&sort=" + sort;
      while (address != null) {
        HttpResponse<String> page = page(address);
        assertThat(page.body())
            .contains(
                sort.equals("title") ? "aria-sort=\"ascending\"" : "aria-sort=\"descending\"");
        all.addAll(titles(page));
        address = next(page);
      }
      assertThat(all)
          .hasSize(60)
          .isSortedAccordingTo(
              sort.equals("title") ? Comparator.naturalOrder() : Comparator.reverseOrder());
    }
  }

  @Test
  void aFilterShowsAKindOrAStateAndItsFileHoldsTheSame() {
    goals.objective(Person.MARA, "Running");
    goals.objective(Person.MARA, "Thought of", "Q2 2026", "draft", "public");
    goals.objective(Person.MARA, "Given up", "Q2 2026", "dropped", "public");
    assertThat(titles(page("/goals?state=draft"))).containsExactly("Thought of");
    assertThat(titles(page("/goals?state=dropped"))).containsExactly("Given up");
    assertThat(titles(page("/goals?kind=aspirational&view=list")))
        .containsExactly("Running", "Thought of");
    assertThat(titles(page("/goals?kind=learning"))).isEmpty();
    HttpResponse<String> drafts = page("/goals?state=draft");
    Matcher file = Pattern.compile("href=\"(/goals/export.csv[^\"]*)\"").matcher(drafts.body());
    assertThat(file.find()).isTrue();
    assertThat(page(file.group(1).replace("&amp;", "&")).body())
        .contains("Thought of")
        .doesNotContain("Running");
  }

  @Test
  void ofVeryManyWithTheWordsAPageShowsSomeAndSaysSoAndTheFileHasAll() {
    int many = GoalViewStore.MOST_IN_ORDER + 1;
    fill("Many", many);
    goals.objective(Person.MARA, "A single one");
    HttpResponse<String> some = page("/goals?view=list&q=many");
    assertThat(titles(some)).hasSize(50);
    assertThat(some.body()).contains("More than 5,000 objectives have these words");
    assertThat(page("/goals?view=list&q=single").body()).doesNotContain("More than 5,000");
    Matcher file = Pattern.compile("href=\"(/goals/export.csv[^\"]*)\"").matcher(some.body());
    assertThat(file.find()).isTrue();
    assertThat(page(file.group(1).replace("&amp;", "&")).body().lines().count())
        .as("a header and a line each")
        .isEqualTo(1 + many);
  }

  @Test
  void aMapCountsNoMoreThanAHundredThatDoNotShow() {
    UUID top = goals.objective(Person.INES, "No town is short of water");
    fill("Below", 250);
    database
        .sql(
            """
            insert into alignment (child, parent, share, is_primary, state)
            select id, :top, 1, true, 'agreed' from objective where title like 'Below %'
            """)
        .param("top", top)
        .update();
    assertThat(page("/goals/map?focus=" + top).body())
        .contains("At least 100 more around it", ">99+<");
  }

  private void fill(String word, int objectives) {
    database
        .sql(
            """
            insert into objective (id, cycle, title, kind, owner_person, accountable, visibility, state, created_by,
              created_at)
            select gen_random_uuid(), :cycle, :word || ' ' || n, 'aspirational', :owner, :owner, 'public', 'active', :owner,
              now()
            from generate_series(1, :many) n
            """)
        .param("cycle", Company.cycle("Q2 2026"))
        .param("owner", Person.MARA.id())
        .param("word", word)
        .param("many", objectives)
        .update();
  }

  private static @Nullable String next(HttpResponse<String> page) {
    Matcher next = Pattern.compile("href=\"(/goals\\?[^\"]*after=[^\"]*)\"").matcher(page.body());
    return next.find() ? next.group(1).replace("&amp;", "&") : null;
  }

  @Test
  void scopesShowMineAndMyTeams() {
    goals.objective(Person.INES, "Utilities renew on water saved");
    goals.objective(Person.MARA, "New sites report within a day");
    goals.objective(Person.JONAS, "Installers finish without calling");
    assertThat(titles(page(Person.MARA, "/goals?scope=mine")))
        .containsExactly("New sites report within a day");
    assertThat(titles(page(Person.MARA, "/goals?scope=team")))
        .containsExactly("Installers finish without calling", "New sites report within a day");
    assertThat(titles(page(Person.MARA, "/goals"))).hasSize(3);
  }

  @Test
  void aPageHoldsFiftyAndTheNextGoesOn() {
    for (int i = 0; i < 60; i++) {
      goals.objective(Person.MARA, "Objective %02d".formatted(i));
    }
    HttpResponse<String> first = page("/goals?view=list");
    assertThat(titles(first)).hasSize(50).startsWith("Objective 00").endsWith("Objective 49");
    assertThat(titles(page(Objects.requireNonNull(next(first)))))
        .hasSize(10)
        .endsWith("Objective 59");
  }

  @Test
  void theMapShowsTwoStepsAroundMyWorkAndTheSameAsAList() {
    UUID far = goals.objective(Person.INES, "Three steps away");
    UUID top = goals.objective(Person.INES, "No town is short of water");
    UUID renew = goals.objective(Person.PRISCILLA, "Utilities renew on water saved");
    UUID sites = goals.objective(Person.MARA, "New sites report within a day");
    UUID install = goals.objective(Person.JONAS, "Installers finish without calling");
    goals.align(top, far, 1, true);
    goals.align(renew, top, 1, true);
    goals.align(sites, renew, 0.7, true);
    goals.align(install, sites, 0.6, true);
    String map = page("/goals/map").body();
    assertThat(map)
        .contains("class=\"card focus\"", "70 %", "60 %", "70 % to Utilities renew on water saved")
        .contains("No town is short of water")
        .doesNotContain("Three steps away");
    assertThat(map.split("class=\"flow", -1)).hasSize(4);
    assertThat(page("/goals/map?focus=" + far).body()).contains("Three steps away");
    assertThat(page("/goals/map?focus=" + UUID.randomUUID()).statusCode()).isEqualTo(404);
  }

  @Test
  void theMapKeepsWhatIsHiddenHidden() {
    UUID secret =
        goals.objective(Person.INES, "Sell the pump division", "Q2 2026", "active", "named");
    UUID mine = goals.objective(Person.RUBEN, "Document the pumps");
    goals.align(mine, secret, 1, true);
    assertThat(page(Person.RUBEN, "/goals/map").body())
        .contains("Document the pumps")
        .doesNotContain("Sell the pump", "more around");
    assertThat(page(Person.RUBEN, "/goals/" + mine).body())
        .contains("One more that you cannot see.")
        .doesNotContain("Sell the pump");
  }

  @Test
  void theTimelineAndTheSummaryShowTheCycle() {
    UUID sites = goals.objective(Person.MARA, "New sites report within a day");
    goals.keyResult(sites, "First reading in 24 h", 40, 60);
    assertThat(page("/goals/timeline").body())
        .contains("New sites report within a day", "planned until");
    assertThat(page("/goals/summary").body())
        .contains(
            "One objective in Q2 2026.",
            "One hangs in the air:",
            "0 of 1 key results have baseline");
  }

  @Test
  void noPageCostsMoreThanSevenStatementsWhateverItShows() {
    UUID head = goals.objective(Person.INES, "Utilities renew on water saved");
    for (int i = 0; i < 30; i++) {
      UUID child = goals.objective(Person.MARA, "Objective " + i);
      goals.align(child, head, 1, true);
      goals.keyResult(child, "One", 0, 10);
      goals.keyResult(child, "Two", 0, 10);
      goals.objective(Person.JONAS, "Another " + i);
    }
    for (String address :
        List.of(
            "/goals",
            "/goals?view=list",
            "/goals?scope=mine",
            "/goals?scope=team&view=list",
            "/goals?q=objective",
            "/goals?open=" + head,
            "/goals/" + head + "?open=" + head,
            "/goals/" + head + "/below?depth=2",
            "/goals/map",
            "/goals/map?focus=" + head,
            "/goals/timeline",
            "/goals/summary",
            "/goals/export.csv")) {
      assertThat(page(address).statusCode()).isEqualTo(200);
      assertThat(statements.of(address)).as(address).hasSizeBetween(2, 7);
    }
  }

  /// A page without what differs between any two: its own address and the form token.
  private static String whole(HttpResponse<String> page) {
    return page.body()
        .replaceAll("goals/[0-9a-f-]{36}", "goals/")
        .replaceAll("(token\" content=|_csrf\" value=|X-XSRF-TOKEN\": )\"[^\"]*\"", "");
  }

  private HttpResponse<String> page(String path) {
    return page(Person.MARA, path);
  }

  private HttpResponse<String> page(Person person, String path) {
    return visitors.as(person).page(path);
  }

  private static List<String> titles(HttpResponse<String> page) {
    Matcher title =
        Pattern.compile(
                "<a class=\"plain strong\" data-drawer href=\"[^\"]*\">([^<]*)</a>\\s*(?:<span class=\"plus|<span class=\"chip|<span class=\"meta|</span>)")
            .matcher(page.body());
    List<String> titles = new ArrayList<>();
    while (title.find()) {
      titles.add(title.group(1));
    }
    return titles;
  }
}
