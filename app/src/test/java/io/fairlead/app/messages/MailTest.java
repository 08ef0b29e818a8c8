package io.fairlead.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import io.fairlead.app.messages.Audiences.Named;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Statements;
import io.fairlead.app.testing.StubbornMailServer;
import io.fairlead.app.testing.TestClock;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Mail from what people were told until a mail server answers for it.
@AppTest
class MailTest {
  @Autowired Messages messages;
  @Autowired Mailroom mailroom;
  @Autowired Gathering gathering;
  @Autowired Postman postman;
  @Autowired MailStore mails;
  @Autowired Audiences audiences;
  @Autowired MailSettings settings;
  @Autowired GreenMail greenMail;
  @Autowired Company company;
  @Autowired Statements statements;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;

  private @Nullable MailServer open;

  @BeforeEach
  void asNew() throws Exception {
    company.reset();
    greenMail.purgeEmailFromAllMailboxes();
  }

  @AfterEach
  void close() {
    if (open != null) {
      open.close();
    }
  }

  static Viewer peopleOps() {
    return new Viewer(
        Person.ELIF.id(),
        Person.ELIF.fullName(),
        Set.of(Role.PEOPLE_OPS),
        Set.of(),
        Set.of(),
        TestClock.TODAY);
  }

  private void openTo(Named named) {
    audiences.open(peopleOps(), named, null).orThrow();
  }

  private void walk(MailSettings to) {
    MailServer server = open == null ? new MailServer(to) : open;
    open = server;
    while (postman.round(server) > 0) {}
  }

  private List<MimeMessage> delivered() {
    gathering.gather();
    walk(settings);
    return Arrays.asList(greenMail.getReceivedMessages());
  }

  private static Notice told(Person whom, @Nullable Person by, String what) {
    return Notice.of(
        OwnKinds.REMINDER, whom.id(), by == null ? null : by.id(), "/people", "inbox.when", what);
  }

  private static Mail mail(Person whom) {
    return new Mail(
        UUID.randomUUID(),
        whom.id(),
        Gathering.KIND,
        new Letter(
            "mail.told.subject.one",
            List.of("1"),
            List.of(Letter.Line.of("inbox.when", "x")),
            "mail.told.why"),
        null,
        null);
  }

  private String state(Mail mail) {
    return database
        .sql("select state from outgoing_mail where id = ?")
        .param(mail.id())
        .query(String.class)
        .single();
  }

  @Test
  void nothingLeavesUntilSomebodyNamesAnAudience() {
    messages.tell(List.of(told(Person.JONAS, Person.MARA, "kept back")));
    assertThat(mailroom.queue(List.of(mail(Person.JONAS)))).isEmpty();
    assertThat(delivered()).isEmpty();
    openTo(new Named(Company.unit("Product and Engineering"), null));
    assertThat(delivered()).as("what was kept back is not sent later").isEmpty();
    messages.tell(
        List.of(told(Person.JONAS, Person.MARA, "now"), told(Person.RUBEN, Person.MARA, "now")));
    assertThat(delivered())
        .singleElement()
        .satisfies(mail ->
            assertThat(mail.getAllRecipients()[0])
                .hasToString("Jonas Beck <jonas@brightwell.example>"));
  }

  @Test
  void closingAnAudienceWithdrawsWhatWaitsAndLeavesItInTheInbox() {
    openTo(Named.EVERYONE);
    UUID audience = database.sql("select id from mail_audience").query(UUID.class).single();
    choose(Person.JONAS, "mail", "at-once", null, null);
    messages.tell(List.of(told(Person.JONAS, null, "waits")));
    Mail queued = mail(Person.DEV);
    mailroom.queue(List.of(queued));
    audiences.close(peopleOps(), audience, null).orThrow();
    assertThat(delivered()).isEmpty();
    assertThat(state(queued)).isEqualTo("withdrawn");
    assertThat(inInbox(Person.JONAS)).containsExactly("waits");
  }

  private List<String> inInbox(Person person) {
    return database
        .sql("select parameters ->> 0 from notice where recipient = ? and in_inbox order by id")
        .param(person.id())
        .query((row, _) -> row.getString(1))
        .list();
  }

