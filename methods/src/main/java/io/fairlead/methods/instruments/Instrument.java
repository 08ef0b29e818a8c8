package io.fairlead.methods.instruments;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is asked in one go about one person: sections of items, then comments.
///
/// @param edition counts up whenever a word changes
/// @param languages those it is there in, the one that it was written in first
/// @param audience who is rated with it
/// @param points of the scale: 5 or 7
/// @param minutes that a rater is told answering takes, for one person
/// @param raters who may be asked
/// @param competencies all that its items name, by id
public record Instrument(
    String id,
    int edition,
    List<String> languages,
    LocalText name,
    LocalText audience,
    int points,
    int minutes,
    Set<Relationship> raters,
    Map<String, Competency> competencies,
    List<Section> sections,
    List<CommentQuestion> comments,
    Validity validity) {
  public Instrument {
    languages = List.copyOf(languages);
    raters = Collections.unmodifiableSet(EnumSet.copyOf(raters));
    competencies = Collections.unmodifiableMap(new LinkedHashMap<>(competencies));
    sections = List.copyOf(sections);
    comments = List.copyOf(comments);
  }

  /// All items, in the order in which they are asked.
  public List<Item> items() {
    return sections.stream().flatMap(section -> section.items().stream()).toList();
  }

  /// How long answering takes for one person.
  public double estimatedMinutes() {
    int required = (int) comments.stream().filter(CommentQuestion::required).count();
    return AnsweringTime.minutes(items().size(), comments.size() - required, required);
  }
}
