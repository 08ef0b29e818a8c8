package io.fairlead.app.goals;

import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.SeenBy;
import java.util.UUID;

/// Giving an objective up.
public record DropPage(
    UUID id, String title, boolean open, FormState form, String key, SeenBy seenBy) {}
