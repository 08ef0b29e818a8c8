package io.fairlead.app.messages;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// One connection to the mail server, opened when the first mail needs it and kept for the next.
/// Not for several threads.
final class MailServer implements AutoCloseable {
  private final MailSettings settings;
  private final Session session;
  private @Nullable SMTPTransport transport;

  MailServer(MailSettings settings) {
    this(settings, null);
  }

  /// @param trust whose certificates are trusted; null: those that Java trusts
  MailServer(MailSettings settings, @Nullable SSLSocketFactory trust) {
    this.settings = settings;
    Properties properties = properties(settings);
    if (trust != null) {
      properties.put("mail.smtp.ssl.socketFactory", trust);
    }
    this.session = Session.getInstance(properties);
  }

  private static Properties properties(MailSettings settings) {
    String timeout = Long.toString(settings.timeout().toMillis());
    Properties properties = new Properties();
    properties.put("mail.smtp.host", settings.host());
    properties.put("mail.smtp.port", Integer.toString(settings.port()));
    properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
    properties.put("mail.smtp.connectiontimeout", timeout);
    properties.put("mail.smtp.timeout", timeout);
    properties.put("mail.smtp.writetimeout", timeout);
    // What a server answers to RSET tells nothing that the next mail does not.
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.localhost", settings.domain());
    properties.put("mail.mime.charset", "UTF-8");
    boolean tls = settings.security() == MailSettings.Security.TLS;
    boolean starttls = settings.security() == MailSettings.Security.STARTTLS;
    properties.put("mail.smtp.ssl.enable", Boolean.toString(tls));
    properties.put("mail.smtp.ssl.checkserveridentity", Boolean.toString(tls || starttls));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(starttls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(starttls));
    return properties;
  }

  /// A mail as it goes over the wire.
  ///
  /// @param name of the recipient, cleaned
  record Envelope(
      UUID id, String name, String address, String subject, String text, String html, Instant at) {}

  /// Gets a connection if there is none.
  ///
  /// @return why it cannot be had; null when there is one
  Handover.@Nullable Unusable connect() {
    SMTPTransport known = transport;
    if (known != null && known.isConnected()) {
      return null;
    }
    close();
    try {
      SMTPTransport fresh = (SMTPTransport) session.getTransport("smtp");
      fresh.connect(
          settings.host(),
          settings.port(),
          settings.user().isEmpty() ? null : settings.user(),
          settings.user().isEmpty() ? null : settings.password());
      transport = fresh;
      return null;
    } catch (AuthenticationFailedException e) {
      return new Handover.Unusable("sign-in");
    } catch (MessagingException e) {
      return new Handover.Unusable(Replies.ofConnecting(e));
    }
  }

  /// Hands one mail over on the connection that `connect` got.
  Handover send(Envelope envelope) {
    MimeMessage message;
    Address[] recipients;
    try {
      InternetAddress recipient = new InternetAddress(envelope.address(), true);
      recipients = new Address[] {recipient};
      message = message(envelope, recipient);
    } catch (AddressException e) {
      return new Handover.Refused("no-address");
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
    SMTPTransport server = transport;
    if (server == null) {
      throw new IllegalStateException("not connected");
    }
    try {
      server.sendMessage(message, recipients);
      return new Handover.Taken(Replies.line(server.getLastServerResponse()));
    } catch (MessagingException e) {
      Handover outcome = outcome(e);
      if (!(outcome instanceof Handover.Refused) || !server.isConnected()) {
        close();
      }
      return outcome;
    }
  }

  private static Handover outcome(MessagingException failure) {
    for (Exception cause = failure; cause != null; cause = next(cause)) {
      switch (cause) {
        case SMTPAddressFailedException refused -> {
          return answered(refused.getReturnCode(), refused.getMessage());
        }
        // Our sender is refused: that is no recipient's fault.
        case SMTPSendFailedException refused when refused.getCommand().startsWith("MAIL") -> {
          return new Handover.Unusable(Replies.line(refused.getMessage()));
        }
        case SMTPSendFailedException refused when refused.getReturnCode() >= 400 -> {
          return answered(refused.getReturnCode(), refused.getMessage());
        }
        default -> {}
      }
    }
    return new Handover.Broken(Replies.line(failure.getClass().getSimpleName()));
  }

  private static @Nullable Exception next(Exception cause) {
    Exception next = cause instanceof MessagingException mail ? mail.getNextException() : null;
    return next == null && cause.getCause() instanceof Exception inner ? inner : next;
  }

  private static Handover answered(int code, @Nullable String said) {
    String reply = Replies.line(said);
    if (code == 421) {
      return new Handover.Unusable(reply);
    }
    return code >= 500 ? new Handover.Refused(reply) : new Handover.Later(reply);
  }

  private MimeMessage message(Envelope envelope, InternetAddress recipient)
      throws MessagingException, UnsupportedEncodingException {
    recipient.setPersonal(envelope.name(), "UTF-8");
    MimeMessage message = new WithOwnId(session, envelope.id(), settings.domain());
    message.setFrom(new InternetAddress(settings.from(), true));
    message.setRecipient(jakarta.mail.Message.RecipientType.TO, recipient);
    message.setSubject(envelope.subject(), "UTF-8");
    message.setSentDate(Date.from(envelope.at()));
    // So that nobody's absence is announced to a machine (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    MimeMultipart parts = new MimeMultipart("alternative");
    parts.addBodyPart(part(envelope.text(), "plain"));
    parts.addBodyPart(part(envelope.html(), "html"));
    message.setContent(parts);
    message.saveChanges();
    return message;
  }

  private static MimeBodyPart part(String content, String kind) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(content, "UTF-8", kind);
    return part;
  }

  /// Keeps its Message-ID however often it is made, so that the same mail, if it arrives twice, can
  /// be known for the same.
  private static final class WithOwnId extends MimeMessage {
    private final String messageId;

    WithOwnId(Session session, UUID id, String domain) {
      super(session);
      this.messageId = "<" + id + "@" + domain + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }

  @Override
  public void close() {
    Transport known = transport;
    transport = null;
    if (known != null) {
      try {
        known.close();
      } catch (MessagingException e) {
        // It is gone either way.
      }
    }
  }
}
