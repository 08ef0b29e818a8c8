package io.fairlead.app.platform.web;

import java.util.Optional;
import java.util.UUID;

/// One sentence about what was just done, shown for a few seconds on the next page, with the entry
/// that takes it back where there is one.
public record Toast(String sentence, Optional<UUID> undo) {}
