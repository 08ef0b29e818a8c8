package io.fairlead.app.goals;

import java.math.BigDecimal;
import java.util.UUID;

/// What an objective moves, as somebody who can see both sees it.
///
/// @param share what of the objective below counts in the one above; counts only once agreed
public record Alignment(
    UUID child,
    String childTitle,
    UUID parent,
    String parentTitle,
    BigDecimal share,
    boolean primary,
    boolean agreed,
    long version) {}
