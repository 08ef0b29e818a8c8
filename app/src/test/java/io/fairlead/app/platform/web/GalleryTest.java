package io.fairlead.app.platform.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@BrowserTest
class GalleryTest {
  @Test
  void everyPieceIsFitToLookAt(Browsing browsing) {
    Look.at(browsing.as(Person.ELIF), "/dev/gallery");
  }

  @Test
  void theDrawerIsFitToLookAt(Browsing browsing) {
    Look.at(browsing.as(Person.ELIF), "/dev/gallery?open=1");
  }

  @Test
  void aDrawerOpensInPlaceAndEscapeGivesTheFocusBack(Browsing browsing) {
    Page page = browsing.as(Person.MARA);
    page.navigate("/dev/gallery");
    Locator opener =
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open a drawer"));
    opener.click();
    assertThat(page.locator("#drawer h2")).hasText("First reading within 24 hours");
    assertThat(page).hasURL(Pattern.compile(".*/dev/gallery\\?open=1"));
    page.keyboard().press("Escape");
    assertThat(page.locator("#drawer")).hasCount(0);
    assertThat(page).hasURL(Pattern.compile(".*/dev/gallery"));
    assertThat(opener).isFocused();
    page.goBack();
    assertThat(page.locator("#drawer")).isVisible();
  }

  @Test
  void keysShowTheMapAndSearch(Browsing browsing) {
    Page page = browsing.as(Person.MARA);
    page.navigate("/dev/gallery");
    page.keyboard().press("?");
    assertThat(page.locator("#keys-dialog")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("#keys-dialog")).isHidden();
    page.keyboard().press("/");
    assertThat(page.locator("[data-search]")).isFocused();
  }

  @Test
  void theChosenAppearanceIsThereAtFirstPaint(Browsing browsing) {
    Page page = browsing.as(Person.MARA);
    page.navigate("/dev/gallery");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mara Lindqvist")).click();
    page.locator("#account-menu")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Dark"))
        .click();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(18, 24, 30)");
  }

  @Test
  void whatIsTypedIsSavedAndSurvivesALostConnectionAndAClosedTab(Browsing browsing) {
    Page page = browsing.as(Person.MARA);
    page.navigate("/dev/gallery");
    Locator note = page.getByLabel("Note");
    note.fill("The first sentence.");
    assertThat(page.locator("[data-saved]")).hasText("Saved 09:00");
    page.context().setOffline(true);
    note.fill("The first sentence. And what came to mind on the train.");
    assertThat(page.locator("[data-saved]")).containsText("kept in this browser");
    Page again = page.context().newPage();
    page.close();
    again.context().setOffline(false);
    again.navigate("/dev/gallery");
    assertThat(again.getByLabel("Note"))
        .hasValue("The first sentence. And what came to mind on the train.");
    assertThat(again.locator("[data-saved]")).hasText("Saved 09:00");
  }
}
