package io.fairlead.app.feedback;

import io.fairlead.app.feedback.RoundWork.Asked;
import io.fairlead.methods.disclosure.ReleaseRule;
import io.fairlead.methods.disclosure.SubjectAnswers.Responder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whom a reviewee chose may not be the majority of any block: friends would make it theirs, and
/// could expose whoever else is in it. Who is left out is decided from counts alone, as the
/// partition is.
final class ReviewersChoice {
  private ReviewersChoice() {}

  /// The responders without those of blocks in which more than half were the reviewee's choice:
  /// nothing of such a block is published, and no reason is given.
  static List<Responder> without(Map<Responder, Asked> responders, ReleaseRule rule) {
    Map<Responder, Asked> left = new LinkedHashMap<>(responders);
    Set<String> out = chosen(left, rule.numericBlocks(counts(left)));
    while (!out.isEmpty()) {
      Set<String> groups = out;
      left.keySet().removeIf(responder -> groups.contains(responder.group()));
      out = chosen(left, rule.numericBlocks(counts(left)));
    }
    Set<String> silent = chosen(left, rule.commentBlocks(counts(left)));
    List<Responder> all = new ArrayList<>();
    left.keySet()
        .forEach(responder ->
            all.add(
                silent.contains(responder.group())
                    ? new Responder(
                        responder.rater(), responder.group(), responder.ratings(), List.of())
                    : responder));
    return all;
  }

  private static Map<String, Integer> counts(Map<Responder, Asked> responders) {
    Map<String, Integer> counts = new HashMap<>();
    responders.keySet().forEach(responder -> counts.merge(responder.group(), 1, Integer::sum));
    return counts;
  }

  /// The groups of blocks in which more than half were chosen.
  private static Set<String> chosen(Map<Responder, Asked> responders, List<List<String>> blocks) {
    Set<String> groups = new HashSet<>();
    for (List<String> block : blocks) {
      long chosen = 0;
      long all = 0;
      for (Map.Entry<Responder, Asked> each : responders.entrySet()) {
        if (block.contains(each.getKey().group())) {
          all++;
          chosen += each.getValue().chosenByReviewee() ? 1 : 0;
        }
      }
      if (2 * chosen > all) {
        groups.addAll(block);
      }
    }
    return groups;
  }
}
