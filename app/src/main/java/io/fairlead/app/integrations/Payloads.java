package io.fairlead.app.integrations;

import io.fairlead.app.integrations.WebhookStore.Message;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Messages as the receivers read them: ids for programs, one sentence and a link for Slack and
/// Teams. Never what stands in a record.
@Component
class Payloads {
  private final Pages pages;
  private final JsonMapper json;
  private final String address;

  Payloads(Pages pages, JsonMapper json, @Value("${fairlead.url:}") String address) {
    this.pages = pages;
    this.json = json;
    this.address = address.replaceAll("/+$", "");
  }

  Message of(UUID id, Webhook webhook, Event event) {
    String path = path(event.recordType(), event.record());
    Object body =
        webhook.format().equals("standard")
            ? Map.of(
                "type",
                event.type(),
                "timestamp",
                event.at().toString(),
                "data",
                Map.of(
                    "event",
                    event.id(),
                    "record",
                    Map.of("type", event.recordType(), "id", event.record()),
                    "path",
                    path))
            : said(webhook, sentence(pages.words(), event), path);
    return new Message(id, event.type(), json.writeValueAsString(body));
  }

  Message test(UUID id, Webhook webhook, Instant now) {
    Object body =
        webhook.format().equals("standard")
            ? Map.of("type", "test", "timestamp", now.toString(), "data", Map.of())
            : said(webhook, pages.words().text("webhooks.said.test"), "/");
    return new Message(id, "test", json.writeValueAsString(body));
  }

  private static String sentence(Words words, Event event) {
    String exact = "webhooks.said." + event.type();
    return words.text(words.has(exact) ? exact : "webhooks.said." + event.recordType());
  }

  private Object said(Webhook webhook, String sentence, String path) {
    String text = address.isEmpty() ? sentence : sentence + " " + address + path;
    return webhook.format().equals("slack")
        ? Map.of("text", text)
        : Map.of(
            "type",
            "message",
            "attachments",
            List.of(
                Map.of(
                    "contentType",
                    "application/vnd.microsoft.card.adaptive",
                    "content",
                    Map.of(
                        "$schema",
                        "http://adaptivecards.io/schemas/adaptive-card.json",
                        "type",
                        "AdaptiveCard",
                        "version",
                        "1.4",
                        "body",
                        List.of(Map.of("type", "TextBlock", "text", text, "wrap", true))))));
  }

  private static String path(String recordType, UUID record) {
    return switch (recordType) {
      case "objective" -> "/goals/" + record;
      case "person" -> "/people/" + record;
      case "team" -> "/teams/" + record;
      case "framework" -> "/studio/framework";
      default -> "/goals";
    };
  }
}