  private void choose(
      Person person, String channel, String rhythm, @Nullable String from, @Nullable String until) {
    database
        .sql("insert into message_preference (person, kind, channel) values (?, ?, ?)")
        .params(person.id(), OwnKinds.REMINDER, channel)
        .update();
    database
        .sql(
            """
            insert into message_rhythm (person, rhythm, quiet_from, quiet_until, zone)
            values (?, ?, ?::time, ?::time, 'Europe/Lisbon')
            """)
        .param(1, person.id())
        .param(2, rhythm)
        .param(3, from)
        .param(4, until)
        .update();
  }

  @Test
  void aMailHasTwoPartsThatSayTheSameAndCallsNobody() throws Exception {
    openTo(Named.EVERYONE);
    messages.tell(List.of(told(Person.JONAS, Person.MARA, "noon")));
    MimeMessage mail = delivered().getFirst();
    assertThat(mail.getSubject()).isEqualTo("A message for you at Our organisation");
    assertThat(mail.getFrom()[0]).hasToString("Brightwell <people@brightwell.example>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    String text = (String) parts.getBodyPart(0).getContent();
    String html = (String) parts.getBodyPart(1).getContent();
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    for (String part : List.of(text, html)) {
      assertThat(part)
          .contains("Mara Lindqvist at noon")
          .contains(TestMail.URL + "/people")
          .contains(TestMail.URL + "/account/messages");
    }
    assertThat(html).doesNotContain("<img", "<script", "<link", "url(", "@import", "src=");
  }

  @Test
  void namesAndTitlesCannotWriteHeadersMarkupOrTemplates() throws Exception {
    openTo(Named.EVERYONE);
    database
        .sql("update identity set name = ? where person = ?")
        .params("Eve\r\nBcc: all@x.example\r\n\r\n<b>hi</b>", Person.JONAS.id())
        .update();
    database
        .sql("update identity set name = ? where person = ?")
        .params("<script>alert(1)</script>", Person.MARA.id())
        .update();
    String title = "${7*7} {0} <img src=x>\r\nSubject: won \u202Egnp.exe";
    messages.tell(List.of(told(Person.JONAS, Person.MARA, title)));
    mailroom.queue(
        List.of(
            new Mail(
                UUID.randomUUID(),
                Person.JONAS.id(),
                Gathering.KIND,
                new Letter("inbox.when", List.of(title), List.of(), "mail.told.why"),
                null,
                null)));
    List<MimeMessage> both = delivered();
    assertThat(both).hasSize(2);
    for (MimeMessage mail : both) {
      assertThat(mail.getHeader("Bcc")).isNull();
      assertThat(mail.getHeader("Subject")).hasSize(1);
      assertThat(mail.getAllRecipients())
          .singleElement()
          .satisfies(to -> assertThat(to.toString()).endsWith("<jonas@brightwell.example>"));
      String html = (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
      assertThat(html).doesNotContain("<script>", "<img", "<b>");
    }
    assertThat(both.getFirst().getSubject() + both.getLast().getSubject())
        .contains("${7*7} {0} <img src=x> Subject: won gnp.exe");
    String body =
        both.stream()
            .map(MailTest::htmlOf)
            .filter(html -> html.contains("alert"))
            .findFirst()
            .orElseThrow();
    assertThat(body)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; at ${7*7} {0} &lt;img src=x&gt; Subject:");
  }

  private static String htmlOf(MimeMessage mail) {
    try {
      return (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void mailWaitsForTheEndOfThePersonsQuietHours() {
    openTo(Named.EVERYONE);
    choose(Person.JONAS, "both", "at-once", "22:00", "07:00");
    clock.set(Instant.parse("2026-05-13T22:30:00Z")); // 23:30 in Lisbon
    messages.tell(List.of(told(Person.JONAS, null, "one"), told(Person.DEV, null, "one")));
    assertThat(delivered()).as("Dev has no quiet hours").hasSize(1);
    clock.set(Instant.parse("2026-05-14T05:59:00Z"));
    messages.tell(List.of(told(Person.JONAS, null, "two")));
    assertThat(delivered()).hasSize(1);
    clock.set(Instant.parse("2026-05-14T06:00:00Z"));
    assertThat(delivered()).hasSize(2);
    assertThat(delivered())
        .extracting(MailTest::htmlOf)
        .filteredOn(html -> html.contains("at two"))
        .singleElement()
        .satisfies(html -> assertThat(html).contains("at one"));
  }

  @Test
  void gatheredMailComesOnceADay() {
    openTo(Named.EVERYONE);
    choose(Person.JONAS, "mail", "daily", null, null);
    for (int i = 0; i < 3; i++) {
      messages.tell(List.of(told(Person.JONAS, Person.MARA, "n" + i)));
      clock.advance(Duration.ofHours(1));
      assertThat(delivered()).isEmpty();
    }
    assertThat(inInbox(Person.JONAS)).as("wanted by mail alone").isEmpty();
    clock.set(Instant.parse("2026-05-14T07:00:00Z"));
    assertThat(delivered())
        .singleElement()
        .satisfies(mail ->
            assertThat(mail.getSubject()).isEqualTo("3 messages for you at Our organisation"));
    assertThat(delivered()).hasSize(1);
  }

  @Test
  void whatIsRefusedForGoodIsRecordedAndTheRestArrives() throws IOException {
    openTo(Named.EVERYONE);
    try (StubbornMailServer server =
        new StubbornMailServer()
            .answersRecipients(
                to -> to.startsWith("dev") ? "550 5.1.1 no such person" : "250 ok")) {
      Mail toDev = mail(Person.DEV);
      Mail toJonas = mail(Person.JONAS);
      mailroom.queue(List.of(toDev, toJonas));
      walk(TestMail.settings(server.port(), "none", "", ""));
      assertThat(state(toDev)).isEqualTo("refused");
      assertThat(state(toJonas)).isEqualTo("sent");
      assertThat(audiences.standing(peopleOps()).orElseThrow().undelivered())
          .singleElement()
          .satisfies(missed -> {
            assertThat(missed.name()).isEqualTo("Dev Patel");
            assertThat(missed.reply()).contains("550 5.1.1 no such person");
          });
      assertThat(mails.trouble()).isEmpty();
    }
  }

  @Test
  void whatIsRefusedForNowIsTriedAgainLaterAndGivenUpAfterThreeDays() throws IOException {
    openTo(Named.EVERYONE);
    try (StubbornMailServer server =
        new StubbornMailServer().answersMails(_ -> "451 4.3.0 come back later")) {
      Mail one = mail(Person.JONAS);
      mailroom.queue(List.of(one));
      MailSettings to = TestMail.settings(server.port(), "none", "", "");
      walk(to);
      assertThat(server.taken()).hasSize(1);
      walk(to);
      assertThat(server.taken()).as("not before a minute").hasSize(1);
      clock.advance(Duration.ofMinutes(1));
      walk(to);
      assertThat(server.taken()).hasSize(2);
      assertThat(state(one)).isEqualTo("waiting");
      for (int hours = 0; hours < 80; hours++) {
        clock.advance(Duration.ofHours(1));
        walk(to);
      }
      assertThat(state(one)).isEqualTo("given-up");
      assertThat(server.taken()).extracting(StubbornMailServer.Taken::id).hasSizeBetween(15, 40);
    }
  }

  @Test
  void aServerThatRefusesOurSenderIsNoRecipientsFault() throws IOException {
    openTo(Named.EVERYONE);
    try (StubbornMailServer server =
        new StubbornMailServer().answersSenders("550 5.7.1 not from there")) {
      Mail one = mail(Person.JONAS);
      mailroom.queue(List.of(one));
      walk(TestMail.settings(server.port(), "none", "", ""));
      assertThat(state(one)).isEqualTo("waiting");
      assertThat(mails.trouble().orElseThrow().what()).contains("550 5.7.1 not from there");
    }
  }

  @Test
  void aServerThatIsAwayForAnHourLosesNothingAndIsNotBeleaguered() throws IOException {
    openTo(Named.EVERYONE);
    List<Mail> all = Arrays.stream(Person.values()).map(MailTest::mail).toList();
    mailroom.queue(all);
    int port;
    try (StubbornMailServer gone = new StubbornMailServer()) {
      port = gone.port();
    }
    MailSettings away = TestMail.settings(port, "none", "", "");
    for (int second = 0; second < 3_600; second += 5) {
      walk(away);
      clock.advance(Duration.ofSeconds(5));
    }
    MailStore.Trouble trouble = mails.trouble().orElseThrow();
    assertThat(trouble.what()).isEqualTo("not-there");
    assertThat(trouble.times()).isBetween(10, 25);
    assertThat(all).allMatch(mail -> state(mail).equals("waiting"));
    clock.advance(Duration.ofMinutes(5));
    close();
    open = null;
    assertThat(delivered()).hasSize(all.size());
    assertThat(mails.trouble()).isEmpty();
  }

  @Test
  void aMailWhoseEndNobodyKnowsIsSentAgainUnderTheSameId() throws IOException {
    openTo(Named.EVERYONE);
    try (StubbornMailServer server =
        new StubbornMailServer().answersMails(_ -> StubbornMailServer.HANG_UP)) {
      Mail one = mail(Person.JONAS);
      mailroom.queue(List.of(one));
      MailSettings to = TestMail.settings(server.port(), "none", "", "");
      walk(to);
      assertThat(state(one)).isEqualTo("waiting");
      server.answersMails(_ -> "250 taken");
      clock.advance(Duration.ofMinutes(2));
      walk(to);
      assertThat(state(one)).isEqualTo("sent");
      assertThat(server.taken())
          .extracting(StubbornMailServer.Taken::id)
          .containsExactly(
              "<" + one.id() + "@brightwell.example>", "<" + one.id() + "@brightwell.example>");
      assertThat(mails.counts())
          .singleElement()
          .satisfies(count -> assertThat(count.perhapsTwice()).isEqualTo(1));
    }
  }

  @Test
  void aSilentServerHoldsUpNobodyForLongerThanTheTimeout() throws IOException {
    openTo(Named.EVERYONE);
    CountDownLatch never = new CountDownLatch(1);
    try (StubbornMailServer server =
        new StubbornMailServer()
            .answersMails(_ -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return "250 taken";
            })) {
      Mail one = mail(Person.JONAS);
      mailroom.queue(List.of(one, mail(Person.DEV)));
      long began = System.nanoTime();
      walk(TestMail.settings(server.port(), "none", "", ""));
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
      assertThat(state(one)).isEqualTo("waiting");
      assertThat(mails.trouble().orElseThrow().what()).isEqualTo("broke-off");
    } finally {
      never.countDown();
    }
  }

  @Test
  void twoPostmenNeverTakeTheSameMail() throws Exception {
    openTo(Named.EVERYONE);
    mailroom.queue(
        IntStream.range(0, 300).mapToObj(i -> mail(List.of(Person.values()).get(i % 14))).toList());
    List<Thread> postmen =
        Stream.of(1, 2, 3)
            .map(_ ->
                Thread.ofVirtual()
                    .start(() -> {
                      try (MailServer server = new MailServer(settings)) {
                        while (postman.round(server) > 0) {}
                      }
                    }))
            .toList();
    for (Thread each : postmen) {
      each.join();
    }
    List<String> ids =
        Arrays.stream(greenMail.getReceivedMessages())
            .map(mail -> {
              try {
                return mail.getMessageID();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            })
            .toList();
    assertThat(ids).hasSize(300).doesNotHaveDuplicates();
  }

  @Test
  void whatWasClaimedByAPostmanWhoDiedIsTakenOverAfterTheLease() {
    openTo(Named.EVERYONE);
    mailroom.queue(List.of(mail(Person.JONAS)));
    UUID dead = UUID.randomUUID();
    assertThat(mails.claim(dead, 10, postman.lease())).hasSize(1);
    assertThat(delivered()).isEmpty();
    clock.advance(postman.lease().plusSeconds(1));
    assertThat(delivered()).hasSize(1);
    UUID mail = database.sql("select id from outgoing_mail").query(UUID.class).single();
    assertThat(mails.handing(mail, dead, postman.lease())).as("and is no longer theirs").isFalse();
  }

  @Test
  void aTokenStandsSealedInTheQueueAndIsGoneAfterwards() throws Exception {
    openTo(Named.EVERYONE);
    String token = "abcdefghijklmnopqrstuvwxyz0123456789";
    mailroom.queue(
        List.of(
            new Mail(
                mailroom.freshId(),
                Person.JONAS.id(),
                Gathering.KIND,
                new Letter(
                    "mail.told.subject.one",
                    List.of("1"),
                    List.of(
                        Letter.Line.of("inbox.when", "x").leading("/link/{token}", "inbox.open")),
                    "mail.told.why"),
                token,
                null)));
    assertThat(
            database
                .sql("select outgoing_mail::text from outgoing_mail")
                .query(String.class)
                .single())
        .doesNotContain(token)
        .doesNotContain(
            java.util.HexFormat.of()
                .formatHex(token.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    assertThat(htmlOf(delivered().getFirst())).contains(TestMail.URL + "/link/" + token + "\"");
    assertThat(
            database.sql("select secret is null from outgoing_mail").query(Boolean.class).single())
        .isTrue();
  }

  @Test
  void whatIsOverOrErasedMeanwhileIsNotSent() {
    openTo(Named.EVERYONE);
    Mail late =
        new Mail(
            mailroom.freshId(),
            Person.JONAS.id(),
            Gathering.KIND,
            mail(Person.JONAS).letter(),
            null,
            clock.instant().plusSeconds(60));
    Mail erased = mail(Person.DEV);
    mailroom.queue(List.of(late, erased));
    database.sql("delete from identity where person = ?").param(Person.DEV.id()).update();
    clock.advance(Duration.ofMinutes(2));
    assertThat(delivered()).isEmpty();
    assertThat(state(late)).isEqualTo("given-up");
    assertThat(state(erased)).isEqualTo("withdrawn");
  }

  @Test
  void itSpeaksStarttlsAndSignsInAndTrustsNoStranger(@TempDir Path folder) throws Exception {
    openTo(Named.EVERYONE);
    KeyStore store = selfSigned(folder);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext trusting = SSLContext.getInstance("TLS");
    trusting.init(null, trust.getTrustManagers(), null);
    try (StubbornMailServer server =
        new StubbornMailServer().demands(context, "fairlead", "pass word")) {
      Mail one = mail(Person.JONAS);
      mailroom.queue(List.of(one));
      walk(TestMail.settings(server.port(), "starttls", "fairlead", "pass word"));
      assertThat(mails.trouble().orElseThrow().what()).isEqualTo("not-trusted");
      clock.advance(Duration.ofMinutes(5));
      try (MailServer wrong =
          new MailServer(
              TestMail.settings(server.port(), "starttls", "fairlead", "wrong"),
              trusting.getSocketFactory())) {
        postman.round(wrong);
      }
      assertThat(mails.trouble().orElseThrow().what()).isEqualTo("sign-in");
      assertThat(server.taken()).isEmpty();
      clock.advance(Duration.ofMinutes(5));
      try (MailServer right =
          new MailServer(
              TestMail.settings(server.port(), "starttls", "fairlead", "pass word"),
              trusting.getSocketFactory())) {
        assertThat(postman.round(right)).isEqualTo(1);
      }
      assertThat(state(one)).isEqualTo("sent");
    }
  }

  @Test
  void withoutEncryptionNothingLeavesWhereItIsDemanded() {
    openTo(Named.EVERYONE);
    Mail one = mail(Person.JONAS);
    mailroom.queue(List.of(one));
    walk(TestMail.settings(greenMail.getSmtp().getPort(), "starttls", "", ""));
    assertThat(state(one)).isEqualTo("waiting");
    assertThat(mails.trouble().orElseThrow().what()).isEqualTo("no-starttls");
    assertThat(greenMail.getReceivedMessages()).isEmpty();
  }

  private static KeyStore selfSigned(Path folder) throws Exception {
    Path file = folder.resolve("server.p12");
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "san=ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            "changeit",
            "-validity",
            "9000")
        .inheritIO()
        .start()
        .waitFor();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, "changeit".toCharArray());
    }
    return store;
  }

  @Test
  void fiftyThousandMailsAreQueuedInTenSecondsAndAFewStatements() {
    openTo(Named.EVERYONE);
    List<Mail> many =
        IntStream.range(0, 50_000)
            .mapToObj(i -> mail(List.of(Person.values()).get(i % 14)))
            .toList();
    long began = System.nanoTime();
    List<String> run = statements.of(() -> mailroom.queue(many));
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    assertThat(run)
        // A node asks once a second which version is in force, whoever is served just then.
        .filteredOn(statement -> !statement.contains("max(number), 0) from framework_version"))
        .hasSize(1);
    assertThat(took).isLessThan(Duration.ofSeconds(10));
    assertThat(database.sql("select count(*) from outgoing_mail").query(Integer.class).single())
        .isEqualTo(50_000);
  }
}
