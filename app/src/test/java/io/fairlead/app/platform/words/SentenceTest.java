package io.fairlead.app.platform.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentenceTest {
  private static final List<Object[]> PARAMETERS =
      List.of(
          new Object[] {},
          new Object[] {"one"},
          new Object[] {"", "{0}", "it's", "<b>"},
          new Object[] {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"},
          new Object[] {1234.5, 2, 3_000_000L, "four", 5},
          new Object[] {null, "two"});

  private static final Object[] FIGURES = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

  private static void reads(String pattern, Object... parameters) {
    assertThat(Sentence.of(pattern, Locale.ENGLISH, parameters))
        .as(pattern)
        .isEqualTo(new MessageFormat(pattern, Locale.ENGLISH).format(parameters));
  }

  @Test
  void everySentenceReadsAsMessageFormatReadsIt() {
    for (String pattern : new Bundles().all().values()) {
      boolean wantsFigures = pattern.contains(",number") || pattern.contains(",choice");
      reads(pattern, wantsFigures ? FIGURES : PARAMETERS.get(3));
    }
  }

  @Test
  void whateverTheirPlacesAre() {
    for (String pattern :
        List.of(
            "",
            "plain",
            "{0}",
            "{0}{1}",
            "{1} before {0}, {0} again",
            "{0} it''s",
            "'{0}'",
            "{10}",
            "{0,number} of {1}",
            "{0,choice,0#none|1#one|1<{0}}",
            "a } b {0}",
            "{3}")) {
      for (Object[] parameters : PARAMETERS) {
        if (!pattern.contains(",") || (parameters.length > 0 && parameters[0] instanceof Number)) {
          reads(pattern, parameters);
        }
      }
    }
  }
}
