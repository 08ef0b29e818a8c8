package io.fairlead.app.messages;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The post as other modules' tests see it: opened to everyone, delivered, read.
@Component
public final class Post {
  private final Gathering gathering;
  private final Postman postman;
  private final MailSettings settings;
  private final GreenMail server;
  private final Digests digests;
  private final Reminders reminders;
  private final JdbcClient database;

  Post(
      Gathering gathering,
      Postman postman,
      MailSettings settings,
      GreenMail server,
      Digests digests,
      Reminders reminders,
      JdbcClient database) {
    this.gathering = gathering;
    this.postman = postman;
    this.settings = settings;
    this.server = server;
    this.digests = digests;
    this.reminders = reminders;
    this.database = database;
  }

  /// One mail, as its reader has it.
  public record Read(String to, String subject, String text) {
    /// The path of the first link in it that begins so.
    public String link(String beginning) {
      return Arrays.stream(text.split("\\s+"))
          .filter(word -> word.startsWith(TestMail.URL + beginning))
          .map(word -> word.substring(TestMail.URL.length()))
          .findFirst()
          .orElseThrow();
    }
  }

  /// Mail may reach everyone.
  public void openToEveryone() {
    database
        .sql(
            """
            insert into mail_audience (id, everyone, opened_at) values (gen_random_uuid(), true, now())
            on conflict do nothing
            """)
        .update();
  }

  /// Does what the job of weekly mail does.
  public void digests() {
    digests.send();
  }

  /// Does what the job of reminders does.
  public void reminders() {
    reminders.remind();
  }

  public void empty() {
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Takes what is due to another server of this machine.
  public void deliver(int port) {
    deliver(TestMail.settings(port, "none", "", ""));
  }

  private void deliver(MailSettings to) {
    gathering.gather();
    try (MailServer connection = new MailServer(to)) {
      while (postman.round(connection) > 0) {}
    }
  }

  /// Gathers and delivers what is due; all that arrived so far.
  public List<Read> delivered() {
    deliver(settings);
    return Arrays.stream(server.getReceivedMessages()).map(Post::read).toList();
  }

  private static Read read(MimeMessage mail) {
    try {
      return new Read(
          mail.getAllRecipients()[0].toString().replaceAll(".*<(.*)>", "$1"),
          mail.getSubject(),
          (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent());
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
