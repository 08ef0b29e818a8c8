package io.fairlead.cli;

import io.fairlead.methods.disclosure.AnswerFile;
import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.Others;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.PublishedComments;
import io.fairlead.methods.disclosure.PublishedScore;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.RoundRelease;
import io.fairlead.methods.disclosure.Scale;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/// The answer of `feedback release --json`, written reviewee by reviewee.
final class ReleaseJson {
  private ReleaseJson() {}

  private record Remarks(String subject, PublishedComments comments) {}

  static void write(
      PrintWriter out, ReleasePolicy policy, AnswerFile.Subjects answers, RoundRelease release) {
    Json.write(
        out,
        json -> {
          List<Remarks> remarks = new ArrayList<>();
          json.writeStartObject();
          json.writeArrayPropertyStart("releases");
          answers.stream()
              .map(release::published)
              .forEach(published -> {
                scores(json, policy.scale(), published);
                published
                    .comments()
                    .forEach(each -> remarks.add(new Remarks(published.subject(), each)));
              });
          json.writeEndArray();
          json.writeArrayPropertyStart("comments");
          remarks.forEach(each -> remarks(json, each));
          json.writeEndArray();
          if (!policy.notes().isEmpty()) {
            json.writeNumberProperty("comments_from", policy.commentsFrom());
            strings(json, "notes", policy.notes());
          }
          json.writeEndObject();
        });
  }

  private static void scores(JsonGenerator json, Scale scale, Published published) {
    for (PublishedScore score : published.scores()) {
      json.writeStartObject();
      json.writeStringProperty("subject", published.subject());
      json.writeStringProperty("competency", score.competency());
      if (score.item().isPresent()) {
        json.writeStringProperty("item", score.item().get());
      }
      json.writeArrayPropertyStart("blocks");
      score.blocks().forEach(block -> block(json, block));
      json.writeEndArray();
      json.writeBooleanProperty("withheld", score.isWithheld());
      others(json, score.others(scale));
      json.writeEndObject();
    }
  }

  private static void block(JsonGenerator json, BlockValue block) {
    json.writeStartObject();
    strings(json, "groups", block.groups());
    json.writeNumberProperty("n", block.n());
    json.writeStringProperty("mean", block.mean().toPlainString());
    json.writeStringProperty("bound", block.bound().sign());
    json.writeEndObject();
  }

  private static void others(JsonGenerator json, Optional<Others> others) {
    if (others.isEmpty()) {
      json.writeNullProperty("others");
      return;
    }
    json.writeObjectPropertyStart("others");
    json.writeStringProperty("low", others.get().low().toPlainString());
    json.writeStringProperty("high", others.get().high().toPlainString());
    json.writeEndObject();
  }

  private static void remarks(JsonGenerator json, Remarks remarks) {
    json.writeStartObject();
    json.writeStringProperty("subject", remarks.subject());
    FrameworkFile.optional(json, "item", remarks.comments().item());
    strings(json, "groups", remarks.comments().groups());
    strings(json, "texts", remarks.comments().texts());
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
