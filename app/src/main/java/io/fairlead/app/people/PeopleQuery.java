package io.fairlead.app.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which people to list.
///
/// @param search part of a name, title, unit or team, or a whole address that the viewer may read
/// @param unit this unit and those below it
/// @param team members of the team
/// @param manager direct reports of this person
/// @param on the day the list shows; today when null
/// @param cursor where the last page ended; the first page when null
/// @param limit at most `LARGEST_BLOCK`
public record PeopleQuery(
    @Nullable String search,
    @Nullable UUID unit,
    @Nullable UUID team,
    @Nullable UUID manager,
    @Nullable LocalDate on,
    Sort sort,
    boolean descending,
    @Nullable String cursor,
    int limit) {
  public static final int LARGEST_PAGE = 200;

  /// What a file is made of: where everybody must be sorted for each block, larger ones are fewer.
  static final int LARGEST_BLOCK = 5_000;

  static final int USUAL_PAGE = 50;

  public PeopleQuery {
    limit = Math.clamp(limit, 1, LARGEST_BLOCK);
  }

  /// What the list is ordered by; people whose field the viewer may not read come last.
  public enum Sort {
    NAME,
    TITLE,
    UNIT,
    MANAGER,
    SINCE
  }

  public static PeopleQuery everybody() {
    return new PeopleQuery(null, null, null, null, null, Sort.NAME, false, null, USUAL_PAGE);
  }

  public PeopleQuery matching(String text) {
    return new PeopleQuery(text, unit, team, manager, on, sort, descending, cursor, limit);
  }

  public PeopleQuery reportingTo(UUID person) {
    return new PeopleQuery(search, unit, team, person, on, sort, descending, cursor, limit);
  }

  public PeopleQuery inUnit(UUID other) {
    return new PeopleQuery(search, other, team, manager, on, sort, descending, cursor, limit);
  }

  public PeopleQuery inTeam(UUID other) {
    return new PeopleQuery(search, unit, other, manager, on, sort, descending, cursor, limit);
  }

  public PeopleQuery onDay(LocalDate day) {
    return new PeopleQuery(search, unit, team, manager, day, sort, descending, cursor, limit);
  }

  public PeopleQuery sortedBy(Sort other, boolean downwards) {
    return new PeopleQuery(search, unit, team, manager, on, other, downwards, cursor, limit);
  }

  public PeopleQuery page(@Nullable String after, int size) {
    return new PeopleQuery(search, unit, team, manager, on, sort, descending, after, size);
  }
}
