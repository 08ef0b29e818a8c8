package io.fairlead.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.fairlead.app.audit.Audit;
import io.fairlead.app.feedback.AnswerReaders;
import io.fairlead.app.framework.FrameworkInput;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.goals.CheckIn;
import io.fairlead.app.goals.CheckIns;
import io.fairlead.app.goals.RollUps;
import io.fairlead.app.growth.FocusRules;
import io.fairlead.app.measures.Audience;
import io.fairlead.app.measures.MeasureRules;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Bundles;
import io.fairlead.app.platform.words.OrganisationSettings;
import io.fairlead.app.platform.words.Words;
import io.fairlead.app.testing.BrowserTest;
import io.fairlead.app.testing.Browsing;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Look;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.RouteSample;
import io.fairlead.app.testing.RouteSamples;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.instruments.Relationship;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A walk over every page that the routes name, as somebody who may see it, in a real browser. A
/// page that a module adds is walked without being named here: its address comes from the module's
/// `RouteSamples`. Pictures stand in `target/screenshots/walk-…`: look at them.
@BrowserTest
class ScreensTest {
  /// Not pages: files, parts of pages, and the server's own.
  private static final Set<String> NO_PAGES =
      Set.of(
          "/assets/**",
          "/error",
          "/goals/{id}/below",
          "/goals/{id}/mentions",
          "/comments/{id}",
          "/dev/gallery/failure/{kind}",
          "/studio/messages/previews/{kind}");

  @Autowired
  @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

  @Autowired List<RouteSamples> samples;
  @Autowired Company company;
  @Autowired Goals goals;
  @Autowired CheckIns checkIns;
  @Autowired RollUps rollUps;
  @Autowired Audit audit;
  @Autowired TestClock clock;
  @Autowired Visitors visitors;
  @Autowired Policy policy;
  @Autowired Bundles bundles;
  @Autowired OrganisationSettings organisation;
  @Autowired Frameworks frameworks;
  @Autowired JdbcClient database;

  private UUID sites = new UUID(0, 0);
  private UUID renew = new UUID(0, 0);
  private UUID dry = new UUID(0, 0);

  /// A page to look at.
  ///
  /// @param who nobody in particular when null: somebody who is not signed in
  private record Stop(String name, @org.jspecify.annotations.Nullable Person who, String path) {}

  @BeforeEach
  void aQuarterUnderWay() {
    company.reset();
    dry = goals.objective(Person.INES, "No town we serve finds a leak by accident");
    renew = goals.objective(Person.PRISCILLA, "Utilities renew on water saved");
    sites = goals.objective(Person.MARA, "New sites report within a day");
    UUID install = goals.objective(Person.JONAS, "Installers finish without calling");
    UUID crash = goals.objective(Person.DEV, "The app no longer crashes while pairing");
    goals.objective(Person.AIKO, "Guides in four languages", "Q2 2026", "draft", "public");
    goals.align(renew, dry, 1, true);
    goals.align(sites, renew, 0.7, true);
    goals.align(install, sites, 0.6, true);
    goals.align(crash, sites, 1, true);
    UUID first = goals.keyResult(sites, "First reading in 24 h", 40, 60);
    UUID second = goals.keyResult(sites, "Calls per new site", 3.1, 1.5);
    UUID third = goals.keyResult(crash, "Crash-free sessions", 98.2, 99.5);
    UUID fourth = goals.keyResult(renew, "Renewals with a savings report", 10, 70);
    double[][] said = {{42, 2.9, 98.3, 16}, {43, 2.6, 98.3, 22}, {45, 2.4, 98.4, 30}};
    for (int week = 0; week < said.length; week++) {
      clock.set(LocalDate.parse("2026-04-21").plusWeeks(week));
      say(
          Person.MARA,
          first,
          said[week][0],
          "The new pairing screen is in the field since Monday.");
      say(Person.MARA, second, said[week][1], "");
      say(Person.DEV, third, said[week][2], "");
      say(Person.PRISCILLA, fourth, said[week][3], "");
    }
    clock.set(LocalDate.parse("2026-05-13"));
    rollUps.catchUp();
    audit.record(Person.NOOR.id(), "person.read", "person", null, Person.MARA.id());
    audit.record(Person.RUBEN.id(), "person.read-denied", "person", null, Person.MARA.id());
  }

