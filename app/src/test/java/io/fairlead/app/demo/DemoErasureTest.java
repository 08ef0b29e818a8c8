package io.fairlead.app.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.audit.AuditVerification;
import io.fairlead.app.platform.Role;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// In a company of 250 people with two years of goals, somebody who left is exported and erased by
/// page, and then looked for in every column of every table.
@BrowserTest
class DemoErasureTest {
  @Autowired DemoFilling filling;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;
  @Autowired DataSource source;

  /// Somebody who left, with what they left behind.
  private record Leaver(UUID person, String name, String email, UUID objective) {}

  @Test
  void whoLeftIsTakenAlongAndErasedByPage(Browsing browsing) throws Exception {
    clock.set(LocalDate.parse("2026-11-23"));
    company.empty();
    filling.fillIfEmpty(_ -> {});
    Leaver leaver = leaver();
    long checkIns = count("select count(*) from check_in");
    assertThat(tablesWith(leaver.name())).isNotEmpty();

    Page page = browsing.as(holder(Role.PEOPLE_OPS));
    page.navigate("/studio/data-rights");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(leaver.name())).click();
    Download download = page.waitForDownload(() -> page.getByText("Take it along").click());
    try (ZipFile zip = new ZipFile(download.path().toFile())) {
      assertThat(
              new String(
                  zip.getInputStream(zip.getEntry("json/identity.json")).readAllBytes(),
                  StandardCharsets.UTF_8))
          .contains(leaver.name(), leaver.email());
      assertThat(zip.getEntry("csv/check-ins.csv")).isNotNull();
    }
    page.getByText("See what erasing would do").click();
    Look.at(page, java.net.URI.create(page.url()).getPath());
    page.locator("input[name=writings][value=keep]").check();
    page.locator("input[name=reason]").fill("Asked for it in writing");
    page.locator("input[name=name]").fill(leaver.name());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Erase for good")).click();
    assertThat(page).hasURL(Pattern.compile(".*/people/" + leaver.person() + "/data"));
    assertThat(page.locator("h1")).hasText("Somebody who is no longer here");
    Look.at(page, java.net.URI.create(page.url()).getPath());

    assertThat(tablesWith(leaver.name())).isEmpty();
    assertThat(tablesWith(leaver.email())).isEmpty();
    assertThat(count("select count(*) from check_in")).isEqualTo(checkIns);
    page.navigate("/goals/" + leaver.objective());
    assertThat(page.locator("h1")).isVisible();
    assertThat(page.getByText(leaver.name(), new Page.GetByTextOptions().setExact(false)))
        .hasCount(0);
    assertThat(page.locator("#drawer")).not().containsText("null");
    assertThat(page.locator("#drawer")).containsText("somebody who left");
    Look.at(page, "/goals/" + leaver.objective());
    verified();
  }

  private void verified() throws SQLException {
    try (var connection = source.getConnection()) {
      assertThat(AuditVerification.verify(connection, null).broken()).isEmpty();
    }
  }

  private Leaver leaver() {
    return database
        .sql(
            """
            select i.person, i.name, i.email,
              (select k.objective from check_in c join key_result k on k.id = c.key_result join objective o on o.id = k.objective
               where c.by_person = i.person and o.visibility = 'public' and o.state in ('active', 'graded', 'closed')
               order by c.at desc limit 1) as objective
            from identity i
            where not exists (select from employment e where e.person = i.person and (upper_inf(e.during) or upper(e.during) > '2026-11-23'))
            order by (select count(*) from check_in c where c.by_person = i.person) desc, i.person limit 1
            """)
        .query((row, _) ->
            new Leaver(
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getObject("objective", UUID.class)))
        .single();
  }

  private UUID holder(Role role) {
    return database
        .sql("select person from role_grant where role = ? order by person limit 1")
        .param(role.code())
        .query(UUID.class)
        .single();
  }

  private long count(String sql) {
    return database.sql(sql).query(Long.class).single();
  }

  private List<String> tablesWith(String text) {
    List<String> found = new ArrayList<>();
    database
        .sql(
            "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
        .query((row, _) -> row.getString(1))
        .list()
        .forEach(table -> {
          long rows =
              database
                  .sql(
                      """
                      select count(*) from "%s" t where strpos(lower(t::text), lower(:text)) > 0
                        or strpos(t::text, encode(convert_to(:text, 'UTF8'), 'hex')) > 0
                      """
                          .formatted(table))
                  .param("text", text)
                  .query(Long.class)
                  .single();
          if (rows > 0) {
            found.add(table + ": " + rows);
          }
        });
    return found;
  }
}
