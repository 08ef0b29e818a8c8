package io.fairlead.app.calendar;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import org.junit.jupiter.api.Test;

@BrowserTest
class CalendarLookTest {
  @Test
  void thePageIsFitToLookAtBeforeAndAfterAnAddressIsMade(Browsing browsing) {
    Page page = browsing.as(Person.JONAS);
    Look.at(page, "/account/calendar");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make an address")).click();
    page.getByLabel("Calendar address").waitFor();
    Look.at(page, "/account/calendar");
  }
}
