package io.fairlead.app.measures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Look;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Mara brings what a spreadsheet in German saved: semicolons, decimal commas, days as they are
/// written there, once in Windows-1252 and once with a byte order mark.
@BrowserTest
class MeasureImportJourneyTest {
  private static final String ROWS =
      """
      measure;date;value;target
      Anrufe für Geräte;06.04.2026;2,4;2,0
      Anrufe für Geräte;13.04.2026;2,3;2,0
      Anrufe für Geräte;20.04.2026;viel;2,0
      Übergaben;06.04.2026;12;
      Fremdes;06.04.2026;7,5;
      """;

  @Autowired Company company;
  @Autowired Measures measures;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private static FilePayload file(byte[] content) {
    return new FilePayload("werte.csv", "text/csv", content);
  }

  private static byte[] marked(String text) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    all.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return all.toByteArray();
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
  }

  @Test
  void whatIsGoodOfASpreadsheetIsTakenAndTheRestIsNamed(Browsing browsing) {
    UUID calls =
        measures
            .define(MARA.viewer(), MeasureInput.named("Anrufe für Geräte", "", "lower"), null)
            .orThrow();
    measures.define(JONAS.viewer(), MeasureInput.named("Fremdes", "", "lower"), null).orThrow();
    Page page = browsing.as(MARA);
    page.navigate("/measures");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Import").setExact(true))
        .click();
    page.locator("#field-file").setInputFiles(file(ROWS.getBytes(Charset.forName("windows-1252"))));
    press(page, "Look");
    page.waitForURL("**/measures/import/*");
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("Anrufe für Geräte");
    assertThat(page.getByRole(AriaRole.MAIN))
        .containsText("2 new, 0 corrected, 0 unchanged, another target");
    assertThat(page.getByRole(AriaRole.MAIN))
        .containsText("You may not enter values of this measure");
    Look.at(page, page.url().substring(page.url().indexOf("/measures")));
    page.getByLabel("Übergaben").check();
    press(page, "Apply what is good");
    assertThat(
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See the measures")))
        .isVisible();
    page.navigate("/measures/" + calls);
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("2.3");
    page.navigate("/measures/import");
    page.locator("#field-file").setInputFiles(file(marked(ROWS)));
    press(page, "Look");
    page.waitForURL("**/measures/import/*");
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("0 new, 0 corrected, 2 unchanged");
  }
}
