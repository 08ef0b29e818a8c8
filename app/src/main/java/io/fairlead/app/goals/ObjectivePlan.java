package io.fairlead.app.goals;

import io.fairlead.methods.goals.ObjectiveKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An objective as its people write it: everything that one save changes together.
///
/// @param question what a learning objective wants to know
/// @param accountable who answers for it; for a person's own objective that person
/// @param readers the people a `named` objective is shown to
/// @param standsAloneBecause why it aligns to nothing
public record ObjectivePlan(
    UUID cycle,
    String title,
    String why,
    ObjectiveKind kind,
    String question,
    Owner owner,
    UUID accountable,
    @Nullable UUID delegate,
    Visibility visibility,
    Set<UUID> readers,
    String standsAloneBecause,
    List<KeyResultPlan> keyResults,
    List<Watched> watched) {

  /// Something looked at beside the key results without being promised.
  ///
  /// @param id null until it is stored
  public record Watched(@Nullable UUID id, String name, String note) {}

  public ObjectivePlan {
    readers = Set.copyOf(readers);
    keyResults = List.copyOf(keyResults);
    watched = List.copyOf(watched);
  }

  /// Everybody it names.
  Set<UUID> people() {
    Set<UUID> people = new HashSet<>(readers);
    people.add(accountable);
    add(people, delegate);
    add(people, owner.idIf(Owner.Kind.PERSON));
    keyResults.forEach(one -> add(people, one.owner()));
    return people;
  }

  /// The ids of its key results and their milestones, as far as they have any.
  Set<UUID> partIds() {
    Set<UUID> parts = new HashSet<>();
    for (KeyResultPlan one : keyResults) {
      add(parts, one.id());
      one.milestones().forEach(step -> add(parts, step.id()));
    }
    return parts;
  }

  /// The ids of its key results, as far as they have any.
  Set<UUID> keyResultIds() {
    Set<UUID> own = new HashSet<>();
    keyResults.forEach(one -> add(own, one.id()));
    return own;
  }

  private static void add(Set<UUID> ids, @Nullable UUID id) {
    if (id != null) {
      ids.add(id);
    }
  }

  ObjectivePlan in(UUID other) {
    return new ObjectivePlan(
        other,
        title,
        why,
        kind,
        question,
        owner,
        accountable,
        delegate,
        visibility,
        readers,
        standsAloneBecause,
        keyResults,
        watched);
  }

  ObjectivePlan withDelegate(UUID person) {
    return new ObjectivePlan(
        cycle,
        title,
        why,
        kind,
        question,
        owner,
        accountable,
        person,
        visibility,
        readers,
        standsAloneBecause,
        keyResults,
        watched);
  }

  /// Given to somebody else; what the one before had of its key results goes along.
  ObjectivePlan givenTo(UUID person) {
    return new ObjectivePlan(
        cycle,
        title,
        why,
        kind,
        question,
        owner.kind() == Owner.Kind.PERSON ? Owner.person(person) : owner,
        person,
        person.equals(delegate) ? null : delegate,
        visibility,
        readers,
        standsAloneBecause,
        keyResults.stream()
            .map(one -> accountable.equals(one.owner()) ? one.ownedBy(null) : one)
            .toList(),
        watched);
  }

  /// The same words for another objective.
  ObjectivePlan withoutIds() {
    return withKeyResults(keyResults.stream().map(KeyResultPlan::withoutIds).toList());
  }

  ObjectivePlan withKeyResults(List<KeyResultPlan> others) {
    return new ObjectivePlan(
        cycle,
        title,
        why,
        kind,
        question,
        owner,
        accountable,
        delegate,
        visibility,
        readers,
        standsAloneBecause,
        others,
        watched);
  }
}
