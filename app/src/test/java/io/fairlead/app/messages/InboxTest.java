package io.fairlead.app.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Statements;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
class InboxTest {
  /// Any sentence of two parameters does; nobody else's words are needed.
  private static final String KEY = "inbox.when";

  @Autowired Messages messages;

  @Autowired Inbox inbox;
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired Statements statements;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;
  @Autowired PlatformTransactionManager transactions;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private static Notice told(Person whom, @Nullable Person by, String what) {
    return Notice.of(
        OwnKinds.REMINDER, whom.id(), by == null ? null : by.id(), "/people", KEY, what);
  }

  @Test
  void whatOneIsToldStandsInTheInboxUntilItIsRead() {
    messages.tell(List.of(told(Person.JONAS, Person.MARA, "the first")));
    clock.advance(Duration.ofMinutes(5));
    messages.tell(List.of(told(Person.JONAS, null, "the second")));
    Visitor jonas = visitors.as(Person.JONAS);
    String page = jonas.page("/inbox").body();
    assertThat(page).contains("Mara Lindqvist at the first").contains("at the second");
    assertThat(page.indexOf("the second")).isLessThan(page.indexOf("the first"));
    assertThat(page).contains("Inbox, 2 not read");
    UUID first =
        database
            .sql("select id from notice where parameters ->> 0 = 'the first'")
            .query(UUID.class)
            .single();
    HttpResponse<String> opened = jonas.post("/inbox/" + first + "/reading");
    assertThat(opened.statusCode()).isEqualTo(302);
    assertThat(opened.headers().firstValue("Location")).hasValue("/people");
    assertThat(jonas.page("/inbox?view=unread").body())
        .contains("the second")
        .doesNotContain("the first")
        .contains("Inbox, 1 not read");
  }

  @Test
  void nobodyReadsOrMarksAnotherPersonsInbox() {
    messages.tell(List.of(told(Person.JONAS, Person.MARA, "for Jonas")));
    UUID id = database.sql("select id from notice").query(UUID.class).single();
    Visitor dev = visitors.as(Person.DEV);
    assertThat(dev.page("/inbox").body()).doesNotContain("for Jonas");
    assertThat(dev.post("/inbox/" + id + "/reading").statusCode()).isEqualTo(404);
    assertThat(dev.post("/inbox/" + UUID.randomUUID() + "/reading").statusCode()).isEqualTo(404);
    dev.post("/inbox/reading");
    assertThat(inbox.unread(Person.JONAS.viewer())).isEqualTo(1);
  }

  @Test
  void readingAllCanBeTakenBackAndTouchesNothingThatWasReadBefore() {
    messages.tell(List.of(told(Person.JONAS, null, "old")));
    inbox.readAll(Person.JONAS.viewer(), null).orThrow();
    messages.tell(List.of(told(Person.JONAS, null, "one"), told(Person.JONAS, null, "two")));
    Visitor jonas = visitors.as(Person.JONAS);
    jonas.page("/inbox");
    jonas.post("/inbox/reading");
    String page = jonas.page("/inbox").body();
    assertThat(page).contains("2 messages are marked as read.").contains("nothing new");
    String undo = page.replaceAll("(?s).*action=\"(/undo/[^\"]+)\".*", "$1");
    jonas.post(undo);
    assertThat(inbox.list(Person.JONAS.viewer(), true, null, 10))
        .extracting(each -> each.parameters().getFirst())
        .containsExactly("two", "one");
  }

  @Test
  void anyNumberOfPeopleAreToldInOneStatement() {
    List<Notice> many =
        IntStream.range(0, 500)
            .mapToObj(i -> told(List.of(Person.values()).get(i % 14), Person.MARA, "n" + i))
            .toList();
    assertThat(statements.of(() -> messages.tell(many))).hasSize(1);

    assertThat(database.sql("select count(*) from notice").query(Integer.class).single())
        .as("Mara is not told what she did herself")
        .isEqualTo(
            500
                - (int)
                    many.stream()
                        .filter(each -> each.recipient().equals(Person.MARA.id()))
                        .count());
  }

