package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.goals.ObjectiveInput.WatchedInput;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.goals.ObjectiveKind;
import io.fairlead.methods.wording.LintSettings;
import io.fairlead.methods.wording.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The library's examples against the product's own rules: whatever is taken can be published once
/// its owner has looked at it.
class GoalLibraryTest {
  private static final UUID WRITER = new UUID(0, 1);
  private static final Cycle CYCLE =
      new Cycle(
          new UUID(0, 2),
          "Q2 2026",
          LocalDate.parse("2026-04-01"),
          LocalDate.parse("2026-06-30"),
          LocalDate.parse("2026-03-18"),
          LocalDate.parse("2026-04-11"),
          LocalDate.parse("2026-06-25"),
          LocalDate.parse("2026-07-10"),
          7,
          null);
  private static final LocalDate MEASURED = LocalDate.parse("2026-04-15");
  private static final EditorForm FRESH = new EditorForm(Map.of(), List.of(), List.of());

  private final GoalLibrary library = new GoalLibrary();

  private Stream<ExampleKeyResult> keyResults() {
    return library.all().stream().flatMap(example -> example.keyResults().stream());
  }

  private static ObjectivePlan plan(GoalExample example) {
    ObjectiveInput input = example.form(FRESH, MEASURED).input("", typed -> typed);
    return ObjectiveReading.read(input, WRITER, CYCLE.id(), Visibility.PUBLIC).orThrow();
  }

  @Test
  void thereAreExamplesForEveryFunctionInEverySituation() {
    assertThat(library.all()).hasSizeGreaterThanOrEqualTo(72);
    assertThat(keyResults().count()).isGreaterThanOrEqualTo(200);
    for (BusinessFunction function : BusinessFunction.values()) {
      for (Situation situation : Situation.values()) {
        assertThat(library.matching(function, situation, ""))
            .as(function + " " + situation)
            .isNotEmpty();
      }
    }
    assertThat(library.all()).extracting(GoalExample::kind).contains(ObjectiveKind.values());
    assertThat(keyResults()).extracting(ExampleKeyResult::kind).contains(KeyResultKind.values());
  }

