package io.fairlead.app.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// The windows one test opens, each with cookies of its own; closed after the test. One browser
/// serves the whole run.
public final class Browsing {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static @Nullable Browser shared;

  private final Visitors visitors;
  private final List<BrowserContext> windows = new ArrayList<>();

  Browsing(Visitors visitors) {
    this.visitors = visitors;
  }

  /// A window of somebody who is signed in, 1440 by 1000 pixels, at the first page.
  public Page as(Person person) {
    return as(person.id());
  }

  /// The same for somebody of another company.
  public Page as(UUID person) {
    BrowserContext window = window();
    window.addCookies(
        List.of(new Cookie("fairlead", visitors.cookie(person)).setUrl(visitors.address())));
    return window.newPage();
  }

  /// A window of somebody who is not signed in.
  public Page stranger() {
    return window().newPage();
  }

  private BrowserContext window() {
    BrowserContext window =
        browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(visitors.address())
                    .setLocale("en-GB")
                    .setTimezoneId("UTC")
                    .setViewportSize(1440, 1000));
    window.setDefaultTimeout(10_000);
    windows.add(window);
    return window;
  }

  private void close() {
    windows.forEach(BrowserContext::close);
  }

  private static synchronized Browser browser() {
    Browser browser = shared;
    if (browser == null) {
      Map<String, String> environment = new HashMap<>(System.getenv());
      environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
      Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
      browser =
          playwright
              .chromium()
              .launch(
                  new LaunchOptions()
                      .setExecutablePath(installed().orElseThrow())
                      .setArgs(ARGUMENTS));
      shared = browser;
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    return browser;
  }

  /// The machine's Chromium: `FAIRLEAD_BROWSER`, or where Debian and its kin put it.
  private static Optional<Path> installed() {
    return Stream.of(
            System.getenv().getOrDefault("FAIRLEAD_BROWSER", "/usr/bin/chromium"),
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Gives each test its windows and takes them away.
  static final class Extension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
        ExtensionContext.Namespace.create(Browsing.class);

    @Override
    public void beforeEach(ExtensionContext context) {
      if (installed().isPresent()) {
        return;
      }
      String reason = "no Chromium here: install Debian's chromium or set FAIRLEAD_BROWSER";
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException(reason);
      }
      abort(reason);
    }

    @Override
    public void afterEach(ExtensionContext context) {
      Browsing browsing = context.getStore(NAMESPACE).get("browsing", Browsing.class);
      if (browsing != null) {
        browsing.close();
      }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Browsing.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      Visitors visitors = SpringExtension.getApplicationContext(context).getBean(Visitors.class);
      Browsing browsing = new Browsing(visitors);
      context.getStore(NAMESPACE).put("browsing", browsing);
      return browsing;
    }
  }
}
