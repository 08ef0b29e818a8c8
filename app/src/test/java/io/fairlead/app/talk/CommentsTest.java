package io.fairlead.app.talk;

import static io.fairlead.app.testing.Person.AIKO;
import static io.fairlead.app.testing.Person.DEV;
import static io.fairlead.app.testing.Person.ELIF;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.NOOR;
import static io.fairlead.app.testing.Person.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.undo.Undo;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class CommentsTest {
  @Autowired Comments comments;
  @Autowired CommentStore store;
  @Autowired Reactions reactions;
  @Autowired Following following;
  @Autowired GoalLinks links;
  @Autowired Mentions mentions;
  @Autowired Undo undo;
  @Autowired Goals goals;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;

  private UUID open;
  private UUID ofTeam;

  @BeforeEach
  void asNew() {
    company.reset();
    open = goals.objective(MARA, "Customers stay");
    ofTeam = goals.objective(MARA, "Shorter queues", "Q2 2026", "active", "team");
  }

  private Outcome<UUID> say(Person by, UUID objective, String text) {
    return say(by, objective, text, null);
  }

  private Outcome<UUID> say(
      Person by, UUID objective, String text, @org.jspecify.annotations.Nullable String key) {
    return comments.say(
        by.viewer(), new Comments.Input(About.objective(objective), text, null, Map.of(), key));
  }

  private static List<String> codes(Outcome<?> outcome) {
    return outcome instanceof Refused<?>(List<Reason> reasons)
        ? reasons.stream().map(Reason::code).toList()
        : List.of();
  }

  private Comment find(Person viewer, UUID id) {
    return comments.find(viewer.viewer(), id).orElseThrow();
  }

  @Test
  void whoMayReadTheObjectiveReadsAndJoinsTheTalkAndNobodyElse() {
    UUID said = say(JONAS, ofTeam, "Who opens the second counter?").orThrow();
    assertThat(say(DEV, ofTeam, "I do.").isDone()).isTrue();
    assertThat(find(AIKO, said).body()).isEqualTo("Who opens the second counter?");
    assertThat(comments.find(RUBEN.viewer(), said)).isEmpty();
    assertThat(comments.said(RUBEN.viewer(), About.objective(ofTeam), "", 20)).isEmpty();
    assertThat(codes(say(RUBEN, ofTeam, "Me too."))).containsExactly("not-found");
    assertThat(codes(say(RUBEN, UUID.randomUUID(), "Me too."))).containsExactly("not-found");
    assertThat(codes(comments.withdraw(RUBEN.viewer(), said, null))).containsExactly("not-found");
    assertThat(codes(comments.withdraw(DEV.viewer(), said, null))).containsExactly("forbidden");
  }

  @Test
  void sentTwiceItIsSaidOnce() {
    UUID first = say(JONAS, open, "Once.", "key").orThrow();
    assertThat(say(JONAS, open, "Once.", "key").orThrow()).isEqualTo(first);
    assertThat(database.sql("select count(*) from comment").query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  void nothingAndTooMuchAreRefusedAndTheLongestIsKeptToTheLetter() {
    assertThat(codes(say(JONAS, open, " \r\n "))).containsExactly("talk.nothing-said");
    assertThat(codes(say(JONAS, open, "x".repeat(4_001)))).containsExactly("talk.too-long");
    assertThat(codes(say(JONAS, open, "a\0b"))).containsExactly("talk.unreadable");
    String longest = "é\n".repeat(1_999) + "ée";
    assertThat(find(JONAS, say(JONAS, open, longest.replace("\n", "\r\n")).orThrow()).body())
        .isEqualTo(longest);
  }

  @Test
  void aNameBehindTheSignIsAMentionByWholeNameByFirstNameAndById() {
    String text =
        "@Dev Patel and @aiko, see (@Mara Lindqvist's) plan; @{%s} too. Mail a@Dev.example, @home, @ 5 %%."
            .formatted(JONAS.id());
    Comment comment = find(JONAS, say(JONAS, open, text).orThrow());
    assertThat(comment.names().keySet())
        .containsExactlyInAnyOrder(DEV.id(), AIKO.id(), MARA.id(), JONAS.id());
    assertThat(comment.plain("?"))
        .isEqualTo(
            "@Dev Patel and @Aiko Mori, see (@Mara Lindqvist's) plan; @Jonas Beck too."
                + " Mail a@Dev.example, @home, @ 5 %.");
    assertThat(database.sql("select body from comment_wording").query(String.class).single())
        .as("history holds no names")
        .doesNotContain("Patel", "Lindqvist");
  }

  @Test
  void whoMayNotReadTheObjectiveCannotBeMentionedAndIsNotOffered() {
    Outcome<UUID> refused = say(JONAS, ofTeam, "Ask @Ruben Castel and @Noor");
    assertThat(codes(refused)).containsExactly("talk.mention-outsider");
    assertThat(((Refused<UUID>) refused).reasons().getFirst().parameters())
        .containsExactly(2, "Ruben Castel, Noor Haddad");
    assertThat(codes(say(JONAS, ofTeam, "Ask @{" + RUBEN.id() + "}")))
        .containsExactly("talk.mention-outsider");
    assertThat(codes(say(JONAS, ofTeam, "Ask @{" + UUID.randomUUID() + "}")))
        .containsExactly("talk.mention-unknown");
    assertThat(database.sql("select count(*) from comment").query(Integer.class).single()).isZero();
    assertThat(mentions.offered(JONAS.viewer(), ofTeam, "ru")).isEmpty();
    assertThat(mentions.offered(JONAS.viewer(), open, "ru"))
        .extracting(Mentions.Someone::name)
        .containsExactly("Ruben Castel");
    assertThat(mentions.offered(JONAS.viewer(), ofTeam, "arsl"))
        .as("people operations may read it")
        .extracting(Mentions.Someone::name)
        .containsExactly("Elif Arslan");
    assertThat(mentions.offered(JONAS.viewer(), open, "%")).isEmpty();
  }

  @Test
  void aNameOfSeveralIsAskedAboutUnlessOnlyOneOfThemMayReadIt() {
    call(DEV, "Sam Patel");
    call(AIKO, "Sam Mori");
    call(RUBEN, "Sam Castel");
    assertThat(codes(say(JONAS, open, "@Sam?"))).containsExactly("talk.mention-unclear");
    Comments.Input input =
        new Comments.Input(About.objective(open), "@Sam?", null, Map.of("sam", AIKO.id()), null);
    assertThat(
            comments.unclear(
                JONAS.viewer(), new Comments.Input(input.about(), "@Sam?", null, Map.of(), null)))
        .singleElement()
        .satisfies(unclear -> assertThat(unclear.choices()).hasSize(3));
    Comment said = find(JONAS, comments.say(JONAS.viewer(), input).orThrow());
    assertThat(said.names()).containsOnlyKeys(AIKO.id());
    call(AIKO, "Aiko Mori");
    Comment one = find(JONAS, say(JONAS, ofTeam, "@Sam?").orThrow());
    assertThat(one.names()).as("the other Sam cannot read it").containsOnlyKeys(DEV.id());
  }

  private void call(Person person, String name) {
    database
        .sql("update identity set name = ? where person = ?")
        .params(name, person.id())
        .update();
  }

  @Test
  void editingKeepsEachWordingAndTwoEditsDoNotOverwriteEachOther() {
    UUID id = say(JONAS, open, "First, @Dev").orThrow();
    clock.advance(Duration.ofMinutes(5));
    assertThat(reword(JONAS, id, 1, "Second").orThrow()).isEqualTo(2);
    assertThat(codes(reword(JONAS, id, 1, "Third"))).containsExactly("stale");
    assertThat(codes(reword(MARA, id, 2, "Third"))).containsExactly("forbidden");
    assertThat(find(DEV, id).editedAt()).isEqualTo(clock.instant());
    assertThat(
            comments.wordings(DEV.viewer(), id).orElseThrow().stream()
                .map(wording -> wording.plain("?"))
                .toList())
        .containsExactly("First, @Dev Patel", "Second");
    assertThat(reword(JONAS, id, 2, "Second").orThrow()).as("nothing new").isEqualTo(2);
  }

  private Outcome<Integer> reword(Person by, UUID id, int from, String text) {
    return comments.reword(
        by.viewer(),
        id,
        from,
        new Comments.Input(About.objective(open), text, null, Map.of(), null));
  }

  @Test
  void whatIsWithdrawnKeepsItsPlaceCanBeUndoneForADayAndIsThenForgotten() {
    UUID id = say(JONAS, open, "Too quick").orThrow();
    UUID answer =
        comments
            .say(
                DEV.viewer(),
                new Comments.Input(About.objective(open), "No, right", id, Map.of(), null))
            .orThrow();
    UUID undoing = comments.withdraw(JONAS.viewer(), id, null).orThrow();
    assertThat(find(DEV, id).body()).isEmpty();
    assertThat(comments.wordings(JONAS.viewer(), id)).isEmpty();
    assertThat(find(DEV, answer).answersTo()).isEqualTo("Jonas Beck");
    assertThat(codes(reactions.toComment(DEV.viewer(), id, "thanks", true, null)))
        .containsExactly("talk.gone");
    store.forgetWithdrawn(clock.instant().minus(Duration.ofDays(1)));
    undo.undo(JONAS.viewer(), undoing).orThrow();
    assertThat(find(DEV, id).body()).isEqualTo("Too quick");
    comments.withdraw(JONAS.viewer(), id, null).orThrow();
    clock.advance(Duration.ofHours(25));
    assertThat(store.forgetWithdrawn(clock.instant().minus(Duration.ofDays(1)))).isEqualTo(1);
    assertThat(find(DEV, id).isWithdrawn()).isTrue();
    assertThat(find(DEV, answer).body()).isEqualTo("No, right");
  }

  @Test
  void peopleOperationsHideWithAReasonOnTheRecord() {
    UUID id = say(JONAS, open, "An insult").orThrow();
    Viewer elif = inRole(ELIF, Role.PEOPLE_OPS);
    assertThat(codes(comments.hide(MARA.viewer(), id, "Unfair", true, null)))
        .containsExactly("forbidden");
    assertThat(codes(comments.hide(elif, id, " ", true, null)))
        .containsExactly("talk.reason-missing");
    comments.hide(elif, id, "It insults a colleague.", true, null).orThrow();
    Comment hidden = find(JONAS, id);
    assertThat(hidden.body()).isEmpty();
    assertThat(hidden.hiddenBecause()).isEqualTo("It insults a colleague.");
    assertThat(comments.wordings(JONAS.viewer(), id)).isEmpty();
    assertThat(codes(comments.hide(elif, id, "Again", true, null)))
        .containsExactly("talk.hidden-already");
    comments.hide(elif, id, "", false, null).orThrow();
    assertThat(find(DEV, id).body()).isEqualTo("An insult");
    assertThat(
            database
                .sql("select act from audit_entry where record = ? order by number")
                .param(id)
                .query(String.class)
                .list())
        .containsExactly("comment.hidden", "comment.shown-again");
    UUID draft = goals.objective(JONAS, "Not yet", "Q2 2026", "draft", "public");
    UUID note = say(JONAS, draft, "To myself").orThrow();
    assertThat(codes(comments.hide(elif, note, "Unfair", true, null))).containsExactly("not-found");
  }

  private static Viewer inRole(Person person, Role role) {
    return new Viewer(
        person.id(), person.fullName(), Set.of(role), Set.of(), Set.of(), TestClock.TODAY);
  }

  @Test
  void aReactionGivenTwiceIsOneAndTakenTwiceIsNone() {
    UUID id = say(JONAS, open, "Done").orThrow();
    for (int i = 0; i < 2; i++) {
      reactions.toComment(DEV.viewer(), id, "thanks", true, null).orThrow();
    }
    Comment liked = reactions.toComment(MARA.viewer(), id, "thanks", true, null).orThrow();
    assertThat(liked.reactions())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.count()).isEqualTo(2);
          assertThat(each.mine()).isTrue();
          assertThat(each.names()).containsExactly("Dev Patel", "Mara Lindqvist");
        });
    assertThat(find(JONAS, id).reactions().getFirst().mine()).isFalse();
    for (int i = 0; i < 2; i++) {
      reactions.toComment(DEV.viewer(), id, "thanks", false, null).orThrow();
    }
    assertThat(find(DEV, id).reactions().getFirst().count()).isEqualTo(1);
    assertThat(codes(reactions.toComment(DEV.viewer(), id, "hate", true, null)))
        .containsExactly("talk.unknown-reaction");
  }

  @Test
  void ownersAndCommentersFollowAndWhoSaysNoStaysAway() {
    assertThat(follow(MARA)).isEqualTo(new Following.Follow(true, 1));
    assertThat(follow(JONAS)).isEqualTo(new Following.Follow(false, 1));
    say(JONAS, open, "Hello").orThrow();
    assertThat(follow(JONAS)).isEqualTo(new Following.Follow(true, 2));
    following.follow(JONAS.viewer(), open, false, null).orThrow();
    following.follow(JONAS.viewer(), open, false, null).orThrow();
    say(JONAS, open, "Once more").orThrow();
    assertThat(follow(JONAS)).isEqualTo(new Following.Follow(false, 1));
    following.follow(MARA.viewer(), open, false, null).orThrow();
    assertThat(follow(MARA)).isEqualTo(new Following.Follow(false, 0));
    following.follow(NOOR.viewer(), open, true, null).orThrow();
    assertThat(follow(NOOR)).isEqualTo(new Following.Follow(true, 1));
    assertThat(codes(following.follow(RUBEN.viewer(), ofTeam, true, null)))
        .containsExactly("not-found");
  }

  private Following.Follow follow(Person person) {
    return following.of(person.viewer(), open).orElseThrow();
  }

  @Test
  void linksAreOfTheWebOnlyAndTakenAwayByWhoAttachedThemOrOwnsTheObjective() {
    assertThat(codes(attach(JONAS, "Plan", "javascript:alert(1)")))
        .containsExactly("talk.not-a-web-address");
    assertThat(codes(attach(JONAS, "", ""))).containsExactly("required", "required");
    assertThat(codes(attach(JONAS, "x".repeat(201), "https://a.example")))
        .containsExactly("too-long");
    UUID link = attach(JONAS, "Plan", "https://plans.example/q2").orThrow();
    assertThat(links.of(RUBEN.viewer(), About.objective(open)).orElseThrow())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.host()).isEqualTo("plans.example");
          assertThat(each.mayRemove()).isFalse();
        });
    assertThat(codes(links.remove(RUBEN.viewer(), open, link, null))).containsExactly("forbidden");
    UUID undoing = links.remove(MARA.viewer(), open, link, null).orThrow();
    assertThat(codes(links.remove(MARA.viewer(), open, link, null))).containsExactly("not-found");
    undo.undo(MARA.viewer(), undoing).orThrow();
    assertThat(links.of(RUBEN.viewer(), About.objective(open)).orElseThrow()).hasSize(1);
  }

  private Outcome<UUID> attach(Person by, String title, String address) {
    return links.attach(
        by.viewer(), new GoalLinks.Input(About.objective(open), title, address, null));
  }

  @Test
  void pagesOfTalkFollowEachOtherWithoutGapOrOverlap() {
    for (int i = 0; i < 7; i++) {
      say(JONAS, open, "Comment " + i).orThrow();
    }
    StringBuilder read = new StringBuilder();
    String cursor = "";
    while (cursor != null) {
      Comments.Said page =
          comments.said(DEV.viewer(), About.objective(open), cursor, 3).orElseThrow();
      read.append(
          page.comments().stream().map(Comment::body).collect(Collectors.joining(" ", "", " | ")));
      cursor = page.next();
    }
    assertThat(read.toString())
        .isEqualTo("Comment 6 Comment 5 Comment 4 | Comment 3 Comment 2 Comment 1 | Comment 0 | ");
  }
}
