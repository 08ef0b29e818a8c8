package io.fairlead.app.messages;

/// A kind of message that people choose a channel for, such as `mention`; message key
/// `message-kind.<code>`.
///
/// @param usual where it goes for who did not choose
/// @param maySilence whether a person may want none of it at all
public record MessageKind(String code, Channel usual, boolean maySilence) {}
