package io.fairlead.app.messages;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The mails that messages sends by itself: what people are told and are reminded of, and the
/// weekly one.
@Component
class OwnLetterSamples implements LetterSamples {
  private static final UUID NOBODY = new UUID(0, 0);

  @Override
  public List<Sample> letterSamples(Viewer viewer, Words words) {
    String task = words.text("preview.task");
    return List.of(
        new Sample(
            Gathering.KIND,
            new Letter(
                "mail.told.subject.many",
                List.of("2"),
                List.of(
                    reminder("reminder.before", task, words.longDate(words.today().plusDays(1))),
                    reminder("reminder.after", task, words.longDate(words.today().minusDays(1)))),
                "mail.told.why")),
        new Sample(
            OwnKinds.DIGEST,
            Digests.letter(
                List.of(
                    new NoChange.Item(
                        viewer.person(),
                        NOBODY,
                        words.text("preview.item"),
                        words.plainDate(words.today().minusDays(7)))),
                "/")),
        new Sample(MailTries.KIND, MailTries.letter()));
  }

  private static Letter.Line reminder(String key, String task, String date) {
    return new Letter.Line(key, List.of(task, date), null, "/", null);
  }
}
