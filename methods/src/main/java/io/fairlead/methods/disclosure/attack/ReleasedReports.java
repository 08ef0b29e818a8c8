package io.fairlead.methods.disclosure.attack;

import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.Bound;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.PublishedComments;
import io.fairlead.methods.disclosure.PublishedScore;
import io.fairlead.methods.disclosure.Scale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `fairlead feedback release --json` printed of one round.
///
/// @param file its name, for messages
/// @param commentsFrom raters that a group of comments has at least, where that is more than its
///   policy says; else 0
public record ReleasedReports(
    String file, List<Score> scores, List<Comments> comments, int commentsFrom) {
  private static final Pattern FIGURE = Pattern.compile("-?[0-9]{1,4}(\\.[0-9])?");
  private static final int MOST_RATERS = 1_000_000;

  public ReleasedReports {
    scores = List.copyOf(scores);
    comments = List.copyOf(comments);
  }

  /// As it is written, whether or not it can be so.
  ///
  /// @param others both ends, or nothing
  record Score(
      String subject,
      String competency,
      Optional<String> item,
      List<BlockValue> blocks,
      boolean isWithheld,
      List<BigDecimal> others) {

    List<BlockValue> unnamed() {
      return blocks.stream().filter(block -> !block.isNamed()).toList();
    }

    String where() {
      return subject + ", " + competency + item.map(it -> ", " + it).orElse("");
    }
  }

  record Comments(String subject, PublishedComments published) {}

  /// What was published of each reviewee, in the order in which they stand there; "others" is made
  /// of the blocks anew.
  ///
  /// @throws IllegalArgumentException where a figure lies outside the scale, a name is missing or a
  ///   competency stands twice
  public List<Published> published(Scale scale) {
    Map<String, List<PublishedScore>> reviewees = new LinkedHashMap<>();
    for (Score score : scores) {
      if (score.subject().isBlank() || score.competency().isBlank()) {
        throw new IllegalArgumentException("a reviewee or a competency has no name");
      }
      List<PublishedScore> own = reviewees.computeIfAbsent(score.subject(), _ -> new ArrayList<>());
      PublishedScore published =
          new PublishedScore(score.competency(), score.item(), score.blocks());
      if (own.stream().anyMatch(other -> isSamePlace(other, published))) {
        throw new IllegalArgumentException(score.where() + " stands there twice");
      }
      score.blocks().forEach(block -> inside(score, block, scale));
      own.add(published);
    }
    Map<String, List<PublishedComments>> words = new HashMap<>();
    for (Comments each : comments) {
      reviewees.computeIfAbsent(each.subject(), _ -> new ArrayList<>());
      words.computeIfAbsent(each.subject(), _ -> new ArrayList<>()).add(each.published());
    }
    return reviewees.entrySet().stream()
        .map(each ->
            new Published(
                each.getKey(),
                scale,
                each.getValue(),
                words.getOrDefault(each.getKey(), List.of())))
        .toList();
  }

  private static boolean isSamePlace(PublishedScore one, PublishedScore two) {
    return one.competency().equals(two.competency()) && one.item().equals(two.item());
  }

  private static void inside(Score score, BlockValue block, Scale scale) {
    if (block.n() > MOST_RATERS) {
      throw new IllegalArgumentException(score.where() + ": %,d raters".formatted(block.n()));
    }
    if (block.mean().compareTo(BigDecimal.valueOf(scale.low())) < 0
        || block.mean().compareTo(BigDecimal.valueOf(scale.high())) > 0) {
      throw new IllegalArgumentException(
          "%s: %s lies outside the scale from %d to %d"
              .formatted(score.where(), block.mean(), scale.low(), scale.high()));
    }
  }

  /// @throws IllegalArgumentException with the reason, for what is no such document
  public static ReleasedReports read(String file, String json) {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(json);
    } catch (JacksonException unreadable) {
      throw new IllegalArgumentException(
          "it is not JSON: " + unreadable.getOriginalMessage(), unreadable);
    }
    if (!root.path("releases").isArray()) {
      throw new IllegalArgumentException("it has no list named releases");
    }
    List<Score> scores = new ArrayList<>();
    for (JsonNode release : root.path("releases").values()) {
      try {
        scores.add(score(release));
      } catch (JacksonException | IllegalArgumentException misfit) {
        throw new IllegalArgumentException(
            "release %d is not laid out as it must be: %s"
                .formatted(scores.size() + 1, misfit.getMessage()),
            misfit);
      }
    }
    List<Comments> comments = new ArrayList<>();
    for (JsonNode each : root.path("comments").values()) {
      comments.add(
          new Comments(
              each.path("subject").asString(""),
              new PublishedComments(
                  text(each.path("item")),
                  strings(each.path("groups")),
                  strings(each.path("texts")))));
    }
    return new ReleasedReports(file, scores, comments, root.path("comments_from").asInt(0));
  }

  private static Score score(JsonNode release) {
    List<BlockValue> blocks = new ArrayList<>();
    for (JsonNode block : release.path("blocks").values()) {
      blocks.add(
          new BlockValue(
              strings(block.path("groups")),
              block.path("n").asInt(0),
              Bound.of(block.path("bound").asString("")),
              figure(block.path("mean").asString(""))));
    }
    JsonNode others = release.path("others");
    return new Score(
        release.path("subject").asString(""),
        release.path("competency").asString(""),
        text(release.path("item")),
        blocks,
        release.path("withheld").asBoolean(false),
        others.isObject()
            ? List.of(
                figure(others.path("low").asString("")), figure(others.path("high").asString("")))
            : List.of());
  }

  private static BigDecimal figure(String text) {
    if (!FIGURE.matcher(text).matches()) {
      throw new IllegalArgumentException("'%s' is no figure with one decimal".formatted(text));
    }
    return new BigDecimal(text).setScale(1);
  }

  private static Optional<String> text(JsonNode node) {
    return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
  }

  private static List<String> strings(JsonNode array) {
    return array.values().stream().map(each -> each.asString("")).toList();
  }
}
