package io.fairlead.app.messages;

/// What a mail server made of one mail.
sealed interface Handover {
  /// What it said, or what went wrong; never an address of ours or what a mail says.
  String reply();

  /// It took it: from here on it answers for it.
  record Taken(String reply) implements Handover {}

  /// It will never take it for this recipient (5xx).
  record Refused(String reply) implements Handover {}

  /// It does not take it now (4xx).
  record Later(String reply) implements Handover {}

  /// The connection broke while it was handed over; nobody knows whether it was taken.
  record Broken(String reply) implements Handover {}

  /// The server cannot be worked with at all: not there, no trust, no right to send.
  record Unusable(String reply) implements Handover {}
}
