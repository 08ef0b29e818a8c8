package io.fairlead.methods.reference;

import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.Others;
import io.fairlead.methods.disclosure.Partition;
import io.fairlead.methods.disclosure.PublishedScore;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.ReleaseRule;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.disclosure.Scale;
import io.fairlead.methods.disclosure.SubjectAnswers;
import io.fairlead.methods.disclosure.SubjectAnswers.Responder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// `release`: partitions from counts, and what is published of answers.
final class ReleaseKind implements CaseKind {
  private static final String COMPETENCY = "competency";
  private static final int COMMENTS = 5;

  @Override
  public String name() {
    return "release";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    List<String> order = strings(file.path("order"));
    Scale scale = scale(file.path("scale"));
    List<Comparison> all = new ArrayList<>();
    for (JsonNode case_ : file.path("partition_cases").values()) {
      all.add(partition(case_, order));
    }
    for (JsonNode case_ : file.path("subjects").values()) {
      all.add(subject(case_, scale, order));
    }
    return all;
  }

  static Scale scale(JsonNode ends) {
    return new Scale(ends.path(0).intValue(), ends.path(1).intValue());
  }

  static List<String> strings(JsonNode array) {
    return array.values().stream().map(JsonNode::stringValue).toList();
  }

  private static Comparison partition(JsonNode case_, List<String> order) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    case_
        .path("counts")
        .properties()
        .forEach(it -> counts.put(it.getKey(), it.getValue().intValue()));
    int k = case_.path("k").intValue();
    return new Comparison("partition of " + counts + " with k = " + k, 0)
        .same(
            "blocks",
            case_.path("partition").values().stream().map(ReleaseKind::strings).toList(),
            Partition.of(counts, order, k));
  }

  private static Comparison subject(JsonNode case_, Scale scale, List<String> order) {
    ReleasePolicy policy =
        new ReleasePolicy(
            scale,
            case_.path("k").intValue(),
            COMMENTS,
            case_.path("w").intValue(),
            case_.path("c").intValue(),
            ReleaseUnit.COMPETENCY,
            order);
    PublishedScore score =
        new ReleaseRule(policy)
            .published(answers(case_.path("answers")), new Random(0))
            .scores()
            .getFirst();
    JsonNode expected = case_.path("expected");
    Comparison comparison = new Comparison(case_.path("name").asString(""), 0);
    comparison.same(
        "blocks",
        expected.path("blocks").values().stream().map(ReleaseKind::shown).toList(),
        score.blocks().stream().filter(it -> !it.isNamed()).map(ReleaseKind::shown).toList());
    comparison.same("withheld", expected.path("withheld").booleanValue(), score.isWithheld());
    comparison.same(
        "others", others(expected.path("others")), score.others(scale).map(ReleaseKind::shown));
    return comparison;
  }

  private static SubjectAnswers answers(JsonNode groups) {
    List<Responder> responders = new ArrayList<>();
    Set<String> items = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> group : groups.properties()) {
      for (JsonNode member : group.getValue().values()) {
        Map<String, Integer> ratings = new LinkedHashMap<>();
        for (int item = 0; item < member.size(); item++) {
          items.add("item " + item);
          if (!member.path(item).isNull()) {
            ratings.put("item " + item, member.path(item).intValue());
          }
        }
        responders.add(
            new Responder(
                "rater " + responders.size(),
                group.getKey(),
                Map.of(COMPETENCY, ratings),
                List.of()));
      }
    }
    return new SubjectAnswers("subject", Map.of(COMPETENCY, items), responders);
  }

  private static String shown(JsonNode block) {
    return "%s n=%d %s %s"
        .formatted(
            strings(block.path("groups")),
            block.path("n").intValue(),
            block.path("bound").asString(""),
            block.path("mean").asString(""));
  }

  private static String shown(BlockValue block) {
    return "%s n=%d %s %s"
        .formatted(block.groups(), block.n(), block.bound().sign(), block.mean().toPlainString());
  }

  private static Optional<String> others(JsonNode others) {
    return others.isNull()
        ? Optional.empty()
        : Optional.of(others.path("low").asString("") + " to " + others.path("high").asString(""));
  }

  private static String shown(Others others) {
    return others.low().toPlainString() + " to " + others.high().toPlainString();
  }
}
