package io.fairlead.methods.disclosure.attack;

import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.Bound;
import io.fairlead.methods.disclosure.PublishedComments;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `fairlead feedback release --json` printed of one round.
///
/// @param file its name, for messages
public record ReleasedReports(String file, List<Score> scores, List<Comments> comments) {

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
    return new ReleasedReports(file, scores, comments);
  }

  private static Score score(JsonNode release) {
    List<BlockValue> blocks = new ArrayList<>();
    for (JsonNode block : release.path("blocks").values()) {
      blocks.add(
          new BlockValue(
              strings(block.path("groups")),
              block.path("n").asInt(0),
              Bound.of(block.path("bound").asString("")),
              new BigDecimal(block.path("mean").asString("")).setScale(1)));
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
                new BigDecimal(others.path("low").asString("")),
                new BigDecimal(others.path("high").asString("")))
            : List.of());
  }

  private static Optional<String> text(JsonNode node) {
    return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
  }

  private static List<String> strings(JsonNode array) {
    return array.values().stream().map(each -> each.asString("")).toList();
  }
}
