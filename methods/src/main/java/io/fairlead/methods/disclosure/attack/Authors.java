package io.fairlead.methods.disclosure.attack;

import io.fairlead.methods.disclosure.PublishedComments;
import io.fairlead.methods.disclosure.ReleasePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Who may have written a comment: everybody of the groups that it is labelled with, but for those
/// who tell which are theirs.
final class Authors {
  private Authors() {}

  /// @param responders by group
  static List<Violation> few(
      List<PublishedComments> comments, Map<String, Integer> responders, ReleasePolicy policy) {
    List<Violation> found = new ArrayList<>();
    for (PublishedComments each : comments) {
      int authors =
          each.groups().stream().mapToInt(group -> responders.getOrDefault(group, 0)).sum();
      boolean isNamed = ReleasePolicy.isNamed(each.groups().getFirst());
      boolean isFew = authors < policy.comments();
      boolean isTold = authors - policy.colluders() < ReleasePolicy.LEAST;
      if (!isNamed && (isFew || isTold)) {
        found.add(
            new Violation(
                Violation.Kind.FEW_AUTHORS,
                "comments from " + String.join(", ", each.groups()),
                "one of %d wrote it, of whom %d may tell; the threshold is %d"
                    .formatted(authors, policy.colluders(), policy.comments())));
      }
    }
    return found;
  }
}
