package io.fairlead.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {
  private static final List<String> KNOWN =
      List.of("Mara Lindqvist", "mara.lindqvist@brightwell.example", "Brightwell Instruments");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          short                       | password-too-short
          elevenchars                 | password-too-short
          Password123!                | password-too-common
          P@ssw0rd1234                | password-too-common
          123456789012                | password-too-common
          abcdefghijklmnop            | password-too-common
          passpasspass                | password-too-common
          aaaaaaaaaaaaaaaa            | password-too-common
          Sommer2026!!!               | accepted
          Summer2026!!                | password-too-common
          brightwell2026              | password-too-common
          MaraLindqvist1              | password-too-common
          qwertyuiop12                | password-too-common
          kettle umbrella violin      | accepted
          korrekt pferd batterie      | accepted
          日本語のながいパスワードです   | accepted
          tR4!kq9#mZ1x                | accepted
          """)
  void aPasswordIsLongAndNotTriedByEverybody(String password, String verdict) {
    assertThat(
            PasswordRules.refusal("password", password, KNOWN)
                .map(reason -> reason.code())
                .orElse("accepted"))
        .isEqualTo(verdict);
  }

  @org.junit.jupiter.api.Test
  void aPasswordMayBeAPassageButNotABook() {
    String passage = "the quick brown fox ".repeat(5);
    assertThat(PasswordRules.refusal("password", passage + "jumps", KNOWN)).isEmpty();
    assertThat(PasswordRules.refusal("password", "kettle ".repeat(40), KNOWN)).isPresent();
  }
}
