package io.fairlead.app.access;

import java.util.UUID;

/// How somebody stands with the sign-in page.
///
/// @param state `none` (not let in), `invited` (no password yet), `active` or `locked`
public record Standing(UUID person, String name, String email, String title, String state) {}
