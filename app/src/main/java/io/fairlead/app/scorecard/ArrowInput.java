package io.fairlead.app.scorecard;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An arrow as somebody draws it.
///
/// @param sign `helps` or `costs`; null: `helps`
/// @param lagMonths null: 0
public record ArrowInput(
    @Nullable UUID from,
    @Nullable UUID to,
    @Nullable String sign,
    @Nullable Integer lagMonths,
    @Nullable String note) {}
