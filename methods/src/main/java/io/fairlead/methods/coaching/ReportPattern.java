package io.fairlead.methods.coaching;

import io.fairlead.methods.instruments.Behaviour;
import io.fairlead.methods.instruments.BehaviourLibrary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A shape that the figures of a report can have, what it may mean, and how to talk about it. It
/// says nothing about a person: each has readings that contradict each other, and only the debrief
/// finds out which of them fits, if any.
///
/// @param id once and for good
/// @param edition counts up whenever a word changes
/// @param when all of which have to hold
/// @param replaces ids of more general patterns that are left out where this one holds
/// @param mayMean at least two readings
/// @param doesNotMean what is easily read into it
/// @param lookFor two prompts for behaviour that one has seen
/// @param ask three questions for the debrief
/// @param doNotSay what closes the talk, and why
/// @param behaviours ids of the library that fit
public record ReportPattern(
    String id,
    int edition,
    String name,
    List<Rule> when,
    List<String> replaces,
    List<String> mayMean,
    List<String> doesNotMean,
    List<String> lookFor,
    List<String> ask,
    List<String> doNotSay,
    List<String> behaviours) {
  public ReportPattern {
    when = List.copyOf(when);
    replaces = List.copyOf(replaces);
    mayMean = List.copyOf(mayMean);
    doesNotMean = List.copyOf(doesNotMean);
    lookFor = List.copyOf(lookFor);
    ask = List.copyOf(ask);
    doNotSay = List.copyOf(doNotSay);
    behaviours = List.copyOf(behaviours);
  }

  /// The published figures because of which it holds; empty where it does not.
  public Optional<List<Fact>> facts(Report report) {
    Set<Fact> facts = new LinkedHashSet<>();
    for (Rule rule : when) {
      Optional<List<Fact>> found = rule.condition().facts(report);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      facts.addAll(found.get());
    }
    return Optional.of(new ArrayList<>(facts));
  }

  /// Whether it holds only where no other does.
  public boolean isLastResort() {
    return when.stream().anyMatch(rule -> rule.condition() instanceof Condition.NothingElse);
  }

  /// Those of the library that fit, to choose one or two from.
  public List<Behaviour> behaviours(BehaviourLibrary library) {
    return behaviours.stream().flatMap(each -> library.find(each).stream()).toList();
  }
}
