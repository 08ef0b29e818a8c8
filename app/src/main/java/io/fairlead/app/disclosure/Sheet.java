package io.fairlead.app.disclosure;

/// What somebody has written so far.
///
/// @param revision counts its savings from 1; the next saving names it
/// @param words what was handed to `Sheets.keep`, byte for byte
@SuppressWarnings("ArrayRecordComponent")
public record Sheet(long revision, byte[] words) {}
