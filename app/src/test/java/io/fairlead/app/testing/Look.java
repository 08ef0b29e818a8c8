package io.fairlead.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Looks at a page as people see it: at 1440 and 390 pixels, light and dark. Keeps a picture of
/// each in `target/screenshots` (not under `CI=true`) and fails on what no page may have: serious
/// accessibility findings, a phone page wider than the phone, errors in the console, violations of
/// the content security policy, and more than 200 kB.
public final class Look {
  private static final int BUDGET = 200_000;

  /// Where nobody looks at pictures they are not taken: four of each page take longer than all that
  /// is checked on it.
  private static final boolean KEEPS_PICTURES = !"true".equals(System.getenv("CI"));

  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private Look() {}

  public static void at(Page page, String path) {
    String name = path.equals("/") ? "home" : path.replaceAll("[^A-Za-z0-9]+", "-");
    assertThat(findings(page, path, name.replaceAll("^-|-$", "")))
        .as("what is wrong on " + path)
        .isEmpty();
  }

  /// What is wrong with the page; its pictures are called by the name.
  public static List<String> findings(Page page, String path, String name) {
    List<String> findings = new ArrayList<>();
    Consumer<ConsoleMessage> console =
        message -> {
          if (message.type().equals("error")
              && !message.text().contains("the server responded with")) {
            findings.add("console: " + message.text());
          }
        };
    Consumer<String> broken = error -> findings.add("script: " + error);
    page.onConsoleMessage(console);
    page.onPageError(broken);
    for (int width : new int[] {1440, 390}) {
      page.setViewportSize(width, width == 390 ? 844 : 1000);
      page.navigate(path);
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.evaluate("document.fonts.ready");
        String view = width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        findings.addAll(unfit(page, width, view));
        if (KEEPS_PICTURES) {
          picture(page, name, view);
        }
      }
    }
    page.offConsoleMessage(console);
    page.offPageError(broken);
    return findings;
  }

  private static void picture(Page page, String name, String view) {
    int width = page.viewportSize().width;
    int height = page.viewportSize().height;
    int tall = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
    page.setViewportSize(width, Math.clamp(tall, height, 6_000));
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screenshots", name + "-" + view + ".png")));
    page.setViewportSize(width, height);
  }

  private static List<String> unfit(Page page, int width, String view) {
    List<String> findings = new ArrayList<>();
    // Once in each width and once in each scheme: the other two say nothing new, and cost as much.
    if (view.equals("1440-light") || view.equals("390-dark")) {
      new AxeBuilder(page)
          .setLegacyMode(true).analyze().getViolations().stream()
              .filter(rule -> GRAVE.contains(rule.getImpact()))
              .forEach(rule -> findings.add(view + " axe: " + described(rule)));
    }
    int wide =
        ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
    if (width == 390 && wide > 0) {
      findings.add(view + " is " + wide + " px wider than the phone: " + widest(page));
    }
    int bytes =
        ((Number)
                page.evaluate(
                    """
                    performance.getEntriesByType("navigation").concat(performance.getEntriesByType("resource"))
                      .reduce((sum, entry) => sum + entry.encodedBodySize, 0)
                    """))
            .intValue();
    if (bytes > BUDGET) {
      findings.add(view + " takes " + bytes + " bytes");
    }
    return findings;
  }

  private static String widest(Page page) {
    return page.evaluate(
            """
            [...document.querySelectorAll("main *")].filter((it) => it.getBoundingClientRect().right > innerWidth)
              .slice(0, 3).map((it) => it.outerHTML.slice(0, 120)).join(" | ")
            """)
        .toString();
  }

  private static String described(Rule rule) {
    return rule.getId()
        + ", "
        + rule.getHelp()
        + ": "
        + rule.getNodes().stream()
            .limit(4)
            .map(node -> node.getHtml().replaceAll("\\s+", " "))
            .collect(Collectors.joining(" | "));
  }
}
