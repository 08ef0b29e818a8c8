package io.fairlead.app.feedback;

import io.fairlead.app.platform.web.Merge;
import java.util.List;
import java.util.Map;

/// Two windows answered the same question differently: both are shown, one is chosen.
///
/// @param fields what will be saved beside the choice, by field
/// @param labels of the questions, by field
/// @param conflicts in words
public record AnswerClash(
    String action,
    long revision,
    Map<String, String> fields,
    Map<String, String> labels,
    List<Merge.Conflict> conflicts) {
  public AnswerClash {
    fields = Map.copyOf(fields);
    labels = Map.copyOf(labels);
  }
}
