package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.fairlead.app.disclosure.Sheets;
import io.fairlead.app.feedback.RoundsAtHand.GuestAtHand;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.rights.Exports;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.TestDatabase;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.instruments.Item;
import io.fairlead.methods.instruments.Relationship;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// One round, run twice. What differs is who of a group answered, declined, took back and came too
/// late, or who gave which answer; how many did is the same. Whatever anybody else can look at has
/// to be the same then, byte for byte: every page and resource of the product for every reader,
/// what they take along, messages and mails, the log, what is measured, and once it is sealed the
/// whole database.
@AppTest
class FeedbackLeakTest {
  private static final Instant ASKED = Instant.parse("2026-05-01T09:00:00Z");
  private static final String AFTERWARDS = "afterwards";
  private static final Viewer PEOPLE_OPERATIONS =
      new Viewer(
          Person.ELIF.id(),
          Person.ELIF.fullName(),
          Set.of(Role.PEOPLE_OPS),
          Set.of(),
          Set.of(),
          TestClock.TODAY);
  private static final LocalDate CLOSED = LocalDate.of(2026, 5, 9);
  private static final LocalDate OPEN = LocalDate.of(2026, 5, 19);

  /// They do the same in both runs.
  private static final List<Person> STEADY =
      List.of(Person.PRISCILLA, Person.TOMASZ, Person.RUBEN, Person.YUKI);

  /// Of these each does something else in the other run.
  private static final List<Person> CHANGING =
      List.of(Person.JONAS, Person.DEV, Person.AIKO, Person.NOOR);

  /// The reviewee, their manager, people operations, IT, an auditor, the steward, and one of those
  /// who were asked.
  private static final List<Person> READERS =
      List.of(
          Person.MARA,
          Person.HENRIK,
          Person.ELIF,
          Person.LIAM,
          Person.SOFIA,
          Person.INES,
          Person.PRISCILLA);

  /// Made at random, and the same for nobody: ids of version 4 and 7 (people's are of version 3),
  /// hashes of secrets and links of the record's chain.
  private static final Pattern RANDOM_ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final Pattern HASH = Pattern.compile("\\\\+x[0-9a-f]{16,}|\\b[0-9a-f]{64}\\b");

  /// Compressed, with random ids in it: what people take along is looked at unpacked, and a
  /// spreadsheet says what the CSV beside it says.
  private static final Pattern PACKED = Pattern.compile("\\.zip$|/archive$|\\.xlsx$");

  /// How busy the machine is, how long it has been running, and how far its clock is off.
  private static final Set<String> OF_THE_MACHINE =
      Set.of("/studio/running", "/api/v1/running", "/studio/checks", "/api/v1/setup/checks");

  /// When jobs ran and run next, by the machine's clock.
  private static final String JOBS = "public.scheduled_tasks";

  private static final String RATERS = "public.feedback_rater";

  @Autowired RoundsAtHand atHand;
  @Autowired ReportsAtHand reports;
  @Autowired RoundStore rounds;
  @Autowired RoundClosing closing;
  @Autowired Participation participation;
  @Autowired Sheets sheets;
  @Autowired Exports exports;
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;
  @Autowired Environment environment;

  @Autowired
  @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

  /// What is done in a run.
  ///
  /// @param changing who answers, who declines, who takes back, who comes too late
  /// @param rating what a rater who answers gives
  /// @param guest which of the two from outside answers; the other would rather not
  private record Script(List<Person> changing, int guest, ToIntBiFunction<Person, Item> rating) {}

  private final UUID round = known("round");
  private final UUID subject = known("subject");
  private final Map<Person, UUID> invitations = new EnumMap<>(Person.class);
  private final List<GuestAtHand> guests = new ArrayList<>();
  private final Map<Person, Visitor> browsers = new EnumMap<>(Person.class);

  private static Script script(int turn, ToIntBiFunction<Person, Item> rating) {
    List<Person> turned = new ArrayList<>(CHANGING);
    java.util.Collections.rotate(turned, turn);
    return new Script(List.copyOf(turned), turn % 2, rating);
  }

  private static int three(Person rater, Item item) {
    return 3;
  }

