package io.fairlead.app.access;

import io.fairlead.app.messages.LetterSamples;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/// The mails that let people in.
@Component
class AccessLetterSamples implements LetterSamples {
  @Override
  public List<Sample> letterSamples(Viewer viewer, Words words) {
    return List.of(
        new Sample("invitation", BulkInvitations.letter(viewer.person())),
        new Sample("password", MailedLinks.passwordLetter()),
        new Sample("sign-in", MailedLinks.signInLetter()));
  }
}
