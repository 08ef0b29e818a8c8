package io.fairlead.app.platform.api;

import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// One page of `docs/api`: its requests are sent in order and each answer put below its request.
/// `<!-- as MARA -->` says whose token is used from there on, `<!-- on 2026-06-25 -->` which day it
/// is. What differs from run to run (ids, cursors, secrets) is given names that do not.
final class RecordedPage {
  private static final Pattern STEP =
      Pattern.compile(
          "<!-- as (?<as>[A-Z]+) -->|<!-- on (?<on>[0-9-]+) -->"
              + "|(?<request>```http\n(?<method>GET|POST|PUT|PATCH|DELETE) (?<path>[^\n]+)\n(?<rest>.*?)```\n)"
              + "(\n```http\nHTTP/1.1.*?```\n)?",
          Pattern.DOTALL);

  /// Ids that were made by chance or by time; those made from names are always the same.
  private static final Pattern ID =
      Pattern.compile(
          "(?!00000000-)[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final Set<String> SECRETS = Set.of("next", "secret", "address", "path");
  private static final List<String> HEADERS =
      List.of("Location", "ETag", "WWW-Authenticate", "Content-Type");
  private static final int SHORT = 12;
  private static final int WIDTH = 110;
  private static final int MOST_ITEMS = 2;
  private static final int MOST_LINES = 12;

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private final Function<Person, String> tokens;
  private final TestClock clock;
  private final JsonMapper json;
  private final Map<String, String> names = new LinkedHashMap<>();
  private String token = "";

  RecordedPage(String address, Function<Person, String> tokens, TestClock clock, JsonMapper json) {
    this.address = address;
    this.tokens = tokens;
    this.clock = clock;
    this.json = json;
  }

  String recorded(String page) {
    Matcher step = STEP.matcher(page);
    StringBuilder recorded = new StringBuilder();
    while (step.find()) {
      step.appendReplacement(recorded, Matcher.quoteReplacement(taken(step)));
    }
    step.appendTail(recorded);
    return recorded.toString();
  }

  private String taken(Matcher step) {
    if (step.group("as") != null) {
      token = tokens.apply(Person.valueOf(step.group("as")));
      return step.group();
    }
    if (step.group("on") != null) {
      clock.set(LocalDate.parse(step.group("on")));
      return step.group();
    }
    HttpResponse<String> answer =
        send(step.group("method"), real(step.group("path")), real(step.group("rest")));
    return step.group("request") + "\n```http\n" + written(answer) + "```\n";
  }

  private HttpResponse<String> send(String method, String path, String rest) {
    int blank = rest.indexOf("\n\n");
    String head = rest.startsWith("\n") ? "" : blank < 0 ? rest : rest.substring(0, blank);
    String body =
        rest.startsWith("\n") ? rest.substring(1) : blank < 0 ? "" : rest.substring(blank + 2);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", "Bearer " + token);
    if (!body.isBlank()) {
      headers.put("Content-Type", "application/json");
    }
    head.lines()
        .forEach(
            line -> headers.put(line.replaceFirst(":.*", ""), line.replaceFirst("[^:]*: ", "")));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(
                method, body.isBlank() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String written(HttpResponse<String> answer) {
    StringBuilder text = new StringBuilder();
    text.append("HTTP/1.1 ").append(answer.statusCode()).append(' ');
    text.append(HttpStatus.valueOf(answer.statusCode()).getReasonPhrase()).append('\n');
    for (String header : HEADERS) {
      answer
          .headers()
          .firstValue(header)
          .ifPresent(value -> text.append(header).append(": ").append(named(value)).append('\n'));
    }
    if (answer.body().isEmpty()) {
      return text.toString();
    }
    text.append('\n');
    boolean isJson = answer.headers().firstValue("Content-Type").orElse("").contains("json");
    if (isJson) {
      JsonNode body = json.readTree(answer.body());
      secrets(body);
      text.append(named(written(body, "")));
    } else {
      text.append(named(lines(answer.body())));
    }
    return text.append('\n').toString();
  }

  private static String lines(String body) {
    List<String> lines = body.lines().toList();
    String shown = lines.stream().limit(MOST_LINES).collect(Collectors.joining("\n"));
    return lines.size() <= MOST_LINES ? shown : shown + "\n…";
  }

  /// On one line where it fits; of a list the first few.
  private String written(JsonNode node, String indent) {
    if (isWhole(node)) {
      String line = json.writeValueAsString(node).replace("\":", "\": ").replace(",\"", ", \"");
      if (line.length() + indent.length() <= WIDTH || !node.isContainer()) {
        return line;
      }
    }
    String deeper = indent + "  ";
    List<String> parts = new ArrayList<>();
    if (node instanceof ArrayNode items) {
      for (int i = 0; i < Math.min(MOST_ITEMS, items.size()); i++) {
        parts.add(deeper + written(items.get(i), deeper));
      }
      if (items.size() > MOST_ITEMS) {
        parts.add(deeper + "…");
      }
      return "[\n" + String.join(",\n", parts) + "\n" + indent + "]";
    }
    node.properties()
        .forEach(field ->
            parts.add(deeper + "\"" + field.getKey() + "\": " + written(field.getValue(), deeper)));
    return "{\n" + String.join(",\n", parts) + "\n" + indent + "}";
  }

  /// Whether nothing of it is left out.
  private static boolean isWhole(JsonNode node) {
    if (node instanceof ArrayNode items
        && items.size() > MOST_ITEMS
        && items.get(0).isContainer()) {
      return false;
    }
    for (JsonNode part : node) {
      if (!isWhole(part)) {
        return false;
      }
    }
    return true;
  }

  private void secrets(JsonNode node) {
    node.properties().stream()
        .filter(field -> SECRETS.contains(field.getKey()) && field.getValue().isString())
        .forEach(field -> secret(field.getKey(), field.getValue().asString()));
    node.forEach(this::secrets);
  }

  private void secret(String field, String value) {
    if (!ID.matcher(value).find() && !value.startsWith("/goals") && !value.startsWith("/people")) {
      names.putIfAbsent(value, field.toUpperCase(java.util.Locale.ROOT) + "-" + (1 + count(field)));
    }
  }

  private long count(String field) {
    String start = field.toUpperCase(java.util.Locale.ROOT) + "-";
    return names.values().stream().filter(name -> name.startsWith(start)).count();
  }

  /// With stable names for what differs.
  private String named(String text) {
    String named = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      // A short cursor is a number that may stand elsewhere by chance.
      named =
          name.getKey().length() < SHORT
              ? named.replace("\"" + name.getKey() + "\"", "\"" + name.getValue() + "\"")
              : named.replace(name.getKey(), name.getValue());
    }
    return ID.matcher(named)
        .replaceAll(id ->
            names.computeIfAbsent(
                id.group(), _ -> "00000000-0000-7000-8000-%012d".formatted(1 + ids())));
  }

  private long ids() {
    return names.values().stream().filter(name -> name.startsWith("00000000-")).count();
  }

  /// As the server knows it.
  private String real(String text) {
    String real = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      real = real.replace(name.getValue(), name.getKey());
    }
    return real;
  }
}