  /// By what it is, what somebody finds there.
  private Map<String, String> run(Script script) throws SQLException {
    company.reset();
    asOwner(owner -> owner.execute("truncate feedback_round cascade"));
    clock.set(ASKED);
    prepare();
    Map<String, Double> measured = measured();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger("io.fairlead");
    Level level = logger.getLevel();
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.DEBUG);
    logger.setAdditive(false);
    Map<String, String> seen = new TreeMap<>();
    try {
      answer(script);
      answerFromOutside(script);
      remind();
      participation.count();
      look("while it is open", seen);
      clock.set(CLOSED);
      signIn();
      tooLate(script.changing().get(3));
      closing.closeDue();
      reports.orderByWords();
      clock.set(OPEN);
      signIn();
      look(AFTERWARDS, seen);
      tables(seen);
    } finally {
      logger.setLevel(level);
      logger.setAdditive(true);
      logger.detachAppender(log);
    }
    Set<String> lines = new TreeSet<>();
    List.copyOf(log.list).stream()
        .map(event -> event.getLoggerName() + " " + event.getFormattedMessage())
        .forEach(lines::add);
    seen.put("log", masked(String.join("\n", lines)));
    measured()
        .forEach((name, now) -> {
          double more = now - measured.getOrDefault(name, 0.0);
          seen.put("measured " + name, name.contains("_count") ? Double.toString(more) : "there");
        });
    return seen;
  }

  private void prepare() {
    rounds.insert(
        round, ReportsAtHand.terms(Audience.REVIEWEE_AND_MANAGER, Person.INES), Person.ELIF.id());
    rounds.launch(
        round, ReportsAtHand.INSTRUMENT, "0123456789abcdef", Instant.parse("2026-04-01T09:00:00Z"));
    rounds.move(round, RoundState.ANSWERING);
    sheets.open(round);
    database
        .sql("update feedback_subject set id = ? where id = ?")
        .params(subject, atHand.subject(round, Person.MARA))
        .update();
    invitations.clear();
    ask(Person.MARA, Relationship.SELF);
    ask(Person.HENRIK, Relationship.MANAGER);
    STEADY.forEach(rater -> ask(rater, Relationship.PEER));
    CHANGING.forEach(rater -> ask(rater, Relationship.PEER));
    guests.clear();
    for (String name : List.of("Carla Vance", "Dorian Pike")) {
      GuestAtHand made = atHand.guest(round, subject, name);
      GuestAtHand known = new GuestAtHand(made.id(), made.token(), known("invitation " + name));
      rename(made.invitation(), known.invitation());
      // The ledger knows them by their address.
      database
          .sql("update feedback_guest set email = ? where id = ?")
          .params(name.replace(' ', '.') + "@elsewhere.example", made.id())
          .update();
      guests.add(known);
    }
    signIn();
  }

  /// Everybody, in the same order; sessions do not last from one day that is looked at to the next.
  private void signIn() {
    for (Person person : Person.values()) {
      Visitor browser = visitors.as(person);
      browser.page("/account");
      browsers.put(person, browser);
    }
  }

  private static UUID known(String what) {
    return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.US_ASCII));
  }

  /// Invitations have the same ids in both runs, so that an order by them is the same.
  private void ask(Person rater, Relationship relationship) {
    UUID known = known("invitation " + rater);
    rename(atHand.ask(subject, rater, relationship), known);
    invitations.put(rater, known);
  }

  private void rename(UUID made, UUID known) {
    database.sql("update feedback_rater set id = ? where id = ?").params(known, made).update();
  }

  private Visitor browser(Person person) {
    return java.util.Objects.requireNonNull(browsers.get(person));
  }

  private String page(Person rater) {
    return "/feedback/give/" + invitations.get(rater);
  }

  private int give(Person rater, ToIntBiFunction<Person, Item> rating) {
    // The same five comments, whoever wrote them.
    String comment = CHANGING.contains(rater) ? "Said by the fifth." : "Said by " + rater + ".";
    return give(browser(rater), page(rater), item -> rating.applyAsInt(rater, item), comment);
  }

  private static int give(Visitor rater, String page, ToIntFunction<Item> rating, String comment) {
    List<String> form = new ArrayList<>(List.of("version", "0", "act", AnswerForm.HAND_IN));
    for (Item item : ReportsAtHand.INSTRUMENT.items()) {
      form.add("ratings." + item.id());
      form.add(Integer.toString(rating.applyAsInt(item)));
    }
    form.addAll(List.of("comments.start", comment));
    rater.page(page);
    return rater.post(page, form.toArray(String[]::new)).statusCode();
  }

  private void answerFromOutside(Script script) {
    String given = page(guests.get(script.guest()));
    assertThat(give(visitors.stranger(), given, _ -> 3, "Said from outside.")).isEqualTo(302);
    Visitor other = visitors.stranger();
    String declined = page(guests.get(1 - script.guest()));
    other.page(declined);
    assertThat(other.post(declined + "/decline", "because", "other").statusCode()).isEqualTo(302);
  }

  private static String page(GuestAtHand guest) {
    return "/give/" + guest.token() + "/" + guest.invitation();
  }

  private void answer(Script script) {
    List<Person> changing = script.changing();
    assertThat(give(Person.MARA, FeedbackLeakTest::three)).isEqualTo(302);
    assertThat(give(Person.HENRIK, FeedbackLeakTest::three)).isEqualTo(302);
    assertThat(give(STEADY.get(0), script.rating())).isEqualTo(302);
    assertThat(give(changing.get(0), FeedbackLeakTest::three)).isEqualTo(302);
    assertThat(give(STEADY.get(1), script.rating())).isEqualTo(302);
    browser(changing.get(1)).page(page(changing.get(1)));
    assertThat(
            browser(changing.get(1))
                .post(page(changing.get(1)) + "/decline", "because", "no-time")
                .statusCode())
        .isEqualTo(302);
    assertThat(give(STEADY.get(2), script.rating())).isEqualTo(302);
    assertThat(give(changing.get(2), FeedbackLeakTest::three)).isEqualTo(302);
    assertThat(browser(changing.get(2)).post(page(changing.get(2)) + "/withdrawal").statusCode())
        .isEqualTo(302);
    assertThat(give(STEADY.get(3), script.rating())).isEqualTo(302);
  }

  private void remind() {
    browser(Person.ELIF).page("/feedback/rounds/" + round);
    assertThat(
            browser(Person.ELIF)
                .post(
                    "/feedback/rounds/" + round + "/reminder",
                    "version",
                    Long.toString(rounds.find(round).orElseThrow().version()))
                .statusCode())
        .isEqualTo(302);
  }

  private void tooLate(Person rater) {
    closing.closeDue();
    assertThat(give(rater, FeedbackLeakTest::three)).isEqualTo(409);
  }

  /// Every page and resource that anybody of the readers gets, and what they take along.
  private void look(String when, Map<String, String> seen) {
    for (Person reader : READERS) {
      for (String path : paths()) {
        HttpResponse<String> found =
            path.startsWith("/api/")
                ? browser(reader).json("GET", path, null)
                : browser(reader).page(path);
        seen.put(
            String.join(" ", when, reader.name(), path),
            masked(found.statusCode() + headers(found) + "\n" + found.body()));
      }
    }
    takenAlong(when, Person.MARA.viewer(), Person.MARA, seen);
    takenAlong(when, Person.HENRIK.viewer(), Person.HENRIK, seen);
    for (Person person : CHANGING) {
      takenAlong(when, PEOPLE_OPERATIONS, person, seen);
    }
    if (when.equals(AFTERWARDS)) {
      CHANGING.forEach(person -> takenAlong(when, person.viewer(), person, seen));
    }
  }

  private void takenAlong(String when, Viewer reader, Person person, Map<String, String> seen) {
    FeedbackExportTest.files(exports, reader, person)
        .forEach((name, content) ->
            seen.put(
                String.join(" ", when, reader.name(), "takes along of", person.name(), name),
                masked(content)));
  }

  /// Every one that has no part of an address to fill in, or one that this round fills.
  private List<String> paths() {
    Set<String> found = new TreeSet<>();
    mapping.getHandlerMethods().keySet().stream()
        .filter(info ->
            info.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                && info.getParamsCondition().isEmpty())
        .flatMap(info -> info.getPatternValues().stream())
        .forEach(pattern -> {
          String path =
              pattern
                  .replace("/feedback/rounds/{id}", "/feedback/rounds/" + round)
                  .replace("{subject}", subject.toString());
          if (path.startsWith("/people/{id}") || path.startsWith("/api/v1/people/{id}")) {
            CHANGING.forEach(person -> found.add(path.replace("{id}", person.id().toString())));
            found.add(path.replace("{id}", Person.MARA.id().toString()));
          } else {
            found.add(path);
          }
        });
    CHANGING.forEach(person -> found.add("/search?q=" + person.name()));
    found.removeIf(
        path -> path.contains("{") || OF_THE_MACHINE.contains(path) || PACKED.matcher(path).find());
    return List.copyOf(found);
  }

  private static String headers(HttpResponse<String> found) {
    Map<String, List<String>> headers = new TreeMap<>(found.headers().map());
    // The last of a hundred requests on a connection closes it.
    headers.keySet().removeAll(Set.of("date", "set-cookie", "x-request-id", "connection"));
    return headers.toString();
  }

  private static String masked(String text) {
    String named = text.replaceAll(ReportsAlikeTest.FRESH, "$1");
    return HASH.matcher(RANDOM_ID.matcher(named).replaceAll("<id>")).replaceAll("<hash>");
  }

  /// As the owner of the database finds them. Those who were asked also in the order in which their
  /// rows lie, for the table was empty; elsewhere rows lie where tests before left room.
  private void tables(Map<String, String> seen) throws SQLException {
    asOwner(statement -> {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              """
              select schemaname || '.' || quote_ident(tablename) from pg_tables
              where schemaname not in ('pg_catalog', 'information_schema') order by 1
              """)) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      tables.remove(JOBS);
      for (String table : tables) {
        List<String> content = new ArrayList<>();
        try (ResultSet rows =
            statement.executeQuery("select t::text from " + table + " t order by ctid")) {
          while (rows.next()) {
            content.add(masked(rows.getString(1)));
          }
        }
        seen.put(
            "table " + table,
            String.join("\n", table.equals(RATERS) ? content : content.stream().sorted().toList()));
      }
    });
  }

  private interface Statements {
    void run(Statement owner) throws SQLException;
  }

  private void asOwner(Statements statements) throws SQLException {
    try (Connection owner =
            DriverManager.getConnection(
                TestDatabase.url(),
                environment.getRequiredProperty("fairlead.db.owner-user"),
                environment.getProperty("fairlead.db.owner-password", ""));
        Statement statement = owner.createStatement()) {
      statements.run(statement);
    }
  }

  /// Names and labels of what is measured; of counts also how many.
  private Map<String, Double> measured() {
    Map<String, Double> found = new TreeMap<>();
    visitors
        .stranger()
        .page("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith("http_server_requests") || line.startsWith("fairlead"))
        .forEach(line -> {
          int end = line.lastIndexOf(' ');
          found.put(line.substring(0, end), Double.parseDouble(line.substring(end + 1)));
        });
    return found;
  }

  /// @param but what may differ
  private static void alike(Map<String, String> one, Map<String, String> other, Set<String> but) {
    Set<String> all = new TreeSet<>(one.keySet());
    all.addAll(other.keySet());
    all.removeAll(but);
    Map<String, String> differing = new TreeMap<>();
    for (String what : all) {
      String here = one.getOrDefault(what, "(not there)");
      String there = other.getOrDefault(what, "(not there)");
      if (!here.equals(there)) {
        differing.put(what, difference(here, there));
      }
    }
    assertThat(differing).isEmpty();
  }

  private static String difference(String one, String other) {
    int at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    int from = Math.max(0, at - 120);
    return "…%s… against …%s…"
        .formatted(
            one.substring(from, Math.min(one.length(), at + 120)),
            other.substring(from, Math.min(other.length(), at + 120)));
  }

  @Test
  void whoDidWhatIsSeenNowhere() throws SQLException {
    Map<String, String> base = run(script(0, FeedbackLeakTest::three));
    assertThat(base).hasSizeGreaterThan(2000);
    assertThat(base.get("afterwards MARA /feedback/reports/" + subject))
        .contains("Said by the fifth.", "Said by RUBEN.");
    assertThat(base.get("table public.feedback_decline")).contains("no-time");

    // Somebody else answered, declined, took back and came too late. The ledger has to know who was
    // counted; only the role that cannot sign in owns it, and the application cannot read it.
    alike(base, run(script(1, FeedbackLeakTest::three)), Set.of("table sealed.member"));

    // The same two answers of somebody else: the whole database is the same.
    Map<String, String> pair = run(script(0, pair(STEADY.get(0), STEADY.get(1))));
    alike(pair, run(script(0, pair(STEADY.get(2), STEADY.get(3)))), Set.of());

    // Other answers that publish alike differ in the scores alone by which the seal is looked at.
    alike(base, pair, Set.of("table sealed.score"));
    assertThat(pair.get("table sealed.score")).isNotEqualTo(base.get("table sealed.score"));
  }

  /// One a point lower and one a point higher, which leaves the mean where it is.
  private static ToIntBiFunction<Person, Item> pair(Person low, Person high) {
    return (rater, _) -> rater == low ? 2 : rater == high ? 4 : 3;
  }
}
