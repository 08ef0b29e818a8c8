package io.fairlead.methods.coaching;

import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.Bound;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.PublishedComments;
import io.fairlead.methods.disclosure.PublishedScore;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.Scale;
import io.fairlead.methods.instruments.About;
import io.fairlead.methods.instruments.Competency;
import io.fairlead.methods.instruments.ItemBank;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reports about Ada as tests write them: `listening: self 4.0, peer+other 4 >= 4.5 ; delivery: - ;
/// comments peer 3`.
final class Reports {
  static final Scale FIVE = new Scale(1, 5);
  static final Map<String, About> BANK =
      ItemBank.shipped().competencies().stream()
          .collect(Collectors.toMap(Competency::id, Competency::about));

  private Reports() {}

  static Report report(String text) {
    return report(text, FIVE);
  }

  static Report report(String text, Scale scale) {
    return new Report(published(text, scale), BANK, Map.of());
  }

  static Published published(String text, Scale scale) {
    List<PublishedScore> scores = new ArrayList<>();
    List<PublishedComments> comments = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      String each = part.strip();
      if (each.startsWith("comments ")) {
        comments.add(comments(each.split(" ", -1)));
      } else if (!each.isEmpty()) {
        scores.add(score(each));
      }
    }
    return new Published("Ada", scale, scores, comments);
  }

  private static PublishedComments comments(String[] words) {
    return new PublishedComments(
        Optional.of("start"),
        List.of(words[1].split("\\+", -1)),
        Collections.nCopies(Integer.parseInt(words[2]), "Asks early."));
  }

  private static PublishedScore score(String text) {
    int colon = text.indexOf(':');
    String blocks = text.substring(colon + 1).strip();
    String[] place = text.substring(0, colon).strip().split("/", -1);
    return new PublishedScore(
        place[0],
        place.length > 1 ? Optional.of(place[1]) : Optional.empty(),
        blocks.equals("-")
            ? List.of()
            : List.of(blocks.split(",", -1)).stream().map(Reports::block).toList());
  }

  private static BlockValue block(String text) {
    String[] words = text.strip().split(" ", -1);
    List<String> groups = List.of(words[0].split("\\+", -1));
    return ReleasePolicy.isNamed(groups.getFirst())
        ? new BlockValue(groups, 1, Bound.EXACT, new BigDecimal(words[1]))
        : new BlockValue(
            groups, Integer.parseInt(words[1]), Bound.of(words[2]), new BigDecimal(words[3]));
  }
}
