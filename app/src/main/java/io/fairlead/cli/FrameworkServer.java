package io.fairlead.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The framework of a running Fairlead, reached by its API. The token comes from the environment,
/// so that it stands in no shell history and no list of processes.
final class FrameworkServer {
  static final String TOKEN = "FAIRLEAD_TOKEN";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI framework;
  private final String token;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private FrameworkServer(URI framework, String token) {
    this.framework = framework;
    this.token = token;
  }

  /// A document in force and its version.
  record InForce(int number, String document) {}

  /// What a server said: its status, and its JSON.
  record Answer(int status, JsonNode json) {
    boolean isDone() {
      return status == 200;
    }

    /// Every reason of a refusal, in words.
    List<String> reasons() {
      List<String> reasons = new ArrayList<>();
      json.path("reasons").forEach(reason -> reasons.add(reason.path("message").asString("")));
      if (reasons.isEmpty()) {
        reasons.add(json.path("title").asString("the server answered " + status));
      }
      return reasons;
    }
  }

  static boolean isAddress(String text) {
    return text.startsWith("http://") || text.startsWith("https://");
  }

  /// @param address where the server's first page is, `https://fairlead.example.org`
  static FrameworkServer at(String address, Map<String, String> environment) {
    String token = environment.getOrDefault(TOKEN, "");
    if (token.isBlank()) {
      throw new BadInput(
          "set " + TOKEN + " to a token with the scopes framework:read and framework:write");
    }
    try {
      String base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
      return new FrameworkServer(URI.create(base + "/api/v1/framework"), token);
    } catch (IllegalArgumentException malformed) {
      throw new BadInput(address + " is no address");
    }
  }

  InForce inForce() {
    JsonNode json = done(send(request("").GET()));
    return new InForce(json.path("number").asInt(), json.path("document").asString());
  }

  /// What speaks against putting the document in force, in words.
  List<String> refusals(String document) {
    Answer answer = post("/plan", Map.of("document", document));
    if (!answer.isDone()) {
      return refused(answer);
    }
    List<String> refusals = new ArrayList<>();
    answer
        .json()
        .path("refusals")
        .forEach(reason -> refusals.add(reason.path("message").asString()));
    return refusals;
  }

  Answer apply(String document, String reason, int basedOn) {
    return send(
        request("")
            .header("If-Match", "\"" + basedOn + "\"")
            .PUT(body(Map.of("document", document, "reason", reason))));
  }

  private Answer post(String path, Map<String, String> content) {
    return send(request(path).POST(body(content)));
  }

  private static HttpRequest.BodyPublisher body(Map<String, String> content) {
    return BodyPublishers.ofString(JSON.writeValueAsString(content), StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(framework + path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json")
        .header("Content-Type", "application/json");
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException unreachable) {
      throw new BadInput("cannot reach " + framework);
    } catch (JacksonException foreign) {
      throw new BadInput("there is no Fairlead at " + framework);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BadInput("interrupted");
    }
  }

  private JsonNode done(Answer answer) {
    return answer.isDone() ? answer.json() : failed(answer);
  }

  private List<String> refused(Answer answer) {
    return answer.status() == 422 ? answer.reasons() : List.of(failed(answer).asString());
  }

  private JsonNode failed(Answer answer) {
    throw new BadInput(
        switch (answer.status()) {
          case 401 -> "the server does not know the token in " + TOKEN;
          case 403 -> String.join("; ", answer.reasons());
          default -> framework + " answered " + answer.status();
        });
  }
}
