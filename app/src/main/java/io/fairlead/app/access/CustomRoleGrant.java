package io.fairlead.app.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That somebody holds a composed role.
///
/// @param unit where it reaches, with those below it; null: the whole organisation
/// @param lastDay the last day on which it works; null: until it is taken away
/// @param mayGiveOn whether its holder may give the same role within it
/// @param under the grant by which it was given on, with which it ends; null: people operations
///   gave it
record CustomRoleGrant(
    UUID id,
    UUID role,
    UUID person,
    String name,
    @Nullable UUID unit,
    @Nullable String unitName,
    @Nullable LocalDate lastDay,
    boolean mayGiveOn,
    @Nullable UUID under,
    @Nullable UUID by,
    @Nullable String byName,
    Instant at) {}
