package io.fairlead.app.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Journey 11 of the experience: 3,000 rows, 19 of them wrong from three causes, are reconciled and
/// then undone, on pages alone. Controls are found by the names one reads.
@BrowserTest
class ImportJourneyTest {
  private static final int ROWS = 3_000;
  private static final List<String> TABLES =
      List.of(
          "identity",
          "employment",
          "reporting_line",
          "line_of",
          "unit",
          "unit_line",
          "team",
          "membership");

  @Autowired Company company;
  @Autowired PeopleImport imports;
  @Autowired People people;
  @Autowired JdbcClient database;
  @TempDir Path folder;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @ParameterizedTest
  @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK"})
  void threeThousandRowsWithNineteenWrongAreReconciledAndUndone(
      int width, ColorScheme scheme, Browsing browsing) throws IOException {
    Instant began = Instant.now();
    Map<String, String> before = everything();
    Page page = browsing.as(Person.ELIF);
    page.setViewportSize(width, 844);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));

    page.navigate("/people");
    link(page, "Import").click();
    page.getByLabel("Choose a file").setInputFiles(written("people.csv", file()));
    button(page, "See what would change").click();
    waitFor(page, "Comparing with what is known", "Nothing has changed yet.");
    assertThat(figures(page))
        .isEqualTo(
            "New 2,967, Changed 1, Unchanged 13, Leaving 0, Rows that are wrong 19, People whose manager waits 5");
    assertThat(page.locator("summary").allInnerTexts())
        .containsExactly(
            "10 dates are not understood",
            "5 managers are not known",
            "4 rows share their address with another");
    page.getByText("5 managers are not known").click();
    assertThat(page.getByText("Row 2502:"))
        .containsText("manager_email: nobody has the address gone@x.example");
    assertThat(button(page, "Apply all")).hasCount(0);
    String first = page.url();

    Path parked = downloaded(page);
    button(page, "Apply the good and park 19 rows").click();
    waitFor(page, "Applying", "Applied");
    assertThat(headcount()).isEqualTo(ROWS - 19);

    link(page, "Import people").click();
    page.getByLabel("Choose a file").setInputFiles(written("corrected.csv", corrected(parked)));
    button(page, "See what would change").click();
    waitFor(page, "Comparing with what is known", "Nothing has changed yet.");
    assertThat(figures(page))
        .isEqualTo("New 19, Changed 5, Unchanged 0, Leaving 0, Rows that are wrong 0");
    button(page, "Apply all").click();
    waitFor(page, "Applying", "Applied");
    assertThat(headcount()).isEqualTo(ROWS);
    assertThat(managerOf("Person 2505")).isEqualTo("Person 250");
    assertThat(managerOf("Person 305")).isEqualTo("Person 30");
    new ClosureCheck(database, people).equalsRecomputation();

    button(page, "Undo this import").click();
    waitFor(page, "Putting back what stood before", "Undone");
    assertThat(headcount()).isEqualTo(ROWS - 19);
    link(page, "Import people").click();
    link(page, "people.csv").click();
    assertThat(page).hasURL(first);
    button(page, "Undo this import").click();
    waitFor(page, "Putting back what stood before", "Undone");
    assertThat(everything()).isEqualTo(before);
    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofMinutes(5));
  }

  @Test
  void theImportLooksRightAtEveryStep(Browsing browsing) throws IOException {
    Page page = browsing.as(Person.ELIF);
    page.navigate("/people/import");
    page.getByLabel("Choose a file").setInputFiles(written("people.csv", file()));
    button(page, "See what would change").click();
    page.waitForURL("**/people/import/*");
    UUID run = run(page);
    String path = "/people/import/" + run;
    look(page, path, "import-checking");
    imports.proceed(run);
    look(page, path, "import-ready");
    page.setViewportSize(1440, 1000);
    page.navigate(path);
    button(page, "Apply the good and park 19 rows").click();
    look(page, path, "import-applying");
    imports.proceed(run);
    look(page, path, "import-applied");
    page.navigate(path);
    button(page, "Undo this import").click();
    look(page, path, "import-undoing");
    imports.proceed(run);
    page.navigate(path);
    assertThat(page.getByText("Undone", new Page.GetByTextOptions().setExact(true))).isVisible();
    look(page, path, "import-undone");
    look(page, "/people/import", "import");
  }

  private static void look(Page page, String path, String name) {
    assertThat(Look.findings(page, path, name)).as(name).isEmpty();
  }

  /// Everybody who is here, one of them with another title, and 2,986 newcomers, ten to a manager.
  private static String file() {
    StringBuilder file = new StringBuilder("name,email,title,unit,manager_email,start_date\n");
    for (Person person : Person.values()) {
      file.append(
          "%s,%s,%s,%s,%s,\n"
              .formatted(
                  person.fullName(),
                  person.email(),
                  person == Person.JONAS ? "Writer" : person.title(),
                  person.unit(),
                  person.manager().map(Person::email).orElse("")));
    }
    for (int i = Person.values().length; i < ROWS; i++) {
      boolean dateIsWrong = i == 250 || (i >= 2000 && i < 2009);
      boolean managerIsWrong = i >= 2500 && i < 2505;
      boolean addressIsWrong = i >= 2900 && i < 2904;
      file.append(
          "Person %d,%s,Engineer,Brightwell > Unit %d,%s,%s\n"
              .formatted(
                  i,
                  addressIsWrong ? "twice" + i / 2 + "@x.example" : address(i),
                  i % 40,
                  managerIsWrong ? "gone@x.example" : manager(i),
                  dateIsWrong ? "15.01.2024" : "2024-01-15"));
    }
    return file.toString();
  }

  private static String address(int i) {
    return "p" + i + "@x.example";
  }

  private static String manager(int i) {
    return i < 10 * Person.values().length ? Person.INES.email() : address(i / 10);
  }

  /// What somebody does in a spreadsheet: goes by the reason in the last column.
  private static String corrected(Path parked) throws IOException {
    StringWriter corrected = new StringWriter();
    try (CsvReader<NamedCsvRecord> rows =
            CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(parked);
        CsvWriter target = CsvWriter.builder().build(corrected)) {
      boolean first = true;
      for (NamedCsvRecord row : rows) {
        if (first) {
          target.writeRecord(row.getHeader());
          first = false;
        }
        int person = Integer.parseInt(row.getField("name").replace("Person ", ""));
        Map<String, String> cells = row.getFieldsAsMap();
        switch (row.getField("fairlead_reason")) {
          case String reason when reason.contains("is not a date") ->
              cells.put("start_date", "2024-01-15");
          case String reason when reason.contains("nobody has the address") ->
              cells.put("manager_email", manager(person));
          case String reason when reason.contains("also stands in row") ->
              cells.put("email", address(person));
          case String reason -> assertThat(reason).contains("own row is parked");
        }
        target.writeRecord(row.getHeader().stream().map(cells::get).toList());
      }
    }
    return corrected.toString();
  }

  private Path written(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path downloaded(Page page) {
    Download download =
        page.waitForDownload(() -> link(page, "Download these rows with reasons").click());
    Path file = folder.resolve("parked.csv");
    download.saveAs(file);
    return file;
  }

  /// Looks at the page while the server works, lets a node do the work, and waits until the page
  /// says by itself that it is done.
  private void waitFor(Page page, String meanwhile, String then) {
    page.waitForURL("**/people/import/*");
    assertThat(page.getByRole(AriaRole.STATUS).getByText(meanwhile)).isVisible();
    imports.proceed(run(page));
    assertThat(page.getByText(then, new Page.GetByTextOptions().setExact(true))).isVisible();
  }

  private static UUID run(Page page) {
    return UUID.fromString(page.url().replaceFirst(".*/", ""));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static String figures(Page page) {
    List<String> names = page.locator(".facts dt").allInnerTexts();
    List<String> figures = page.locator(".facts dd").allInnerTexts();
    return IntStream.range(0, names.size())
        .mapToObj(i -> names.get(i) + " " + figures.get(i))
        .collect(Collectors.joining(", "));
  }

  private int headcount() {
    return people.headcount(LinesTest.TODAY);
  }

  private String managerOf(String name) {
    PersonName manager =
        people
            .list(LinesTest.PEOPLE_OPS, PeopleQuery.everybody().matching(name))
            .orThrow()
            .people()
            .getFirst()
            .manager();
    return manager == null ? "nobody" : manager.name();
  }

  /// What stands in the tables of people, as one figure a table.
  private Map<String, String> everything() {
    Map<String, String> everything = new TreeMap<>();
    for (String table : TABLES) {
      everything.put(
          table,
          database
              .sql(
                  "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                      + table
                      + " t")
              .query(String.class)
              .single());
    }
    return everything;
  }
}
