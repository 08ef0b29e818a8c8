package io.fairlead.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepliesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "550 5.1.1 <lou@elsewhere.example>: Recipient address rejected | no-such-address",
        "550-5.1.1 The email account that you tried to reach (lou) does not exist | no-such-address",
        "550 5.1.10 RESOLVER.ADR.RecipientNotFound; lou@elsewhere.example | no-such-address",
        "552 5.2.2 lou's mailbox is full | mailbox-full",
        "452 4.2.2 The recipient's inbox is out of storage space: lou | mailbox-full",
        "550 5.7.1 lou@elsewhere.example does not want this | 550 5.7.1",
        "550 lou: no such user | 550",
        "553 5.1.1234 lou | 553",
        "250 2.0.0 Ok: queued for lou@elsewhere.example | 250 2.0.0",
        "too-late | too-late",
        "SMTPSendFailedException | SMTPSendFailedException",
        "lou@elsewhere.example is unknown here | ''",
        "'' | ''"
      })
  void ofSomebodyWithoutAnAccountNothingIsKeptThatRepeatsTheirAddress(String said, String kept) {
    assertThat(Replies.withoutWords(said)).isEqualTo(kept);
  }
}
