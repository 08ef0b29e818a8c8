package io.fairlead.app.platform.personal;

/// A system outside of this server that something leaves for.
///
/// @param code message key `recipient.<code>`, which says what it is sent
/// @param name what it is called or where it is, without anything secret
public record Recipient(String code, String name) {}
