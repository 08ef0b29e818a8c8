package io.fairlead.app.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrowserTest
class HrScopesBrowserTest {
  @Autowired Company company;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void unitsSayByColourAndLetterWhoStandsBehindThem(Browsing browsing) {
    for (Person partner : new Person[] {Person.AIKO, Person.HENRIK}) {
      database
          .sql(
              """
              insert into role_grant (id, person, role, unit, granted_at)
              select gen_random_uuid(), :person, 'hr-partner', u.id, now() from unit u
              where u.name in ('Sales', :other) on conflict do nothing
              """)
          .param("person", partner.id())
          .param("other", partner == Person.AIKO ? "Product and Engineering" : "Sales")
          .update();
    }
    Page page = browsing.as(Person.ELIF);
    Look.at(page, "/studio/access/hr-partners");
    assertThat(page.getByText("Sales: Aiko Mori, Henrik Dahl")).isVisible();
  }
}
