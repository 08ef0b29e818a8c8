package io.fairlead.app.feedback;

import io.fairlead.methods.framework.FeedbackRound.Reviewees;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom a round is about: people of units and those below them, and single people; everybody where
/// neither is named.
///
/// @param objective whose contributors are meant instead, or none
/// @param reviewees which of the people of units, or of everybody, are meant; looked up on the day
///   of the launch
public record Population(
    Set<UUID> units, Set<UUID> people, @Nullable UUID objective, Reviewees reviewees) {
  public static final Population EVERYBODY = new Population(Set.of(), Set.of());

  public Population(Set<UUID> units, Set<UUID> people) {
    this(units, people, null, Reviewees.EVERYONE);
  }

  public Population {
    units = Set.copyOf(units);
    people = Set.copyOf(people);
  }

  public boolean isEverybody() {
    return units.isEmpty() && people.isEmpty() && objective == null;
  }

  /// How far below somebody there has to be someone, for them to be meant.
  int depth() {
    return switch (reviewees) {
      case EVERYONE -> 0;
      case LEADERS -> 1;
      case LEADERS_OF_LEADERS -> 2;
    };
  }

  static String code(Reviewees reviewees) {
    return reviewees.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Of nothing, everyone.
  static Optional<Reviewees> reviewees(@Nullable String code) {
    return code == null || code.isBlank()
        ? Optional.of(Reviewees.EVERYONE)
        : Arrays.stream(Reviewees.values()).filter(each -> code(each).equals(code)).findFirst();
  }
}
