package io.fairlead.app.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.app.setup.PastedPeople.Problem;
import io.fairlead.app.setup.PastedPeople.Row;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastedPeopleTest {
  private static final Map<String, String> FOUNDER =
      Map.of("ada@example.org", "ada", "ada lovelace", "ada");

  private static PastedPeople read(String text) {
    return PastedPeople.read(text, FOUNDER);
  }

  @Test
  void aLineIsNameAddressWhatTheyDoAndWhoLeadsThem() {
    PastedPeople pasted =
        read(
            """
            Grace Hopper, grace@example.org, Engineering
            Jean Bartik, jean@example.org, Engineer, Grace Hopper
            Kay McNulty, kay@example.org, Engineer, grace@example.org
            Mary Keller, mary@example.org, , Ada Lovelace
            """);
    assertThat(pasted.problems()).isEmpty();
    assertThat(pasted.rows())
        .extracting(Row::name, Row::email, Row::title, Row::lead, Row::leadHere)
        .containsExactly(
            tuple("Grace Hopper", "grace@example.org", "Engineering", Row.HERE, null),
            tuple("Jean Bartik", "jean@example.org", "Engineer", 0, null),
            tuple("Kay McNulty", "kay@example.org", "Engineer", 0, null),
            tuple("Mary Keller", "mary@example.org", "", Row.HERE, "ada"));
  }

  @Test
  void aSpreadsheetIsReadByItsHeadings() {
    PastedPeople pasted =
        read(
            "\uFEFF"
                + """
                Manager\tE-mail\tFull name\tCost centre
                \tgrace@example.org\tGrace Hopper\t12
                Grace Hopper\tjean@example.org\tJean Bartik\t12
                """);
    assertThat(pasted.problems()).isEmpty();
    assertThat(pasted.rows())
        .extracting(Row::name, Row::email, Row::lead)
        .containsExactly(
            tuple("Grace Hopper", "grace@example.org", Row.HERE),
            tuple("Jean Bartik", "jean@example.org", 0));
  }

  @Test
  void addressesMayStandAsInAMail() {
    PastedPeople pasted =
        read("Grace Hopper <grace@example.org>; Engineering; Ada Lovelace <ada@example.org>");
    assertThat(pasted.problems()).isEmpty();
    assertThat(pasted.rows())
        .extracting(Row::name, Row::email, Row::title, Row::leadHere)
        .containsExactly(tuple("Grace Hopper", "grace@example.org", "Engineering", "ada"));
  }

  @Test
  void whatStandsInACellDoesNotSeparate() {
    assertThat(read("Grace Hopper, grace@example.org, Head; of engineering").rows())
        .extracting(Row::title)
        .containsExactly("Head; of engineering");
  }

  @Test
  void whoIsHereAlreadyIsNotAddedAgain() {
    PastedPeople pasted = read("Ada Lovelace, ADA@example.org\nGrace Hopper, grace@example.org");
    assertThat(pasted.known()).isEqualTo(1);
    assertThat(pasted.rows()).extracting(Row::name).containsExactly("Grace Hopper");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          , grace@example.org                             | name
          grace@example.org                               | order
          Grace                                           | no-address
          Grace, grace at example.org                     | address
          Grace, g@example.org¶Jean, G@example.org        | twice
          Grace, g@example.org, Engineer, Charles         | nobody
          Sam, a@x.org¶Sam, b@x.org¶Jo, c@x.org, , sam    | which
          Al, a@x.org, , Bo¶Bo, b@x.org, , Al             | circle
          Al, a@x.org, , Al                               | circle
          """)
  void eachMistakeIsNamedWithItsLine(String text, String code) {
    assertThat(read(text.replace("¶", "\n")).problems()).extracting(Problem::code).contains(code);
  }

  @Test
  void aFileOfHundredsBelongsElsewhere() {
    PastedPeople pasted = read("Somebody\n".repeat(201));
    assertThat(pasted.problems()).extracting(Problem::code).containsExactly("many");
    assertThat(pasted.rows()).isEmpty();
  }

  @Test
  void anythingAtAllIsAnsweredWithoutFailing() {
    for (String text :
        new String[] {"", "\n\n", "\"", "\"a", ";;;", "\u0000", "=cmd()|,,,", "<>@"}) {
      assertThat(read(text)).as(text).isNotNull();
    }
  }
}
