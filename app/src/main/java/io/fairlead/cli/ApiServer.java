package io.fairlead.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A running Fairlead, reached by its API. The token comes from the environment, so that it stands
/// in no shell history and no list of processes.
final class ApiServer {
  static final String TOKEN = "FAIRLEAD_TOKEN";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final String base;
  private final String token;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private ApiServer(String base, String token) {
    this.base = base;
    this.token = token;
  }

  /// What a server said: its status, and its JSON.
  record Answer(int status, JsonNode json) {
    boolean isDone() {
      return status >= 200 && status < 300;
    }

    /// Whether the server understood and declines, which is not a mistake in asking.
    boolean isRefused() {
      return status == 409 || status == 413 || status == 422;
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

  /// @param tokenFile a file that holds the token and nothing else, for jobs without an environment
  ///   of their own; null for the environment
  static ApiServer at(
      String address, Map<String, String> environment, @Nullable Path tokenFile, String scopes) {
    if (tokenFile == null) {
      return at(address, environment, scopes);
    }
    try {
      String token = Files.readString(tokenFile, StandardCharsets.UTF_8).strip();
      return at(address, Map.of(TOKEN, token), scopes);
    } catch (IOException e) {
      throw new BadInput("cannot read the token in " + tokenFile);
    }
  }

  /// @param address where the server's first page is, `https://fairlead.example.org`
  /// @param scopes what the token must allow, as said when there is none
  static ApiServer at(String address, Map<String, String> environment, String scopes) {
    String token = environment.getOrDefault(TOKEN, "");
    if (token.isBlank()) {
      throw new BadInput("set " + TOKEN + " to a token with the scopes " + scopes);
    }
    String base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    if (!base.startsWith("http://") && !base.startsWith("https://")) {
      throw new BadInput(address + " is no address");
    }
    try {
      URI.create(base);
    } catch (IllegalArgumentException malformed) {
      throw new BadInput(address + " is no address");
    }
    return new ApiServer(base, token);
  }

  /// The address of a page.
  String page(String path) {
    return base + path;
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, Map<String, ?> content) {
    return post(path, "application/json", body(content));
  }

  /// @param basedOn the version that is to be replaced
  Answer put(String path, int basedOn, Map<String, ?> content) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + basedOn + "\"")
            .PUT(body(content)));
  }

  private static BodyPublisher body(Map<String, ?> content) {
    return BodyPublishers.ofString(JSON.writeValueAsString(content), StandardCharsets.UTF_8);
  }

  Answer post(String path, String type, BodyPublisher body) {
    return send(request(path).header("Content-Type", type).POST(body));
  }

  /// The text of a file that the server makes.
  String text(String path) {
    HttpResponse<String> response = exchange(request(path).GET());
    if (response.statusCode() != 200) {
      throw new BadInput(base + path + " answered " + response.statusCode());
    }
    return response.body();
  }

  /// A file that the server makes, as bytes. Refused as `understood` says.
  byte[] bytes(String path) {
    HttpResponse<byte[]> response = exchange(request(path).GET(), BodyHandlers.ofByteArray());
    if (response.statusCode() == 200) {
      return response.body();
    }
    try {
      understood(new Answer(response.statusCode(), JSON.readTree(response.body())));
    } catch (JacksonException foreign) {
      throw new BadInput("there is no Fairlead at " + base);
    }
    throw new BadInput(base + path + " answered " + response.statusCode());
  }

  /// The answer, when the server did or declined what was asked; anything else ends the command.
  Answer understood(Answer answer) {
    if (answer.isDone() || answer.isRefused()) {
      return answer;
    }
    throw new BadInput(
        switch (answer.status()) {
          case 401 -> "the server does not know the token in " + TOKEN;
          case 403, 404, 429 -> String.join("; ", answer.reasons());
          default -> base + " answered " + answer.status();
        });
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json");
  }

  private Answer send(HttpRequest.Builder request) {
    HttpResponse<String> response = exchange(request);
    try {
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (JacksonException foreign) {
      throw new BadInput("there is no Fairlead at " + base);
    }
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request) {
    return exchange(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private <T> HttpResponse<T> exchange(HttpRequest.Builder request, BodyHandler<T> as) {
    try {
      return client.send(request.build(), as);
    } catch (IOException unreachable) {
      throw new BadInput("cannot reach " + base);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BadInput("interrupted");
    }
  }
}
