package io.fairlead.app.feedback;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A follow-up as somebody writes it; what is left out has its usual value. Everything else is that
/// of the round which it follows.
///
/// @param name usually that of the round with "follow-up"
/// @param instrument usually `follow-up-pulse`; none of whose questions was asked in that round
/// @param opens usually a week from today
/// @param closes usually two weeks later
/// @param people about whom; usually everybody whom that round was about
public record FollowUpInput(
    @Nullable String name,
    @Nullable String instrument,
    @Nullable LocalDate opens,
    @Nullable LocalDate closes,
    @Nullable Set<UUID> people) {}
