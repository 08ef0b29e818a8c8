package io.fairlead.methods.instruments;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A behaviour to be rated.
///
/// @param id `communication.point-first`; once and for good
/// @param competency the id of its competency
/// @param others what raters read after the person's name
/// @param wording what those read instead for whom it differs; a self rating begins with "I"
/// @param anchors the behaviour at each point of the scale, from the lowest
/// @param accepted reasons by the id of the lint rule that they answer
/// @param line where it stands in its file, from 1
public record Item(
    String id,
    String competency,
    About about,
    LocalText others,
    Map<Relationship, LocalText> wording,
    List<LocalText> anchors,
    Map<String, String> accepted,
    int line) {
  public Item {
    Map<Relationship, LocalText> ordered = new EnumMap<>(Relationship.class);
    ordered.putAll(wording);
    wording = Collections.unmodifiableMap(ordered);
    anchors = List.copyOf(anchors);
    accepted = Map.copyOf(accepted);
  }

  /// What a rater of that kind reads.
  public LocalText text(Relationship rater) {
    return ownText(rater).orElse(others);
  }

  Optional<LocalText> ownText(Relationship rater) {
    return Optional.ofNullable(wording.get(rater));
  }
}
