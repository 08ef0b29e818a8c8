package io.fairlead.app.feedback;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param at in the organisation's zone
record DebriefInput(@Nullable LocalDateTime at, @Nullable UUID with) {}
