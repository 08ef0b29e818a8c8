package io.fairlead.methods.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "any competency: others >= 4.0",
        "any competency:others>=4",
        "every how: self - others <= -0.5",
        "any listening, working-across: peer - report >= 1 and report <= 3",
        "any what: groups apart >= 1.0",
        "every competency: above the rest >= 0.1 and below the rest <= 0.0",
        "any competency: gap is blind spot and gap is hidden strength",
        "any competency: above the rest >= 0.6 and may be strength",
        "what - how >= 0.8",
        "how - what <= 4",
        "withheld >= 50 %",
        "withheld >= 50%",
        "shown >= 3",
        "comments <= 0",
        "nothing else"
      })
  void whatTheGrammarKnowsIsRead(String text) {
    assertThat(ConditionReader.read(text)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''|where the end stands, it is any, every,
          some competency: others >= 4|where 'some' stands, it is any, every, what
          any: others >= 4|where ':' stands, it is competency, what, how, or ids
          any competency others >= 4|where 'others' stands, it is ':'
          any Listening: others >= 4|where 'Listening' stands, it is competency
          any competency: peers >= 4|where 'peers' stands, it is others, crossfunctional, manager
          any competency: others = 4|where '=' stands, it is >= or <=
          any competency: others > 4|where '>' stands, it is >= or <=
          any competency: others >= 6|where '6' stands, it is a number from 1 to 5
          any competency: others >= 0.9|where '0.9' stands, it is a number from 1 to 5
          any competency: others >= 4.05|where '4.05' stands, it is a number
          any competency: others >= NaN|where 'NaN' stands, it is a number
          any competency: others - self >= 4.1|where '4.1' stands, it is a number from -4 to 4
          any competency: others >= 4 and|where the end stands, it is others
          any competency: others >= 4 or self >= 4|where 'or' stands, it is the end
          any competency: gap is wide|where 'wide' stands, it is blind spot or hidden
          any competency: groups differ >= 1|where 'differ' stands, it is 'apart'
          what - what >= 1|where 'what' stands, it is 'how'
          withheld >= 50|where the end stands, it is '%'
          withheld >= 101 %|where '101' stands, it is a number from 0 to 100
          comments >= -1|where '-1' stands, it is a number
          nothing|where the end stands, it is 'else'
          nothing else at all|where 'at' stands, it is the end
          """)
  void aWordThatDoesNotFitIsNamedWithWhatWouldHave(String text, String said) {
    assertThatThrownBy(() -> ConditionReader.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }
}
