package io.fairlead.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The framework of a running Fairlead, reached by its API.
final class FrameworkServer {
  private static final String FRAMEWORK = "/api/v1/framework";

  private final ApiServer server;

  private FrameworkServer(ApiServer server) {
    this.server = server;
  }

  /// A document in force and its version.
  record InForce(int number, String document) {}

  static boolean isAddress(String text) {
    return text.startsWith("http://") || text.startsWith("https://");
  }

  /// @param address where the server's first page is, `https://fairlead.example.org`
  static FrameworkServer at(String address, Map<String, String> environment) {
    return new FrameworkServer(
        ApiServer.at(address, environment, "framework:read and framework:write"));
  }

  InForce inForce() {
    JsonNode json = server.understood(server.get(FRAMEWORK)).json();
    return new InForce(json.path("number").asInt(), json.path("document").asString());
  }

  /// What speaks against putting the document in force, in words.
  List<String> refusals(String document) {
    ApiServer.Answer answer =
        server.understood(server.post(FRAMEWORK + "/plan", Map.of("document", document)));
    if (!answer.isDone()) {
      return answer.reasons();
    }
    List<String> refusals = new ArrayList<>();
    answer
        .json()
        .path("refusals")
        .forEach(reason -> refusals.add(reason.path("message").asString()));
    return refusals;
  }

  /// Whatever the server says: done, or declined with reasons.
  ApiServer.Answer apply(String document, String reason, int basedOn) {
    return server.put(FRAMEWORK, basedOn, Map.of("document", document, "reason", reason));
  }
}
