package io.fairlead.app.messages;

/// A kind of message that people choose a channel for, such as `mention`; message key
/// `message-kind.<code>`.
///
/// @param usual where it goes for who did not choose
/// @param maySilence whether a person may want none of it at all
/// @param mailOnly whether it is a mail by its nature and never stands in the inbox
public record MessageKind(String code, Channel usual, boolean maySilence, boolean mailOnly) {

  /// A kind that may stand in the inbox.
  public MessageKind(String code, Channel usual, boolean maySilence) {
    this(code, usual, maySilence, false);
  }

  boolean allows(Channel channel) {
    return switch (channel) {
      case INBOX, BOTH -> !mailOnly;
      case MAIL -> true;
      case NONE -> maySilence;
    };
  }
}
