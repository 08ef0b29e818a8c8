package io.fairlead.app.messages;

import com.microsoft.playwright.Page;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class InboxLookTest {
  @Autowired Messages messages;
  @Autowired Inbox inbox;

  @Test
  void theInboxAndItsSettingsAreFitToLookAt(Browsing browsing) {
    Page page = browsing.as(Person.JONAS);
    Look.at(page, "/inbox");
    messages.tell(
        List.of(
            Notice.of(
                OwnKinds.REMINDER,
                Person.JONAS.id(),
                Person.DEV.id(),
                "/",
                "inbox.when",
                "10:05")));
    inbox.readAll(Person.JONAS.viewer(), null).orThrow();
    messages.tell(
        List.of(
            Notice.of(
                OwnKinds.REMINDER,
                Person.JONAS.id(),
                Person.MARA.id(),
                "/",
                "inbox.when",
                "a rather long sentence about an objective that takes more than one line on a phone"),
            Notice.of(OwnKinds.REMINDER, Person.JONAS.id(), null, "/", "inbox.when", "11:20")));
    Look.at(page, "/inbox?view=all");
    Look.at(page, "/account/messages");
  }
}
