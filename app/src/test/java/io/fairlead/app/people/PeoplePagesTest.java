package io.fairlead.app.people;

import static io.fairlead.app.testing.Person.DEV;
import static io.fairlead.app.testing.Person.ELIF;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class PeoplePagesTest {
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired PeopleImport imports;
  @Autowired DataSource source;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void theChartLeadsToOneselfAndTheListNamesOnesReports() {
    String page = visitors.as(MARA).page("/people").body();
    assertThat(page)
        .contains("<h1 class=\"\">14 people, 4 layers</h1>")
        .contains("aria-label=\"Mara Lindqvist, Activation, 3\" aria-current=\"true\"")
        .contains("aria-label=\"Ines Okafor, Brightwell, 13\"")
        .contains("Jonas Beck")
        .contains("1 March 2023");
    assertThat(visitors.as(RUBEN).page("/people?focus=" + MARA.id()).body())
        .contains("Jonas Beck")
        .doesNotContain("1 March 2023");
  }

  @Test
  void aSearchListsThoseWhoMatch() {
    assertThat(visitors.as(RUBEN).page("/people?q=writer").body())
        .contains("Aiko Mori")
        .doesNotContain("Dev Patel");
  }

  @Test
  void aPersonShowsWhatTheViewerMayReadAndNothingElse() {
    assertThat(visitors.as(RUBEN).page("/people/" + JONAS.id()).body())
        .contains("Activation", "Mara Lindqvist")
        .doesNotContain("jonas@brightwell.example", "1 March 2023", "/edit");
    assertThat(visitors.as(MARA).page("/people/" + JONAS.id()).body())
        .contains("jonas@brightwell.example", "1 March 2023");
    assertThat(visitors.as(RUBEN).page("/people/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
  }

  @Test
  void peopleOperationsChangeAPersonAndAStaleFormIsRefusedWithWhatWasTyped() {
    Visitor elif = visitors.as(ELIF);
    String address = "/people/" + JONAS.id();
    assertThat(elif.page(address + "/edit").body()).contains("value=\"Jonas Beck\"");
    String[] form = {
      "version",
      "1",
      "name",
      "Jonas Mori",
      "email",
      JONAS.email(),
      "title",
      "Sage",
      "unit",
      Company.unit("Sales").toString(),
      "attributeName",
      "Shoe size",
      "attributeValue",
      "43"
    };
    assertThat(elif.post(address + "/edit", form).headers().firstValue("Location"))
        .hasValue(address);
    assertThat(elif.page(address).body()).contains("Jonas Mori", "Sage", "Shoe size", "43");
    HttpResponse<String> stale =
        elif.post(
            address + "/edit",
            "version",
            "1",
            "name",
            "Jonas Beck",
            "email",
            JONAS.email(),
            "title",
            "Clerk",
            "base.name",
            "Jonas Beck",
            "base.email",
            JONAS.email(),
            "base.title",
            JONAS.title(),
            "unit",
            Company.unit("Activation").toString(),
            "base.unit",
            Company.unit("Activation").toString());
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(stale.body())
        .contains("Someone changed this", "name=\"choose-title\"", "Sage", "value=\"Clerk\"")
        .contains("value=\"Jonas Mori\"")
        .doesNotContain("choose-name", "choose-unit");
    assertThat(elif.post(address + "/line", "version", "2", "manager", "Henrik Dahl").statusCode())
        .isEqualTo(302);
    assertThat(elif.page(address).body()).contains("Henrik Dahl");
    assertThat(elif.post(address + "/line", "version", "3", "manager", "Nobody Known").body())
        .contains("No one person is meant");
  }

  @Test
  void theListIsExportedWithFormulasMadeHarmless() {
    Visitor elif = visitors.as(ELIF);
    elif.page("/people/new");
    elif.post("/people/new", "name", "=cmd()", "email", "cell@brightwell.example");
    assertThat(elif.page("/people.csv").body()).contains("'=cmd()", "cell@brightwell.example");
    assertThat(visitors.as(RUBEN).page("/people.csv").body())
        .contains("'=cmd()")
        .doesNotContain("cell@brightwell.example");
  }

  @Test
  void aFileIsPastedLookedAtAppliedAndUndone() {
    Visitor elif = visitors.as(ELIF);
    assertThat(elif.page("/people/import").statusCode()).isEqualTo(200);
    assertThat(elif.post("/people/import", "pasted", "<html>", "absent", "stay").body())
        .contains("This is a web page");
    HttpResponse<String> sent =
        elif.post(
            "/people/import",
            "pasted",
            "name,email,manager_email\nOla,ola@x.example,jonas@brightwell.example\nBad,bad,\n",
            "absent",
            "stay");
    String address = sent.headers().firstValue("Location").orElseThrow();
    UUID run = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    assertThat(elif.page(address).body()).contains("every 1s");
    imports.proceed(run);
    assertThat(elif.page(address).body())
        .contains("One address is not a mail address", "Row 3:", "Apply the good and park 1 row");
    assertThat(elif.page(address + "/parked.csv").body()).contains("Bad,bad,,email: ");
    assertThat(elif.post(address + "/application", "choice", "all").body())
        .contains("One row is wrong");
    elif.post(address + "/application", "choice", "good");
    imports.proceed(run);
    assertThat(elif.page(address).body()).contains("Applied", "Undo this import");
    assertThat(elif.page("/people?q=ola").body()).contains("Ola");
    elif.post(address + "/reversal");
    assertThat(elif.page(address).body()).contains("Putting back what stood before", "every 1s");
    imports.proceed(run);
    assertThat(elif.page(address).body()).contains("Undone");
    assertThat(visitors.as(MARA).page("/people/import").statusCode()).isEqualTo(403);
    assertThat(visitors.as(MARA).page(address).statusCode()).isEqualTo(404);
  }

  @Test
  void theApiTakesAFileAtOnceAndTellsHowFarItIs() {
    Visitor elif = visitors.as(ELIF);
    elif.page("/people");
    HttpResponse<String> sent =
        elif.json(
            "POST",
            "/api/v1/people/imports?absent=stay",
            "name,email\nOla,ola@x.example\nPia,pia\n");
    assertThat(sent.statusCode()).isEqualTo(202);
    assertThat(sent.body()).contains("\"state\":\"checking\"");
    String address = sent.headers().firstValue("Location").orElseThrow();
    UUID run = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    imports.proceed(run);
    assertThat(elif.json("GET", address, null).body())
        .contains("\"state\":\"ready\"", "\"newPeople\":1", "\"problemRows\":1");
    assertThat(elif.json("GET", address + "/problems", null).body())
        .contains("\"row\":3", "malformed-address");
    assertThat(elif.json("POST", address + "/application", "{}").statusCode()).isEqualTo(409);
    assertThat(elif.json("POST", address + "/application", "{\"choice\":\"good\"}").statusCode())
        .isEqualTo(202);
    imports.proceed(run);
    assertThat(elif.json("POST", address + "/reversal", null).statusCode()).isEqualTo(202);
    assertThat(elif.json("GET", address, null).body())
        .contains("\"state\":\"undoing\"", "\"busy\":true");
    imports.proceed(run);
    assertThat(elif.json("GET", address, null).body()).contains("\"state\":\"undone\"");
  }

  @Test
  void theApiListsImportsNewestFirstAndThrowsAwayWhatIsNotWanted() {
    Visitor elif = visitors.as(ELIF);
    elif.page("/people");
    List<String> addresses =
        Stream.of("first", "second", "third")
            .map(name ->
                elif.json(
                        "POST",
                        "/api/v1/people/imports?absent=stay&name=" + name + ".csv",
                        "name,email\nOla,ola@x.example\n")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow())
            .toList();
    String newest = elif.json("GET", "/api/v1/people/imports?limit=2", null).body();
    assertThat(newest).containsSubsequence("third.csv", "second.csv").doesNotContain("first.csv");
    String next = newest.replaceFirst("(?s).*\"next\":\"([^\"]+)\".*", "$1");
    assertThat(elif.json("GET", "/api/v1/people/imports?cursor=" + next, null).body())
        .contains("first.csv")
        .doesNotContain("second.csv");
    assertThat(elif.json("DELETE", addresses.getFirst(), null).statusCode()).isEqualTo(409);
    imports.proceed(UUID.fromString(addresses.getFirst().replaceFirst(".*/", "")));
    assertThat(elif.json("DELETE", addresses.getFirst(), null).body())
        .contains("\"state\":\"discarded\"");
    assertThat(
            elif.json("POST", addresses.getFirst() + "/application", "{\"choice\":\"all\"}")
                .statusCode())
        .isEqualTo(409);
    Visitor mara = visitors.as(MARA);
    mara.page("/people");
    assertThat(mara.json("GET", "/api/v1/people/imports", null).statusCode()).isEqualTo(403);
    assertThat(mara.json("DELETE", addresses.getLast(), null).statusCode()).isIn(403, 404);
  }

  @Test
  void whoWouldWaitForALongImportIsToldSoAndLosesNothing() throws Exception {
    Visitor elif = visitors.as(ELIF);
    elif.page("/people/" + JONAS.id());
    try (Connection importing = source.getConnection();
        Statement lock = importing.createStatement()) {
      importing.setAutoCommit(false);
      lock.execute("select pg_advisory_xact_lock(hashtext('fairlead.lines'))");
      HttpResponse<String> refused = departure(elif);
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.body()).contains("\"code\":\"busy-elsewhere\"", "try again");
    }
    assertThat(departure(elif).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> departure(Visitor visitor) {
    return visitor.json(
        "POST",
        "/api/v1/people/" + JONAS.id() + "/departure",
        "{\"lastDay\": \"2026-06-30\"}",
        "If-Match",
        "\"1\"");
  }

  @Test
  void aTeamIsMadeFilledAndEndedByWhoLeadsPeople() {
    Visitor mara = visitors.as(MARA);
    mara.page("/teams/new");
    String address =
        mara.post("/teams/new", "name", "Porto pilot", "purpose", "Ports", "lead", "Mara Lindqvist")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(mara.post(address + "/members", "person", "Ruben Castel").statusCode())
        .isEqualTo(302);
    assertThat(mara.page(address).body()).contains("Ruben Castel", "Ports");
    assertThat(mara.post(address + "/members", "person", "Ruben Castel").body())
        .contains("They are in this team already.");
    Visitor dev = visitors.as(DEV);
    assertThat(dev.page("/teams").body()).contains("Porto pilot");
    assertThat(dev.post(address + "/members", "person", "Dev Patel").statusCode()).isEqualTo(403);
    assertThat(mara.post(address + "/end", "version", "1").statusCode()).isEqualTo(302);
    assertThat(mara.page(address).body()).contains("It ended on");
  }

  @Test
  void whatTwoPeopleChangeInOnePersonIsBroughtTogetherFieldByField() {
    Visitor elif = visitors.as(ELIF);
    String address = "/people/" + JONAS.id();
    elif.page(address + "/edit");
    String unit = Company.unit("Activation").toString();
    String[] base = {
      "version",
      "1",
      "base.name",
      "Jonas Beck",
      "base.email",
      JONAS.email(),
      "base.title",
      JONAS.title(),
      "base.unit",
      unit,
      "unit",
      unit,
      "email",
      JONAS.email()
    };
    assertThat(
            elif.post(
                    address + "/edit",
                    with(
                        base,
                        "name",
                        "Jonas Beck",
                        "title",
                        "Sage",
                        "attributeName",
                        "Desk",
                        "attributeValue",
                        "4"))
                .statusCode())
        .isEqualTo(302);
    assertThat(
            elif.post(address + "/edit", with(base, "name", "Jonas Mori", "title", JONAS.title()))
                .statusCode())
        .isEqualTo(302);
    assertThat(elif.page(address).body()).contains("Jonas Mori", "Sage", "Desk");
    assertThat(
            elif.post(
                    address + "/line",
                    "version",
                    "1",
                    "manager",
                    "Henrik Dahl",
                    "base.manager",
                    "Mara Lindqvist")
                .statusCode())
        .isEqualTo(302);
    HttpResponse<String> clash =
        elif.post(
            address + "/line",
            "version",
            "1",
            "manager",
            "Ines Okafor",
            "base.manager",
            "Mara Lindqvist");
    assertThat(clash.statusCode()).isEqualTo(412);
    assertThat(clash.body()).contains("choose-manager", "Henrik Dahl", "Ines Okafor");
  }

  private static String[] with(String[] some, String... more) {
    return java.util.stream.Stream.concat(
            java.util.Arrays.stream(some), java.util.Arrays.stream(more))
        .toArray(String[]::new);
  }

  @Test
  void aFormSentTwiceHiresOnce() {
    Visitor elif = visitors.as(ELIF);
    elif.page("/people/new");
    String[] form = {"name", "Twice", "email", "twice@brightwell.example", "key", "one-key"};
    String first = elif.post("/people/new", form).headers().firstValue("Location").orElseThrow();
    assertThat(elif.post("/people/new", form).headers().firstValue("Location")).hasValue(first);
  }

  @Test
  void everybodyIsListedSortedFilteredAndExportedAsListed() {
    Visitor elif = visitors.as(ELIF);
    String sorted = elif.page("/people?view=all&sort=-name").body();
    assertThat(sorted.indexOf("Yuki Tanabe")).isPositive().isLessThan(sorted.indexOf("Aiko Mori"));
    String sales = elif.page("/people?unit=" + Company.unit("Sales")).body();
    assertThat(sales).contains("Priscilla Moreno").doesNotContain("Aiko Mori");
    assertThat(elif.page("/people.csv?sort=name&unit=" + Company.unit("Sales")).body())
        .contains("Priscilla Moreno")
        .doesNotContain("Aiko Mori");
    assertThat(elif.page("/people.csv?focus=" + MARA.id()).body())
        .contains("Jonas Beck")
        .doesNotContain("Ines Okafor");
    assertThat(elif.page("/people.xlsx").headers().firstValue("Content-Type").orElseThrow())
        .contains("spreadsheetml");
  }

  @Test
  void aDayInThePastShowsWhoManagedThen() {
    Visitor elif = visitors.as(ELIF);
    String address = "/people/" + JONAS.id();
    elif.page(address + "/edit");
    elif.post(address + "/line", "version", "1", "manager", "Henrik Dahl");
    assertThat(elif.page(address).body()).contains(">Henrik Dahl</a></dd>");
    assertThat(elif.page(address + "?on=2026-03-01").body()).contains(">Mara Lindqvist</a></dd>");
    assertThat(elif.page("/people.csv?on=2026-03-01&focus=" + MARA.id()).body())
        .contains("Jonas Beck");
    assertThat(elif.page("/people.csv?focus=" + MARA.id()).body()).doesNotContain("Jonas Beck");
    assertThat(elif.page(address + "?on=2020-01-01").body())
        .contains("They did not work here on 1 January 2020.");
  }

  @Test
  void searchFindsPeople() {
    assertThat(visitors.as(RUBEN).page("/search?q=jon").body())
        .contains("Jonas Beck", "/people/" + JONAS.id());
  }
}
