package io.fairlead.methods.framework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where an organisation is going. Each part may be missing, and is then null or empty.
public record Direction(
    @Nullable String missionText,
    @Nullable String visionText,
    List<Ambition> ambitions,
    List<Value> values) {
  public Direction {
    ambitions = List.copyOf(ambitions);
    values = List.copyOf(values);
  }

  public Optional<String> mission() {
    return Optional.ofNullable(missionText);
  }

  public Optional<String> vision() {
    return Optional.ofNullable(visionText);
  }

  /// Something that should be true in some years.
  public record Ambition(String name, @Nullable String why, @Nullable LocalDate by) {}

  /// How people want to work together, and what one sees someone do who does.
  public record Value(String name, @Nullable String means) {}
}
