package io.fairlead.app.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.instruments.InstrumentDrafts.Beginning;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.instruments.ShippedInstruments;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Elif of people operations writes an instrument, edition after edition.
@AppTest
class InstrumentDraftsTest {
  @Autowired InstrumentDrafts drafts;
  @Autowired Instruments instruments;
  @Autowired Company company;
  @Autowired JdbcClient database;

  private Viewer elif;
  private Viewer mara;

  @BeforeEach
  void asNew() {
    company.reset();
    elif = viewer(Person.ELIF, Role.PEOPLE_OPS);
    mara = viewer(Person.MARA);
  }

  private static Viewer viewer(Person person, Role... roles) {
    return new Viewer(
        person.id(), person.fullName(), Set.of(roles), Set.of(), Set.of(), TestClock.TODAY);
  }

  private String begun(String name, String from) {
    return drafts.begin(elif, new Beginning(name, from, null), null).orThrow();
  }

  private String draft(String id) {
    OwnInstrument.Draft draft = instruments.own(elif, id).orElseThrow().draft();
    assertThat(draft).isNotNull();
    return draft == null ? "" : draft.document();
  }

  private List<String> refusals(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Refused.class);
    return ((Refused<?>) outcome)
        .reasons().stream().map(each -> each.field().orElse("") + " " + each.code()).toList();
  }

  @Test
  void aCopyOfAShippedOneIsPublishedAndThenOffered() {
    assertThat(instruments.published()).isEqualTo(ShippedInstruments.all());
    String id = begun("Leading at Brightwell", "manager");
    assertThat(id).isEqualTo("leading-at-brightwell");
    assertThat(instruments.published(id)).isEmpty();

    assertThat(drafts.publish(elif, id, 1, null).orThrow()).isEqualTo(1);
    Instrument offered = instruments.published(id).orElseThrow();
    Instrument shipped = instruments.published("manager").orElseThrow();
    assertThat(offered.name().in("en")).isEqualTo("Leading at Brightwell");
    assertThat(offered.items().stream().map(each -> each.text(Relationship.REPORT)))
        .isEqualTo(shipped.items().stream().map(each -> each.text(Relationship.REPORT)).toList());
    assertThat(instruments.published())
        .endsWith(offered)
        .hasSize(ShippedInstruments.all().size() + 1);
  }

  @Test
  void aDraftWithMistakesIsKeptAndNotPublished() {
    String id = begun("Kitchen", "");
    assertThat(refusals(drafts.publish(elif, id, 1, null)))
        .contains(
            "audience.en required", "validity.purpose.en required", "sections.0.items required");
    String text = InstrumentTextTest.kitchen().replace("      - listening.lets-finish\n", "");
    assertThat(drafts.save(elif, id, 1, text, null).orThrow()).isEqualTo(2);
    assertThat(draft(id)).isEqualTo(text);
    assertThat(refusals(drafts.publish(elif, id, 2, null)))
        .containsExactly("document instruments.finding");
    assertThat(drafts.save(elif, id, 2, "name: [", null).orThrow()).isEqualTo(3);
    assertThat(refusals(drafts.publish(elif, id, 3, null)))
        .containsExactly("document instruments.problem");
  }

  @Test
  void itsIdAndEditionAreItsOwn() {
    String id = begun("Bistro", "");
    drafts.save(
        elif, id, 1, InstrumentTextTest.kitchen().replace("edition: 1", "edition: 4"), null);
    assertThat(refusals(drafts.publish(elif, id, 2, null)))
        .containsExactly("instrument instruments.other-id", "edition instruments.other-edition");
  }

  @Test
  void aPublishedEditionNeverChangesAndTheNextBeginsFromIt() {
    String id = begun("Kitchen", "");
    String text = "# Ask the cooks\n" + InstrumentTextTest.kitchen();
    drafts.save(elif, id, 1, text, null);
    drafts.publish(elif, id, 2, null).orThrow();
    assertThat(refusals(drafts.save(elif, id, 3, text, null)))
        .containsExactly(" instruments.no-draft");
    assertThatThrownBy(
            () -> database.sql("update instrument_edition set questions = 'name: other'").update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("a published edition stands");
    assertThatThrownBy(() -> database.sql("delete from instrument_edition").update())
        .isInstanceOf(DataAccessException.class);

    assertThat(drafts.next(elif, id, 3, null).orThrow()).isEqualTo(4);
    assertThat(draft(id)).isEqualTo(text.replace("edition: 1", "edition: 2"));
    assertThat(refusals(drafts.next(elif, id, 4, null))).containsExactly(" instruments.has-draft");
    drafts.save(
        elif,
        id,
        4,
        draft(id).replace("name: Working in the kitchen", "name: In the kitchen"),
        null);
    assertThat(instruments.published(id).orElseThrow().edition()).isEqualTo(1);
    assertThat(drafts.publish(elif, id, 5, null).orThrow()).isEqualTo(2);

    assertThat(instruments.published(id).orElseThrow().name().in("en")).isEqualTo("In the kitchen");
    OwnInstrument own = instruments.own(mara, id).orElseThrow();
    assertThat(instruments.edition(own, 1).orElseThrow().name().in("en"))
        .isEqualTo("Working in the kitchen");
    assertThat(instruments.editions(own)).hasSize(2);
  }

  @Test
  void draftsAreSeenAndChangedByPeopleOperationsAlone() {
    String id = begun("Kitchen", "manager");
    assertThat(instruments.own(mara, id)).isEmpty();
    assertThat(instruments.own(mara)).isEmpty();
    assertThat(refusals(drafts.save(mara, id, 1, "x", null))).containsExactly(" forbidden");
    assertThat(refusals(drafts.publish(mara, id, 1, null))).containsExactly(" forbidden");
    assertThat(refusals(drafts.begin(mara, new Beginning("x", null, null), null)))
        .containsExactly(" forbidden");

    drafts.publish(elif, id, 1, null).orThrow();
    drafts.next(elif, id, 2, null).orThrow();
    assertThat(instruments.own(mara, id).orElseThrow().draft()).isNull();
    assertThat(instruments.own(elif, id).orElseThrow().draft()).isNotNull();
  }

  @Test
  void aStaleFormIsRefusedAndOneSentTwiceTakesEffectOnce() {
    String id = begun("Kitchen", "manager");
    assertThat(drafts.save(elif, id, 1, "name: a", "k1").orThrow()).isEqualTo(2);
    assertThat(drafts.save(elif, id, 1, "name: a", "k1").orThrow()).isEqualTo(2);
    assertThat(refusals(drafts.save(elif, id, 1, "name: b", "k2")))
        .containsExactly(" instruments.stale");
    assertThat(draft(id)).isEqualTo("name: a");
    assertThat(refusals(drafts.save(elif, "nothing", 1, "name: b", null)))
        .containsExactly(" not-found");
  }

  @Test
  void aDraftThrownAwayTakesAlongWhatWasNeverPublished() {
    String id = begun("Kitchen", "manager");
    assertThat(drafts.discard(elif, id, 1, null).orThrow()).isEqualTo(id);
    assertThat(instruments.own(elif, id)).isEmpty();
    assertThat(begun("Kitchen", "manager")).isEqualTo(id);
    drafts.publish(elif, id, 1, null).orThrow();
    drafts.next(elif, id, 2, null).orThrow();
    drafts.discard(elif, id, 3, null).orThrow();
    assertThat(instruments.own(elif, id).orElseThrow().editions()).isEqualTo(1);
    // The form of the draft before is of no use for the next.
    drafts.next(elif, id, 4, null).orThrow();
    assertThat(refusals(drafts.save(elif, id, 3, "name: a", null)))
        .containsExactly(" instruments.stale");
  }

  @Test
  void namesAndIdsAreFreeSaidAndKnown() {
    assertThat(begun("Manager", "")).isEqualTo("manager-2");
    assertThat(begun("New", "")).isEqualTo("new-2");
    assertThat(begun("Ünsere Küche am Fluß, 3 Räume", "")).isEqualTo("unsere-kuche-am-flu");
    assertThat(begun("你好", "")).isEqualTo("instrument");
    assertThat(refusals(drafts.begin(elif, new Beginning(" ", null, null), null)))
        .containsExactly("name required");
    assertThat(refusals(drafts.begin(elif, new Beginning("a".repeat(201), null, null), null)))
        .containsExactly("name too-long");
    assertThat(refusals(drafts.begin(elif, new Beginning("A", "nothing", null), null)))
        .containsExactly("from instruments.unknown");
    assertThat(refusals(drafts.begin(elif, new Beginning("A", null, "A b"), null)))
        .containsExactly("id instruments.malformed-id");
    assertThat(refusals(drafts.begin(elif, new Beginning("A", null, "manager"), null)))
        .containsExactly("id instruments.taken-id");
    assertThat(refusals(drafts.save(elif, "manager-2", 1, " ", null)))
        .containsExactly("document required");
    assertThat(refusals(drafts.save(elif, "manager-2", 1, "a".repeat(200_001), null)))
        .containsExactly("document too-long");
  }

  @Test
  void reasonsSayWhereAndWhat() {
    InstrumentCheck check = InstrumentCheck.of("instrument: Kit chen\n", "kitchen", 1);
    assertThat(check.refusals())
        .contains(
            Reason.invalid(
                "instrument",
                "instruments.problem",
                "1",
                "an id has small letters, digits and hyphens: 'Kit chen'"));
  }
}
