package io.fairlead.app.demo;

import io.fairlead.app.demo.DemoCompany.Employment;
import io.fairlead.app.demo.DemoCompany.Grant;
import io.fairlead.app.demo.DemoCompany.Line;
import io.fairlead.app.demo.DemoCompany.Membership;
import io.fairlead.app.demo.DemoCompany.Person;
import io.fairlead.app.demo.DemoCompany.Team;
import io.fairlead.app.demo.DemoCompany.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who works at Brightwell, and how they got there, while it is being made.
final class Staff {
  /// A unit as one works in it.
  ///
  /// @param topic what its goals are about
  /// @param members those the lead manages, without leads of units below
  record Post(
      Unit unit, UUID lead, String topic, @Nullable Post above, int depth, List<UUID> members) {
    List<UUID> everybody() {
      List<UUID> everybody = new ArrayList<>(members);
      everybody.add(lead);
      return everybody;
    }
  }

  /// A cross-functional team with its people.
  record Crew(Team team, List<UUID> members) {}

  final List<Post> posts = new ArrayList<>();
  final List<Crew> crews = new ArrayList<>();
  final Map<UUID, Person> people = new LinkedHashMap<>();
  final Map<UUID, Post> postOf = new HashMap<>();
  final List<Employment> employments = new ArrayList<>();
  final List<Line> lines = new ArrayList<>();
  final List<Membership> memberships = new ArrayList<>();
  final List<Grant> grants = new ArrayList<>();

  Person person(UUID id) {
    Person person = people.get(id);
    if (person == null) {
      throw new IllegalStateException("nobody is " + id);
    }
    return person;
  }

  Person named(String name) {
    return people.values().stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody is called " + name));
  }

  Post post(UUID person) {
    Post post = postOf.get(person);
    if (post == null) {
      throw new IllegalStateException("works nowhere: " + person);
    }
    return post;
  }

  /// Those of a topic who work here on a day and lead nobody.
  List<UUID> about(List<String> topics, LocalDate day) {
    return posts.stream()
        .filter(post -> topics.contains(post.topic()))
        .flatMap(post -> post.members().stream())
        .filter(person -> person(person).isHere(day))
        .toList();
  }
}
