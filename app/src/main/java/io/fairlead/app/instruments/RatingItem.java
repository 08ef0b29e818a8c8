package io.fairlead.app.instruments;

import io.fairlead.methods.instruments.Item;
import io.fairlead.methods.instruments.Relationship;
import java.util.List;

/// One item as a rater reads and answers it; `instruments/item.jte` draws it with `scale.css`. What
/// is answered is sent as `1` to `7`, or as `0` for who cannot judge.
///
/// @param field the name that the answer is sent by; the ids on the page are made of it
/// @param anchors the behaviour at each point, from the lowest
/// @param chosen what was answered; empty before
public record RatingItem(String field, String text, List<String> anchors, String chosen) {
  public RatingItem {
    anchors = List.copyOf(anchors);
  }

  public static RatingItem of(
      Item item, Relationship rater, String language, String field, String chosen) {
    return new RatingItem(
        field,
        item.text(rater).in(language),
        item.anchors().stream().map(anchor -> anchor.in(language)).toList(),
        chosen);
  }

  public boolean isChosen(int point) {
    return chosen.equals(Integer.toString(point));
  }
}
