package io.fairlead.app.platform.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// A browser that sends too much is told so, and not that its connection broke.
@BrowserTest
class UploadLimitTest {
  private static final int TOO_MUCH = (int) Limits.UPLOAD + (10 << 20);

  @Autowired Company company;
  @TempDir Path temporary;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void aFormWithTooLargeAFileLeadsToAPageThatSaysHowMuchIsAllowed(Browsing browsing)
      throws IOException {
    Path file = temporary.resolve("goals.csv");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(TOO_MUCH);
    }
    Page page = browsing.as(Person.ELIF);
    page.navigate("/goals/import");
    page.locator("input[type=file]").setInputFiles(file);
    page.locator("form:has(input[type=file]) button[type=submit]").click();
    assertThat(page.locator("main")).containsText("50 MB");
    assertThat(page.locator("main")).containsText("Too large");
  }

  @Test
  void aScriptThatSendsTooMuchReadsAProblem(Browsing browsing) {
    Page page = browsing.as(Person.ELIF);
    page.navigate("/goals");
    Object answer =
        page.evaluate(
            """
            async bytes => {
              const answer = await fetch("/api/v1/people/imports", { method: "POST",
                headers: { "Content-Type": "text/csv",
                  "X-XSRF-TOKEN": document.querySelector("meta[name=csrf-token]").content },
                body: new Blob([new Uint8Array(bytes)]) });
              return answer.status + " " + answer.headers.get("Content-Type") + " " + await answer.text();
            }
            """,
            TOO_MUCH);
    assertThat(answer.toString()).startsWith("413 application/problem+json").contains("50 MB");
  }
}
