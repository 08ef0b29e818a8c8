package io.fairlead.app.feedback;

import io.fairlead.methods.instruments.Relationship;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Somebody who is to be asked about somebody. That they were asked is known; what they said, and
/// whether they did, is not.
///
/// @param person null for a guest
/// @param name null once their account is erased
public record Rater(
    UUID id,
    UUID subject,
    @Nullable UUID person,
    @Nullable UUID guest,
    @Nullable String name,
    Relationship relationship,
    ChosenBy chosenBy,
    State state) {

  /// Who picked them.
  public enum ChosenBy {
    RULE,
    REVIEWEE,
    MANAGER,
    PEOPLE_OPERATIONS;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ChosenBy of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  public enum State {
    /// May be asked; the assignment decides.
    PROPOSED,
    ASKED,
    /// They would rather not.
    DECLINED,
    /// The manager or people operations took them off.
    TAKEN_OFF;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<State> find(String code) {
      return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }
  }

  Rater in(State other) {
    return new Rater(id, subject, person, guest, name, relationship, chosenBy, other);
  }

  /// Whether they are shown by name in the report, and nobody's choice.
  public boolean isNamed() {
    return relationship == Relationship.SELF || relationship == Relationship.MANAGER;
  }
}