  private void say(Person by, UUID keyResult, double value, String note) {
    checkIns
        .save(
            by.viewer(),
            List.of(new CheckIn(keyResult, BigDecimal.valueOf(value), Set.of(), 6, note, false)),
            null)
        .orThrow();
  }

  @Test
  void everyPageIsFitToLookAt(Browsing browsing) {
    Map<Person, Page> windows = new EnumMap<>(Person.class);
    Page stranger = browsing.stranger();
    List<String> wrong = new ArrayList<>();
    List<Stop> stops = stops();
    for (Stop stop : stops) {
      Person who = stop.who();
      Page page = who == null ? stranger : windows.computeIfAbsent(who, browsing::as);
      Response response = page.navigate(stop.path());
      if (response.status() >= 400 && !stop.name().startsWith("refused")) {
        wrong.add(stop.name() + " answers " + response.status() + " to " + who);
      }
      response
          .headers()
          .forEach((name, value) -> {
            if (name.equals("content-security-policy") && value.contains("unsafe")) {
              wrong.add(stop.name() + ": a lax policy of contents");
            }
          });
      Look.findings(page, stop.path(), "walk-" + stop.name())
          .forEach(finding -> wrong.add(stop.name() + ": " + finding));
      unreachable(page).forEach(finding -> wrong.add(stop.name() + ": " + finding));
      unsaid(page).forEach(finding -> wrong.add(stop.name() + ": " + finding));
    }
    assertThat(wrong).as("what is wrong on " + stops.size() + " pages").isEmpty();
  }

  /// An organisation that renames its nouns finds the usual ones nowhere, but in what people wrote
  /// and in the framework document's own field names.
  @Test
  void renamedNounsAreRenamedEverywhere() {
    String document =
        DefaultFramework.text()
            + """
            vocabulary:
              objective: {singular: ambition, plural: ambitions}
              key-result: {singular: yardstick, plural: yardsticks}
              check-in: {singular: touchpoint, plural: touchpoints}
              cycle: {singular: season, plural: seasons}
              team: {singular: crew, plural: crews}
              manager: {singular: lead, plural: leads}
            """;
    frameworks.apply(PEOPLE_OPS, inForce(document)).orThrow();
    try {
      List<String> left = new ArrayList<>();
      int renamed = 0;
      for (Stop stop : stops()) {
        if (stop.who() == null || stop.path().matches(NAMES_THE_USUAL)) {
          continue;
        }
        String read = read(visitors.as(stop.who()).page(stop.path()).body());
        renamed += read.contains("ambition") || read.contains("Ambition") ? 1 : 0;
        USUAL
            .matcher(read)
            .results()
            .forEach(found ->
                left.add(
                    stop.name()
                        + ": …"
                        + read.substring(
                            Math.max(0, found.start() - 40),
                            Math.min(read.length(), found.end() + 20))));
      }
      assertThat(left).isEmpty();
      assertThat(renamed).as("pages that name ambitions").isGreaterThan(15);
    } finally {
      frameworks.apply(PEOPLE_OPS, inForce(DefaultFramework.text())).orThrow();
    }
  }

  private FrameworkInput inForce(String document) {
    int latest =
        database
            .sql("select coalesce(max(number), 0) from framework_version")
            .query(Integer.class)
            .single();
    return new FrameworkInput(document, "Our own words.", latest, null);
  }

  /// The framework's own pages say what is called what; a pasted document begins its lines with the
  /// usual words; the catalogue of measures, instruments, lessons, behaviours and situations are
  /// written once, for everybody.
  private static final String NAMES_THE_USUAL =
      "/dev/.*|/studio/framework.*|/goals/new\\?tab=paste|/measures/catalogue.*"
          + "|/growth(/(lessons|workshop|conversations|plan).*)?"
          + "|/feedback/(instruments|behaviours|guide|give|reports|rounds)(/.*|\\?.*)?";

