package io.fairlead.app.scorecard;

import io.fairlead.methods.scorecard.Sign;
import java.util.UUID;

/// A hypothesis of a strategy map.
///
/// @param lagMonths after how many months the effect is expected
public record Arrow(UUID id, UUID from, UUID to, Sign sign, int lagMonths, String note) {}
