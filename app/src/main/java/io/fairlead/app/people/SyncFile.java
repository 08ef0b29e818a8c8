package io.fairlead.app.people;

import io.fairlead.app.people.ImportRun.Absent;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A file that another system sends by itself.
///
/// @param mapping the name of the saved mapping that says what its columns mean; null to recognise
///   it
/// @param absent what its not naming somebody means; by default that they leave
/// @param asOf the day of which it tells; by default the day in its name, if there is one
/// @param park apply the good rows and park the rest; without it, one wrong row refuses all
/// @param allowLeaving how many may leave by this file although they are more than 5 %
public record SyncFile(
    Path content,
    String name,
    @Nullable String mapping,
    @Nullable Absent absent,
    @Nullable LocalDate asOf,
    boolean park,
    @Nullable Integer allowLeaving) {}
