package io.fairlead.app.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PieceTest {
  private static final UUID MARA = new UUID(1, 2);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          See https://brightwell.example/plan.        | https://brightwell.example/plan
          (see http://a.example/x_(1))                | http://a.example/x_(1)
          (http://a.example/x)                        | http://a.example/x
          https://a.example/?q=1&b=2#c, then          | https://a.example/?q=1&b=2#c
          first https://a.example second              | https://a.example
          """)
  void anAddressOfTheWebIsALinkWithoutWhatEndsTheSentence(String text, String address) {
    assertThat(Piece.of(text, Map.of(), "?").stream().filter(piece -> piece.href() != null))
        .extracting(Piece::href)
        .containsExactly(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "xhttps://a.example",
        "https://",
        "https://user:word@a.example/",
        "ftp://a.example",
        "//a.example",
        "<a href=x>https:</a>"
      })
  void nothingElseIsALink(String text) {
    assertThat(Piece.of(text, Map.of(), "?")).noneMatch(piece -> piece.href() != null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "a https://a.example b",
        "two\nlines",
        "@{not-an-id} x",
        "https://a.example."
      })
  void thePiecesTogetherAreTheText(String text) {
    assertThat(
            Piece.of(text, Map.of(), "?").stream().map(Piece::words).collect(Collectors.joining()))
        .isEqualTo(text);
  }

  @Test
  void aMentionShowsTheNameThatThePersonHasNow() {
    String body = "Ask @{" + MARA + "}, please";
    assertThat(Piece.of(body, Map.of(MARA, "Mara Lindqvist"), "somebody"))
        .isEqualTo(
            List.of(
                new Piece("Ask ", null, null),
                new Piece("@Mara Lindqvist", null, MARA),
                new Piece(", please", null, null)));
    assertThat(Piece.of(body, Map.of(), "somebody"))
        .as("who was erased has no page")
        .contains(new Piece("@somebody", null, null));
    assertThat(Piece.plain(body, Map.of(), "somebody")).isEqualTo("Ask @somebody, please");
  }
}
