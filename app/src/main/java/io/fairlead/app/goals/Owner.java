package io.fairlead.app.goals;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whose objective it is: a person's, a team's, a unit's, or the organisation's, which has no id.
public record Owner(Kind kind, @Nullable UUID id) {

  public enum Kind {
    PERSON,
    TEAM,
    UNIT,
    ORGANISATION;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> find(String code) {
      return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
  }

  public static final Owner ORGANISATION = new Owner(Kind.ORGANISATION, null);

  public Owner {
    if ((kind == Kind.ORGANISATION) != (id == null)) {
      throw new IllegalArgumentException("only the organisation has no id: " + kind + " " + id);
    }
  }

  public static Owner person(UUID id) {
    return new Owner(Kind.PERSON, id);
  }

  public static Owner team(UUID id) {
    return new Owner(Kind.TEAM, id);
  }

  public static Owner unit(UUID id) {
    return new Owner(Kind.UNIT, id);
  }

  /// The id, if the owner is of this kind.
  @Nullable UUID idIf(Kind wanted) {
    return kind == wanted ? id : null;
  }
}
