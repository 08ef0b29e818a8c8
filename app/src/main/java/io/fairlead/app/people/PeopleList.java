package io.fairlead.app.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of people.
///
/// @param next cursor of the next page; null on the last
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeopleList(List<PersonEntry> people, @Nullable String next) {
  public PeopleList {
    people = List.copyOf(people);
  }
}
