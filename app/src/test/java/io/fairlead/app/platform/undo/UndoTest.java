package io.fairlead.app.platform.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@AppTest
class UndoTest {
  private static final UUID RECORD = new UUID(7, 7);

  @Autowired Company company;

  private final List<String> undone = new ArrayList<>();
  private boolean builtOn;
  private final Undo undo;
  private final TestClock clock;

  UndoTest(
      @Autowired JdbcClient database,
      @Autowired Ids ids,
      @Autowired TestClock clock,
      @Autowired PlatformTransactionManager transactions) {
    this.clock = clock;
    undo = new Undo(database, List.of(new Dropping()), ids, clock, transactions);
  }

  @BeforeEach
  void begin() {
    company.reset();
  }

  @Test
  void whatOneDidIsTakenBackOnce() {
    UUID entry = undo.keep("test.dropped", RECORD, viewer(Person.MARA), "was active");
    assertThat(undo.undo(viewer(Person.MARA), entry).isDone()).isTrue();
    assertThat(undone).containsExactly("was active");
    assertRefused(undo.undo(viewer(Person.MARA), entry), "undo-is-over");
    assertThat(undone).hasSize(1);
  }

  @Test
  void anotherPersonsActLooksLikeOneThatIsOver() {
    UUID entry = undo.keep("test.dropped", RECORD, viewer(Person.MARA), "");
    assertRefused(undo.undo(viewer(Person.JONAS), entry), "undo-is-over");
    assertThat(undo.undo(viewer(Person.MARA), entry).isDone()).isTrue();
  }

  @Test
  void aDayLaterItIsOverAndCleanedAway() {
    UUID entry = undo.keep("test.dropped", RECORD, viewer(Person.MARA), "");
    clock.advance(Duration.ofHours(23));
    assertThat(undo.clean()).isZero();
    clock.advance(Duration.ofHours(1));
    assertRefused(undo.undo(viewer(Person.MARA), entry), "undo-is-over");
    assertThat(undo.clean()).isEqualTo(1);
  }

  @Test
  void onceSomeoneBuiltOnItNothingChanges() {
    UUID entry = undo.keep("test.dropped", RECORD, viewer(Person.MARA), "");
    builtOn = true;
    assertRefused(undo.undo(viewer(Person.MARA), entry), "built-on");
    builtOn = false;
    undo.forget("test.dropped", RECORD);
    assertRefused(undo.undo(viewer(Person.MARA), entry), "undo-is-over");
  }

  private static void assertRefused(Outcome<?> outcome, String code) {
    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(((Refused<?>) outcome).reasons()).extracting(Reason::code).containsExactly(code);
  }

  private static Viewer viewer(Person person) {
    return new Viewer(
        person.id(), person.fullName(), Set.of(), Set.of(), Set.of(), TestClock.TODAY);
  }

  private final class Dropping implements Undoable {
    @Override
    public String kind() {
      return "test.dropped";
    }

    @Override
    public Outcome<Undone> undo(Viewer viewer, UUID record, String payload) {
      if (builtOn) {
        return Outcome.refused(Undo.BUILT_ON);
      }
      undone.add(payload);
      return Outcome.done(new Undone("Back again.", "/goals"));
    }
  }
}