  /// What a page says, without what people wrote in it, examples of it, names of scopes, and the
  /// name of another's product.
  private static String read(String html) {
    Document page = Jsoup.parse(html);
    page.select(".words, .example, .sketch, textarea, pre, code, script, style").remove();
    page.select("[aria-label], [placeholder], [title]")
        .forEach(it ->
            it.append(
                " "
                    + it.attr("aria-label")
                    + " "
                    + it.attr("placeholder")
                    + " "
                    + it.attr("title")));
    return page.body()
        .text()
        .replaceAll("manager_email|end_date, teams|Team lead|Team [0-9a-f-]{36}", "")
        .replaceAll("[a-z-]+:(read|write)", "")
        .replace("Microsoft Teams", "");
  }

  private static final Viewer PEOPLE_OPS =
      new Viewer(
          Person.ELIF.id(),
          Person.ELIF.fullName(),
          Set.of(Role.PEOPLE_OPS),
          Set.of(),
          Set.of(),
          TestClock.TODAY);

  private static final Pattern USUAL =
      Pattern.compile(
          "\\b(objectives?|key results?|check-ins?|cycles?|teams?|managers?)\\b",
          Pattern.CASE_INSENSITIVE);

  @Test
  void printedPagesAreInkOnPaper(Browsing browsing) {
    Page page = browsing.as(Person.MARA);
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
    List<String> wrong = new ArrayList<>();
    for (String path :
        List.of(
            "/",
            "/goals?scope=all",
            "/goals/" + sites,
            "/goals/map",
            "/goals/timeline?scope=all")) {
      page.navigate(path);
      for (Object each : (List<?>) page.evaluate(INKED)) {
        wrong.add(path + " " + each);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /// What would waste ink or cannot be pressed on paper.
  private static final String INKED =
      """
      [...document.querySelectorAll("body, main, .rail, .toolbar, .bottom-bar, button, dialog, .drawer, table")]
        .filter((it) => it.checkVisibility())
        .flatMap((it) => {
          const [r, g, b, a] = getComputedStyle(it).backgroundColor.match(/[\\d.]+/g).map(Number);
          const dark = (a === undefined || a > 0.5) && (r + g + b) / 3 < 200;
          const pressed = it.matches(".rail, .toolbar, .bottom-bar, dialog, button.button");
          return dark || pressed ? [it.outerHTML.slice(0, 90)] : [];
        })
      """;

  @Test
  void theKeysThatTheMapShowsAreTrue(Browsing browsing) {
    Page page = browsing.as(Person.MARA);
    page.navigate("/policy");
    List<String> places =
        page.locator("#keys-dialog dt").allTextContents().stream()
            .filter(keys -> keys.strip().startsWith("g"))
            .map(keys -> keys.strip().substring(1).strip())
            .toList();
    assertThat(places).contains("h", "g", "p");
    for (String key : places) {
      page.navigate("/policy");
      page.keyboard().press("g");
      page.keyboard().press(key);
      page.waitForURL(url -> !url.endsWith("/policy"));
      assertThat(page.locator(".rail nav a[aria-current]").getAttribute("data-key")).isEqualTo(key);
    }
  }

  /// What a keyboard cannot reach or cannot be seen to reach.
  private static List<String> unreachable(Page page) {
    List<String> findings = new ArrayList<>();
    page.evaluate("document.activeElement?.blur(); scrollTo(0, 0)");
    page.locator("body").press("Tab");
    for (int step = 0; step < 6; step++) {
      String state = page.evaluate(FOCUSED).toString();
      if (!state.isEmpty()) {
        findings.add("tab " + (step + 1) + " " + state);
      }
      page.keyboard().press("Tab");
    }
    String skipped = page.evaluate(SKIPPED).toString();
    if (!skipped.isEmpty()) {
      findings.add("the keyboard passes over " + skipped);
    }
    return findings;
  }

  /// Text boxes before which nobody says who will read what is written there, or where what is said
  /// is not an answer of the policy table.
  @SuppressWarnings("unchecked")
  private List<String> unsaid(Page page) {
    List<String> findings = new ArrayList<>();
    Words words = new Words(bundles, organisation.organisation(), clock.instant());
    Set<String> answers = answers(words);
    for (Object each : (List<Object>) page.evaluate(TEXT_BOXES)) {
      Map<String, String> box = (Map<String, String>) each;
      String sentence = box.getOrDefault("sentence", "");
      if (sentence.isEmpty()) {
        findings.add("nobody says who reads " + box.get("box"));
      } else if (!answers.contains(sentence + " " + box.get("href"))) {
        findings.add("not an answer of the policy table: " + sentence + " " + box.get("href"));
      }
    }
    return findings;
  }

  /// What the policy table says of each class of fields, and what `SeenByTest` holds against it for
  /// single objectives.
  private Set<String> answers(Words words) {
    Set<String> answers = new HashSet<>();
    for (PolicyRow row : policy.rows()) {
      SeenBy said = policy.seenBy(words, row.recordType(), row.fields());
      answers.add(said.sentence() + " " + said.href());
    }
    for (String of : List.of("public", "team", "named", "draft", "proposed")) {
      answers.add(words.text("goals.seen." + of, words.organisation()) + " /policy#objective-goal");
    }
    for (Audience audience : Audience.values()) {
      SeenBy said = MeasureRules.seenBy(words, audience);
      answers.add(said.sentence() + " " + said.href());
    }
    for (boolean shared : List.of(true, false)) {
      SeenBy said = FocusRules.seenBy(words, shared);
      answers.add(said.sentence() + " " + said.href());
    }
    for (Relationship rater : Relationship.values()) {
      for (var audience : io.fairlead.app.feedback.Audience.values()) {
        for (boolean steward : new boolean[] {false, true}) {
          for (boolean escrow : new boolean[] {false, true}) {
            SeenBy said =
                AnswerReaders.ofComment(words, "Henrik", rater, audience, 5, steward, escrow);
            answers.add(said.sentence() + " " + said.href());
          }
        }
      }
    }
    answers.add(words.text("gallery.seen") + " /dev/gallery");
    return answers;
  }

  /// Whether the focus stands on something, and whether one sees it there.
  private static final String FOCUSED =
      """
      (() => {
        const it = document.activeElement;
        if (!it || it === document.body) return "";
        const box = it.closest("label") ?? it;
        const seen = (at) => { const style = getComputedStyle(at);
          return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2; };
        const shown = [it, it.nextElementSibling, box, it.parentElement].some((at) => at && seen(at));
        const size = it.getBoundingClientRect();
        if (size.width === 0 || size.height === 0) return "is nowhere: " + it.outerHTML.slice(0, 120);
        return shown ? "" : "cannot be seen on " + it.outerHTML.slice(0, 120);
      })()
      """;

  private static final String SKIPPED =
      """
      [...document.querySelectorAll("a[href], button, summary, select, textarea, input:not([type=hidden])")]
        .filter((it) => it.tabIndex !== 0 && it.checkVisibility({ visibilityProperty: true }) && !it.closest("[inert], .hide")
          && !it.classList.contains("hide") && it.getAttribute("aria-hidden") !== "true" && !it.closest("[role=treegrid]"))
        .map((it) => it.outerHTML.slice(0, 100)).join(" | ")
      """;

  private static final String TEXT_BOXES =
      """
      [...document.querySelectorAll("main textarea, main input.words, aside textarea, aside input.words")]
        .filter((box) => box.checkVisibility())
        .map((box) => {
          const before = [...document.querySelectorAll("a.seen")].filter((it) => it.checkVisibility()
            && it.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
          return { box: box.outerHTML.slice(0, 80), sentence: before?.textContent.trim() ?? "",
            href: before?.getAttribute("href") ?? "" };
        })
      """;

  private List<Stop> stops() {
    List<Stop> stops = new ArrayList<>(unusual());
    Map<String, String> known = known();
    pages()
        .forEach((path, handler) -> {
          String name = path.equals("/") ? "home" : path.substring(1).replaceAll("[^a-z]+", "-");
          if (known.containsKey(path)) {
            stops.add(new Stop(name, Person.MARA, known.get(path)));
            return;
          }
          if (handler.hasMethodAnnotation(Guarded.class)) {
            stops.addAll(sampled(name, path));
            return;
          }
          assertThat(path).as("name an address of it here").doesNotContain("{");
          if (!path.equals("/sign-in")) {
            stops.add(new Stop(name, Person.MARA, path));
          }
        });
    return stops;
  }

  /// Addresses that show more than the bare route.
  private Map<String, String> known() {
    Map<String, String> known = new LinkedHashMap<>();
    known.put("/goals", "/goals?scope=all&open=" + dry + "," + renew + "," + sites);
    known.put("/goals/{id}", "/goals/" + sites + "?open=" + dry + "," + renew);
    known.put("/goals/{id}/grade", "/goals/" + sites + "/grade");
    known.put("/goals/{id}/edit", "/goals/" + sites + "/edit");
    known.put("/goals/map", "/goals/map");
    known.put("/goals/timeline", "/goals/timeline?scope=all");
    known.put("/search", "/search?q=re");
    known.put("/growth/lessons/{id}", "/growth/lessons/recency");
    return known;
  }

  /// What routes do not show: pages for strangers, empty pages, and refusals.
  private List<Stop> unusual() {
    return List.of(
        new Stop("sign-in", null, "/sign-in"),
        new Stop("home-of-a-manager-above", Person.HENRIK, "/"),
        new Stop("home-with-nothing", Person.LIAM, "/"),
        new Stop("goals-list", Person.MARA, "/goals?scope=all&view=list"),
        new Stop("goals-new-paste", Person.MARA, "/goals/new?tab=paste"),
        new Stop("goals-of-nobody", Person.LIAM, "/goals?scope=mine"),
        new Stop("search-for-nothing", Person.LIAM, "/search?q=zzzz"),
        new Stop("refused-not-there", Person.JONAS, "/goals/" + UUID.randomUUID()),
        new Stop("refused-not-yours", Person.JONAS, "/studio/audit"));
  }

  private Map<String, HandlerMethod> pages() {
    Map<String, HandlerMethod> pages = new TreeMap<>();
    mapping
        .getHandlerMethods()
        .forEach((route, handler) -> {
          boolean gets =
              route.getMethodsCondition().getMethods().stream()
                  .anyMatch(method -> method.name().equals("GET"));
          if (!gets || !handler.getBeanType().getPackageName().startsWith("io.fairlead.")) {
            return;
          }
          route.getPatternValues().stream()
              .filter(path ->
                  !path.startsWith("/api/")
                      && !path.matches(".*\\.(csv|xlsx|json|yaml|ics|zip|md|pdf)")
                      && !path.matches("/(start|link|digest|give)/.*")
                      && !NO_PAGES.contains(path))
              .forEach(path -> pages.put(path, handler));
        });
    return pages;
  }

  /// The addresses that the access matrix uses; a route may have several that look different.
  private List<Stop> sampled(String name, String path) {
    List<RouteSample> found =
        samples.stream()
            .flatMap(module -> module.routeSamples().stream())
            .filter(each -> each.route().equals("GET " + path))
            .toList();
    assertThat(found).as("samples of " + path).isNotEmpty();
    List<Stop> stops = new ArrayList<>();
    for (RouteSample each : found) {
      stops.add(
          seen(
              stops.isEmpty() ? name : name + "-" + (stops.size() + 1),
              each.about().apply(Person.MARA).path()));
    }
    return stops;
  }

  /// As the first of a few who may see it.
  private Stop seen(String name, String address) {
    Person who =
        Stream.of(Person.MARA, Person.ELIF, Person.SOFIA, Person.LIAM, Person.HENRIK)
            .filter(each -> visitors.as(each).page(address).statusCode() < 400)
            .findFirst()
            .orElseThrow(() -> new AssertionError("nobody may see " + address));
    return new Stop(name, who, address);
  }
}