  @Test
  void whatIsTakenBackWithItsActWasNeverTold() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(status -> {
          messages.tell(List.of(told(Person.JONAS, null, "never")));
          status.setRollbackOnly();
        });
    assertThat(inbox.unread(Person.JONAS.viewer())).isZero();
  }

  @Test
  void whatIsToldOnceIsNotToldAgain() {
    Notice once = told(Person.JONAS, null, "due on Friday").onlyOnce("due x");
    messages.tell(List.of(once, once));
    messages.tell(List.of(once));
    messages.tell(List.of(told(Person.DEV, null, "due on Friday").onlyOnce("due x")));
    assertThat(inbox.unread(Person.JONAS.viewer())).isEqualTo(1);
    assertThat(inbox.unread(Person.DEV.viewer())).isEqualTo(1);
  }

  @Test
  void aKindThatNobodyDeclaresIsADefect() {
    Notice unknown = Notice.of("nonsense", Person.JONAS.id(), null, "/", KEY, "x");
    assertThatThrownBy(() -> messages.tell(List.of(unknown)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nonsense");
  }

  @Test
  void aLinkLeadsNowhereElse() {
    for (String link : List.of("https://evil.example", "//evil.example", "people")) {
      assertThatThrownBy(
              () -> Notice.of(OwnKinds.REMINDER, Person.JONAS.id(), null, link, KEY, "x"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void whatPeopleWroteIsShownAsTheyWroteIt() {
    String hostile = "<script>alert(1)</script> ${7*7} {0} '' \r\nBcc: all";
    messages.tell(List.of(told(Person.JONAS, Person.MARA, hostile)));
    String page = visitors.as(Person.JONAS).page("/inbox").body();
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; ${7*7} {0}")
        .doesNotContain("<script>alert(1)");
  }

  @Test
  void whoeverIsErasedIsNeitherToldNorNamed() {
    messages.tell(List.of(told(Person.JONAS, Person.DEV, "before")));
    database
        .sql("delete from identity where person = :person")
        .param("person", Person.DEV.id())
        .update();
    messages.tell(List.of(told(Person.DEV, Person.MARA, "after")));
    assertThat(visitors.as(Person.JONAS).page("/inbox").body())
        .contains("Somebody who is no longer here at before")
        .doesNotContain("Dev Patel");
    assertThat(inbox.unread(Person.DEV.viewer())).isZero();
  }

  @Test
  void theBellCostsNoStatementOfItsOwn() {
    Visitor jonas = visitors.as(Person.JONAS);
    jonas.page("/policy");
    List<String> before = statements.of("/policy");
    messages.tell(List.of(told(Person.JONAS, null, "x")));
    assertThat(jonas.page("/policy").body()).contains("Inbox, 1 not read");
    assertThat(statements.of("/policy")).isEqualTo(before);
  }

  @Test
  void aLongInboxIsReadPageByPage() {
    messages.tell(
        IntStream.range(0, 120).mapToObj(i -> told(Person.JONAS, null, "n" + i)).toList());
    Visitor jonas = visitors.as(Person.JONAS);
    String page = jonas.page("/inbox").body();
    assertThat(page).contains("at n119<").doesNotContain("at n69<").contains("99+");
    String next =
        page.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
    assertThat(jonas.page(next).body()).contains("at n69<").doesNotContain("at n119<");
    String json = jonas.json("GET", "/api/v1/inbox?limit=100", null).body();
    assertThat(json).contains("\"unread\":100").contains("\"next\":");
  }

  @Test
  void aProgramReadsAndMarksOnesInbox() {
    messages.tell(List.of(told(Person.JONAS, Person.MARA, "x")));
    Visitor jonas = visitors.as(Person.JONAS);
    jonas.page("/inbox");
    assertThat(jonas.json("GET", "/api/v1/inbox?unread=true", null).body())
        .contains("\"sentence\":\"Mara Lindqvist at x\"")
        .contains("\"link\":\"/people\"");
    UUID id = database.sql("select id from notice").query(UUID.class).single();
    assertThat(jonas.json("POST", "/api/v1/inbox/" + id + "/reading", null).statusCode())
        .isEqualTo(204);
    assertThat(jonas.json("POST", "/api/v1/inbox/reading", null).body()).contains("\"read\":0");
    assertThat(jonas.json("GET", "/api/v1/inbox?unread=true", null).body())
        .contains("\"notices\":[]");
  }

  @Test
  void whatIsOlderThanAYearIsForgotten() {
    messages.tell(List.of(told(Person.JONAS, null, "old")));
    clock.advance(Inbox.KEPT.plusDays(1));
    messages.tell(List.of(told(Person.JONAS, null, "new")));
    assertThat(inbox.forgetOld()).isEqualTo(1);
    assertThat(inbox.list(Person.JONAS.viewer(), false, null, 10))
        .extracting(each -> each.parameters().getFirst())
        .containsExactly("new");
  }
}
