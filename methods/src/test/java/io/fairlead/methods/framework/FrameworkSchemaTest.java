package io.fairlead.methods.framework;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// The published schema, judged by a validator that knows nothing of the reader.
class FrameworkSchemaTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema SCHEMA = REGISTRY.getSchema(FrameworkSchema.json(), InputFormat.JSON);

  private static boolean accepts(String yaml) {
    Object values = YamlValues.of(Composition.of(yaml).root());
    return SCHEMA.validate(JSON.writeValueAsString(values), InputFormat.JSON).isEmpty();
  }

  private static boolean isRead(String yaml) {
    return FrameworkDocument.parse(yaml).problems().isEmpty();
  }

  @Test
  void theSchemaNamesItsDraftAndItself() {
    assertThat(FrameworkSchema.schema())
        .containsEntry("$schema", "https://json-schema.org/draft/2020-12/schema")
        .containsEntry("$id", "urn:fairlead:framework:1");
  }

  @Test
  void theDefaultDocumentAndItsFilledFormAreAccepted() {
    assertThat(accepts(DefaultFramework.text())).isTrue();
    assertThat(
            SCHEMA.validate(
                JSON.writeValueAsString(DefaultFramework.document().values()), InputFormat.JSON))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "organisation: {name: a}",
        "organisation: {name: a}\ngoals:\ncadence:\n",
        "organisation: {name: a, zone: America/Argentina/Buenos_Aires, locale: pt-BR}",
        "organisation: {name: a}\ndirection: {ambitions: [{name: a, by: 2026-12-31}]}",
        "organisation: {name: a}\ngoals: {scoring: {committed: {reached-from: 1}}}",
        "organisation: {name: a}\nvocabulary: {check-in: {singular: pulse, plural: pulses}}",
        "organisation: {name: a}\nfeedback: {rounds: [{name: a, instrument: our-own, every: half-year, lesson: receiving}]}",
      })
  void whatTheReaderAcceptsTheSchemaAccepts(String yaml) {
    assertThat(isRead(yaml)).isTrue();
    assertThat(accepts(yaml)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "goals: {}",
        "organisation: {}",
        "organisation: {name: ''}",
        "organisation: {name: 42}",
        "organisation: [a]",
        "organisation: {name: a, nmae: b}",
        "organisation: {name: a}\ngrowth: {}",
        "organisation: {name: a}\nfeedback: {colluders: 3}",
        "organisation: {name: a}\nfeedback: {rounds: [{name: a}]}",
        "organisation: {name: a}\nfeedback: {rounds: [{name: a, instrument: manager, lesson: none}]}",
        "organisation: {name: a}\nfairlead: 2",
        "organisation: {name: a}\ngoals: {visibility: publik}",
        "organisation: {name: a}\ngoals: {weights: yes}",
        "organisation: {name: a}\ngoals: {weights: }",
        "organisation: {name: a}\ngoals: {limits: {key-results-at-most: 99}}",
        "organisation: {name: a}\ngoals: {limits: {key-results-at-most: 2.5}}",
        "organisation: {name: a}\ngoals: {limits: {key-results-at-most: '2'}}",
        "organisation: {name: a}\ngoals: {objective-kinds: []}",
        "organisation: {name: a}\ngoals: {objective-kinds: [learning, learning]}",
        "organisation: {name: a}\ndirection: {ambitions: [{why: a}]}",
        "organisation: {name: a}\ndirection: {ambitions: [{name: a, by: soon}]}",
        "organisation: {name: a}\nvocabulary: {check-in: {singular: pulse}}",
        "organisation: {name: a}\nwaivers: [{rule: a}]",
      })
  void whatTheSchemaRefusesTheReaderRefuses(String yaml) {
    assertThat(accepts(yaml)).isFalse();
    assertThat(isRead(yaml)).isFalse();
  }

  @Test
  void everyFieldIsExplained() {
    KnownPaths.walk(
        FrameworkShape.DOCUMENT,
        "",
        (path, field) -> assertThat(field.meaning()).as(path).endsWith(".").hasSizeGreaterThan(10));
    assertThat(FrameworkShape.DOCUMENT.names())
        .containsExactly(
            "fairlead",
            "organisation",
            "direction",
            "vocabulary",
            "places",
            "cadence",
            "goals",
            "measures",
            "scorecard",
            "feedback",
            "lint",
            "effort",
            "waivers");
  }
}