  /// Whoever keeps an id, in a link or a script, finds the same example in every later release.
  @Test
  void everyIdThatWasEverGivenOutIsThereOnce() throws IOException {
    List<String> ids =
        library.all().stream()
            .flatMap(example ->
                Stream.concat(
                    Stream.of(example.id()),
                    example.keyResults().stream().map(ExampleKeyResult::id)))
            .toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z0-9]+)+"));
    try (InputStream given =
        Objects.requireNonNull(getClass().getResourceAsStream("/library/goal-ids.txt"))) {
      assertThat(new String(given.readAllBytes(), StandardCharsets.UTF_8).lines())
          .as("src/test/resources/library/goal-ids.txt: add what is new, never take out")
          .containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  @Test
  void everyExampleThatIsTakenCanBePublished() {
    for (GoalExample example : library.all()) {
      assertThat(
              PlanRules.againstPublishing(
                  plan(example), DefaultFramework.document().framework().goals(), CYCLE))
          .as(example.id())
          .isEmpty();
    }
  }

  @Test
  void theEditorFindsNothingInItsWords() {
    for (GoalExample example : library.all()) {
      assertThat(
              GoalWording.findings(
                  example.title(),
                  plan(example).keyResults(),
                  CYCLE,
                  0,
                  LintSettings.STANDARD,
                  (_, facts) -> facts))
          .as(example.id())
          .filteredOn(finding -> finding.severity() != Severity.REMINDER)
          .isEmpty();
    }
  }

  @Test
  void nothingIsLostOnTheWayThroughTheForm() {
    for (GoalExample example : library.all()) {
      ObjectivePlan plan = plan(example);
      assertThat(plan.title()).isEqualTo(example.title());
      assertThat(plan.why()).isEqualTo(example.why());
      assertThat(plan.kind()).isEqualTo(example.kind());
      assertThat(plan.question()).isEqualTo(example.question());
      assertThat(plan.watched())
          .extracting(ObjectivePlan.Watched::name)
          .containsExactlyElementsOf(
              example.keyResults().stream().map(ExampleKeyResult::watch).toList());
      for (int i = 0; i < example.keyResults().size(); i++) {
        ExampleKeyResult wanted = example.keyResults().get(i);
        KeyResultPlan one = plan.keyResults().get(i);
        assertThat(one.kind()).as(wanted.id()).isEqualTo(wanted.kind());
        assertThat(one.title()).isEqualTo(wanted.title());
        assertThat(one.guardrail()).isEqualTo(wanted.guardrail());
        assertThat(one.unit()).isEqualTo(wanted.unit());
        assertThat(one.baseline()).isEqualTo(wanted.from());
        assertThat(one.baselineDue())
            .as(wanted.id() + ": a hint is no baseline")
            .isEqualTo(one.kind().isWay() && wanted.from() == null ? MEASURED : null);
        assertThat(one.milestones())
            .extracting(KeyResultPlan.Milestone::name)
            .containsExactlyElementsOf(wanted.milestones());
        assertThat(wanted.unit().isEmpty())
            .as(wanted.id() + " has a unit where it has figures")
            .isEqualTo(
                one.kind() == KeyResultKind.MILESTONES || one.kind() == KeyResultKind.YES_NO);
      }
    }
  }

  @Test
  void anObjectiveIsAShortSentenceWithoutFigures() {
    assertThat(library.all())
        .allSatisfy(example -> {
          assertThat(example.title()).hasSizeBetween(20, 80).doesNotContainPattern("[0-9%€$£]");
          assertThat(example.title()).doesNotEndWith(".");
          assertThat(example.why()).hasSizeBetween(60, 400).endsWith(".");
          assertThat(example.question().isEmpty())
              .isEqualTo(example.kind() != ObjectiveKind.LEARNING);
          assertThat(example.keyResults()).hasSizeBetween(2, 5);
        });
    assertThat(keyResults())
        .allSatisfy(one -> {
          assertThat(one.title()).hasSizeBetween(15, 120).doesNotEndWith(".");
          assertThat(one.guardrail()).hasSizeBetween(15, 120);
          assertThat(one.watch()).hasSizeBetween(8, 80);
          assertThat(one.today()).hasSizeBetween(6, 120);
        });
  }

  @Test
  void noTwoExamplesSayTheSame() {
    List<String> objectives = library.all().stream().map(GoalExample::title).toList();
    List<String> results = keyResults().map(ExampleKeyResult::title).toList();
    assertThat(alike(objectives)).isEmpty();
    assertThat(alike(results)).isEmpty();
    assertThat(keyResults().map(ExampleKeyResult::guardrail)).doesNotHaveDuplicates();
  }

  /// Pairs that share two thirds of their words.
  private static List<String> alike(List<String> titles) {
    List<String> alike = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      for (int j = 0; j < i; j++) {
        Set<String> all = words(titles.get(i));
        Set<String> shared = new HashSet<>(all);
        shared.retainAll(words(titles.get(j)));
        all.addAll(words(titles.get(j)));
        if (3 * shared.size() >= 2 * all.size()) {
          alike.add(titles.get(j) + " / " + titles.get(i));
        }
      }
    }
    return alike;
  }

  private static Set<String> words(String title) {
    return Stream.of(title.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void wordsAreFoundWhereverTheyStandAndAllOfThem() {
    assertThat(library.matching(null, null, "  Night SHIFTS "))
        .extracting(GoalExample::id)
        .contains("people-recovery");
    assertThat(library.matching(BusinessFunction.SALES, null, "")).hasSize(6);
    assertThat(library.matching(null, null, "zeppelin")).isEmpty();
    assertThat(library.find("people-recovery")).isPresent();
    assertThat(library.find("people-unheard-of")).isEmpty();
  }

  @Test
  void takingOneLeavesTheRestOfTheFormAsItIs() {
    EditorForm form =
        library
            .find("finance-speed")
            .orElseThrow()
            .form(FRESH.with("cycle", "C").with("owner", "team:T").with("parent", "P"), MEASURED);
    assertThat(form.value("cycle")).isEqualTo("C");
    assertThat(form.value("owner")).isEqualTo("team:T");
    assertThat(form.value("parent")).isEqualTo("P");
    assertThat(form.rows().getFirst().value("baseline")).isEmpty();
    assertThat(form.watched())
        .extracting(WatchedInput::name)
        .contains("Steps that wait for another department");
  }

  @Test
  void aMistakeInAFileSaysWhereItStands() {
    String good = "function: sales\nedition: 1\nexamples: []\n";
    assertThat(GoalLibraryFile.read("x", good)).isEmpty();
    assertThatThrownBy(() -> GoalLibraryFile.read("x", good.replace("sales", "sails")))
        .hasMessageContaining("'function'");
    assertThatThrownBy(() -> GoalLibraryFile.read("x", good + "extra: 1\n"))
        .hasMessageContaining("'extra'");
    assertThatThrownBy(
            () -> GoalLibraryFile.read("x", good.replace("[]", "\n  - id: a\n    titel: b")))
        .hasMessageContaining("x examples[0]: 'titel'");
  }
}
