package io.fairlead.app.platform.api;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/// What the generated OpenAPI 3.1 document (`/api/v1/openapi.json`) says beside the routes: how one
/// signs in, which scope each operation needs, and that every refusal is a problem+json.
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final String PROBLEM = "Problem";

  /// What a form sends as it was typed and a program as the figure it is.
  private static final Map<String, Map<String, String>> AS_TYPED =
      Map.of(
          "KeyResultInput",
          Map.of(
              "baseline", "number",
              "target", "number",
              "change", "number",
              "low", "number",
              "high", "number",
              "tolerance", "number",
              "weight", "number",
              "settledLater", "boolean"),
          "MilestoneInput",
          Map.of("weight", "number"),
          "AlignmentInput",
          Map.of("share", "number", "primary", "boolean"));

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class);
  }

  @Bean
  OpenAPI fairleadApi() {
    Schema<?> reason =
        new Schema<>()
            .type("object")
            .addProperty("code", new Schema<>().type("string"))
            .addProperty("message", new Schema<>().type("string"))
            .addProperty("field", new Schema<>().type("string"));
    Schema<?> problem =
        new Schema<>()
            .type("object")
            .description("Why a request was refused (RFC 9457), with every reason.")
            .addProperty("type", new Schema<>().type("string"))
            .addProperty("title", new Schema<>().type("string"))
            .addProperty("status", new Schema<>().type("integer"))
            .addProperty("detail", new Schema<>().type("string"))
            .addProperty("instance", new Schema<>().type("string"))
            .addProperty("code", new Schema<>().type("string"))
            .addProperty("reasons", new ArraySchema().items(reason));
    return new OpenAPI()
        .info(
            new Info()
                .title("Fairlead")
                .version("v1")
                .description(
                    """
                    People, teams and lines, objectives from draft to closed, check-ins, alignment, grades, cycles, \
                    the framework, accounts and the people import, under the same access rules as the pages. \
                    Cursor paging, ETag and If-Match, Idempotency-Key.\
                    """))
        .servers(List.of(new Server().url("/")))
        .components(
            new Components()
                .addSchemas(PROBLEM, problem)
                .addSecuritySchemes(
                    "token",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A personal token, made under Your account.")))
        .addSecurityItem(new SecurityRequirement().addList("token"));
  }

  /// Names the scope, so that one knows which token to make.
  @Bean
  OperationCustomizer operationScopes() {
    return (operation, handler) -> {
      String scope = scope(handler);
      if (scope != null && !scope.isEmpty()) {
        String said = operation.getDescription() == null ? "" : operation.getDescription() + " ";
        operation.setDescription(said + "Scope: `" + scope + "`.");
      }
      TakesFile file = handler.getMethodAnnotation(TakesFile.class);
      if (file != null) {
        operation.setRequestBody(
            new RequestBody()
                .required(true)
                .content(
                    new Content()
                        .addMediaType(
                            file.value(),
                            new MediaType().schema(new JsonSchema().types(Set.of("string"))))));
      }
      operation.getResponses().values().forEach(ApiDescription::describeDocument);
      return operation;
    };
  }

  /// A document of JSON that the server has as text is no text to whoever asks for it.
  private static void describeDocument(ApiResponse answer) {
    if (answer.getContent() != null) {
      answer
          .getContent()
          .forEach((type, media) -> {
            if (type.endsWith("+json")) {
              media.setSchema(new JsonSchema().types(Set.of("object")));
            }
          });
    }
  }

  private static @Nullable String scope(HandlerMethod handler) {
    Guarded guarded =
        AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Guarded.class);
    if (guarded != null) {
      return guarded.scope();
    }
    Open open = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Open.class);
    return open == null ? null : open.scope();
  }

  /// Every operation may be refused, and says so in the same form.
  @Bean
  OpenApiCustomizer operationRefusals() {
    return document -> {
      document
          .getPaths()
          .values()
          .forEach(path -> path.readOperations().forEach(ApiDescription::addRefusal));
      document.getComponents().getSchemas().values().forEach(ApiDescription::allowNull);
      AS_TYPED.forEach((name, fields) -> {
        Schema<?> schema = document.getComponents().getSchemas().get(name);
        if (schema != null && schema.getProperties() != null) {
          schema
              .getProperties()
              .replaceAll((field, property) -> asTyped(property, fields.getOrDefault(field, "")));
        }
      });
    };
  }

  /// A property without a value is sent as null, and the description says that it may be.
  private static void allowNull(Schema<?> schema) {
    if (schema.getProperties() != null) {
      schema.getProperties().replaceAll((_, property) -> orNull(property));
    }
  }

  /// @param type what a program may send beside the text; empty for none
  private static Schema<?> asTyped(Schema<?> property, String type) {
    return type.isEmpty()
        ? property
        : new JsonSchema().types(new LinkedHashSet<>(List.of(type, "string", "null")));
  }

  private static Schema<?> orNull(Schema<?> property) {
    if (property.get$ref() != null) {
      return new JsonSchema()
          .addAnyOfItem(property)
          .addAnyOfItem(new JsonSchema().types(Set.of("null")));
    }
    if (property.getTypes() != null) {
      property.addType("null");
    }
    return property;
  }

  private static void addRefusal(Operation operation) {
    Schema<?> reference = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("Refused")
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json", new MediaType().schema(reference))));
  }
}
