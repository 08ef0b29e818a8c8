package io.fairlead.methods.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FrameworkEditTest {

  @Test
  void aValueChangesAndTheCommentBesideItStays() {
    thenSet("goals:\n  weights: true # for now\n", "goals.weights", false)
        .isEqualTo("goals:\n  weights: false # for now\n");
  }

  @Test
  void theSameValueChangesNothing() {
    thenSet("goals: {weights:   true}\n", "goals.weights", true)
        .isEqualTo("goals: {weights:   true}\n");
    thenSet("a: 1.0\n", "a", 1).isEqualTo("a: 1.0\n");
  }

  @Test
  void quotesAreKeptAndAddedWhereNeeded() {
    thenSet("name: 'Anna'\n", "name", "Anna's").isEqualTo("name: 'Anna''s'\n");
    thenSet("name: \"Anna\"\n", "name", "Berta").isEqualTo("name: \"Berta\"\n");
    thenSet("name: Anna\n", "name", "yes").isEqualTo("name: \"yes\"\n");
    thenSet("name: Anna\n", "name", "42").isEqualTo("name: \"42\"\n");
    thenSet("name: Anna\n", "name", "key: value # no").isEqualTo("name: \"key: value # no\"\n");
    thenSet("{name: Anna}\n", "name", "a, b").isEqualTo("{name: \"a, b\"}\n");
    thenSet("name: Anna\n", "name", "a, b").isEqualTo("name: a, b\n");
    thenSet("name: Anna\n", "name", "tab\tand \u0007")
        .isEqualTo("name: \"tab\\tand \\U00000007\"\n");
  }

  @Test
  void aMissingKeyIsAddedBelowItsSiblings() {
    thenSet(
            """
            goals:
              # few
              limits:
                key-results-at-most: 5 # really
                # that is all

            # the end
            """,
            "goals.limits.objectives-per-owner",
            3)
        .isEqualTo(
            """
            goals:
              # few
              limits:
                key-results-at-most: 5 # really
                objectives-per-owner: 3
                # that is all

            # the end
            """);
  }

  @Test
  void aMissingSectionIsAddedWithAllThatLeadsToIt() {
    thenSet("organisation:\n  name: a\n", "goals.scoring.committed.partly-from", 0.5)
        .isEqualTo(
            "organisation:\n  name: a\n\ngoals:\n  scoring:\n    committed:\n      partly-from: 0.5\n");
    thenSet("organisation: {name: a}", "organisation.zone", "Europe/Berlin")
        .isEqualTo("organisation: {name: a, zone: Europe/Berlin}");
    thenSet("goals:   # usual\n  # nothing yet\n", "goals.weights", false)
        .isEqualTo("goals:   # usual\n  weights: false\n  # nothing yet\n");
    thenSet("goals: {}  # usual\n", "goals.weights", false)
        .isEqualTo("goals:  # usual\n  weights: false\n");
    thenSet("", "goals.weights", false).isEqualTo("goals:\n  weights: false\n");
  }

  @Test
  void aListGrowsAndShrinksWhereItChanges() {
    String text =
        """
        values:
          # first
          - name: Care # c
            means: Cares
          # second
          - name: Candour
            # inside
            means: Says it
        """;

    assertThat(FrameworkEdit.set(text, "values[2]", ordered("name", "Curiosity", "means", "Asks")))
        .isEqualTo(text + "  - name: Curiosity\n    means: Asks\n");
    assertThat(FrameworkEdit.remove(text, "values[0]"))
        .isEqualTo(
            """
            values:
              # first
              # second
              - name: Candour
                # inside
                means: Says it
            """);
    assertThat(FrameworkEdit.remove(text, "values[1].name"))
        .isEqualTo(
            """
            values:
              # first
              - name: Care # c
                means: Cares
              # second
                # inside
              - means: Says it
            """);
    assertThat(FrameworkEdit.insert(text, "values", 1, Map.of("name", "Calm")))
        .isEqualTo(
            """
            values:
              # first
              - name: Care # c
                means: Cares
              - name: Calm
              # second
              - name: Candour
                # inside
                means: Says it
            """);
  }

  @Test
  void aListInBracketsStaysInBrackets() {
    thenSet("kinds: [a, b] # two\n", "kinds", List.of("a", "c", "b"))
        .isEqualTo("kinds: [a, c, b] # two\n");
    thenSet("kinds: [a, b, c]\n", "kinds", List.of("c")).isEqualTo("kinds: [c]\n");
    thenSet("kinds: [a]\n", "kinds", List.of()).isEqualTo("kinds: []\n");
    thenSet("kinds: []\n", "kinds", List.of("a", "b")).isEqualTo("kinds:\n  - a\n  - b\n");
  }

  @Test
  void theLastItemOfAListLeavesAnEmptyOne() {
    assertThat(FrameworkEdit.remove("values: # ours\n  # care\n  - name: Care\n", "values[0]"))
        .isEqualTo("values: [] # ours\n  # care\n");
  }

  @Test
  void textOverSeveralLinesStaysReadable() {
    thenSet("mission: short\nvision: x\n", "mission", "First line.\n# not a comment\n")
        .isEqualTo("mission: |\n  First line.\n  # not a comment\nvision: x\n");
    thenSet("mission: | # why\n  Old\n  text\n\n# c\nvision: x\n", "mission", "New")
        .isEqualTo("mission: New # why\n\n# c\nvision: x\n");
    thenSet("mission: >-\n  Old\n  text\nvision: x\n", "mission", "New\ntext")
        .isEqualTo("mission: |-\n  New\n  text\nvision: x\n");
  }

  @Test
  void windowsLineEndsStayAndWideCharactersDoNotShiftThePlace() {
    thenSet("name: \"🚢 Küste\" # 🚢\r\ngoals:\r\n  a: 1\r\n", "goals.b", 2)
        .isEqualTo("name: \"🚢 Küste\" # 🚢\r\ngoals:\r\n  a: 1\r\n  b: 2\r\n");
  }

  @Test
  void aKeyIsRemovedWithWhatIsUnderItButNotWithComments() {
    assertThat(
            FrameworkEdit.remove(
                "a: 1\n# about b\nb:\n  # deep\n  c: 2\n  d: |\n    # text\n# about e\ne: 3\n",
                "b"))
        .isEqualTo("a: 1\n# about b\n  # deep\n# about e\ne: 3\n");
    assertThat(FrameworkEdit.remove("{a: 1, b: 2}\n", "b")).isEqualTo("{a: 1}\n");
    assertThat(FrameworkEdit.remove("{a: 1, b: 2}\n", "a")).isEqualTo("{b: 2}\n");
    assertThat(FrameworkEdit.remove("a: 1\n", "b.c")).isEqualTo("a: 1\n");
  }

  @Test
  void whatCannotBeEditedIsRefusedAndNeverHalfDone() {
    assertThatThrownBy(() -> FrameworkEdit.set("a: [\n", "a", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FrameworkEdit.set("a: 1\n", "a.b", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FrameworkEdit.set("a: 1\n", "a..b", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FrameworkEdit.set("a: [1]\n", "a[7]", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTextBlockDoesNotTakeInTheCommentsBelowIt() {
    String emptied =
        FrameworkEdit.set("a:\n  b:\n  - c: 1\n      # deep\n    d: 2\n", "a.b", List.of());
    assertThat(emptied).isEqualTo("a:\n  b: []\n      # deep\n");
    thenSet(emptied, "a.e", "x\ny\n").isEqualTo("a:\n  b: []\n  e: |\n    x\n    y\n  # deep\n");
    thenSet("a: 1\n\n    # deep\n # less\nb: 2\n", "a", "x\ny")
        .isEqualTo("a: |-\n  x\n  y\n\n# deep\n# less\nb: 2\n");
    thenSet("a:\n    # deep\n", "a.b", "x\ny").isEqualTo("a:\n  b: |-\n    x\n    y\n# deep\n");
    thenSet("a: []\r\n    # deep\r\n", "a", List.of(Map.of("b", "x\ny")))
        .isEqualTo("a:\r\n  - b: |-\r\n      x\r\n      y\r\n# deep\r\n");
    thenSet("a: |\n  x\n # shallow\n", "b", "x\ny")
        .isEqualTo("a: |\n  x\nb: |-\n  x\n  y\n# shallow\n");
    assertThat(FrameworkEdit.remove("a: |\n  x\nb:\n    # deep\n  c: 1\nd: 2\n", "b"))
        .isEqualTo("a: |\n  x\n# deep\nd: 2\n");
    assertThat(FrameworkEdit.remove("a: |\n  x\nb: 1\n    # deep\nd: 2\n", "b"))
        .isEqualTo("a: |\n  x\n# deep\nd: 2\n");
  }

  private static final String MESSY =
      """
      # head
      organisation: {name: "A \\"B\\"", zone: UTC} # one line
      direction:
          mission: >
              Folded text,
              # not a comment

              over lines.
          # between
          values:
          - name: One # why one
            # inside
            means: |+
              kept

          # before two
          - {name: Two, means: 'it''s'}
      # top again
      cadence:
        check-ins: # usual
          # the day
          day: friday

          # the rhythm
        cycles:
          longer: [half-year,   # odd
            year]
      goals:
        limits: {objectives-per-owner: 4,
          # in braces
          key-results-at-most: 5}
        weights: true
      # tail without line end\
      """;

  @Property(tries = 200, seed = "4615795453741423676")
  void everyEditMeansWhatWasIntendedAndEveryCommentLineSurvives(
      @ForAll("documents") String text, @ForAll("edits") List<Edit> edits) {
    thenAllIsAsIntended(text, edits);
  }

  @Property(tries = 100)
  void noSeedFindsAnEditThatLosesAnything(
      @ForAll("documents") String text, @ForAll("edits") List<Edit> edits) {
    thenAllIsAsIntended(text, edits);
  }

  private static void thenAllIsAsIntended(String text, List<Edit> edits) {
    String edited = text;
    Map<String, Object> expected = new LinkedHashMap<>();
    for (Edit edit : edits) {
      edited = FrameworkEdit.set(edited, edit.path(), edit.value());
      expected.put(edit.path(), edit.value());
    }

    for (Map.Entry<String, Object> entry : expected.entrySet()) {
      assertThat(Same.values(valueOf(edited, entry.getKey()), entry.getValue()))
          .as("%s in%n%s", entry, edited)
          .isTrue();
    }
    assertThat(comments(edited)).containsAll(comments(text));
  }

  @Property(tries = 100)
  void removingAndAddingAgainGivesTheSameDocument(
      @ForAll("documents") String text, @ForAll("removable") String path) {
    Object before = valueOf(text, path);
    String removed = FrameworkEdit.remove(text, path);

    assertThat(comments(removed)).containsAll(comments(text));
    if (before != null) {
      assertThat(valueOf(removed, path)).isNull();
      String restored = FrameworkEdit.set(removed, path, before);
      assertThat(
              Same.values(
                  YamlValues.of(Composition.of(restored).root()),
                  YamlValues.of(Composition.of(text).root())))
          .as(restored)
          .isTrue();
    }
  }

  record Edit(String path, Object value) {}

  @Provide
  Arbitrary<String> documents() {
    return Arbitraries.of(
        DefaultFramework.text(),
        MESSY,
        MESSY.replace("\n", "\r\n"),
        "organisation: {name: a}\n",
        "organisation:\n  name: a",
        "# nothing\n");
  }

  @Provide
  Arbitrary<String> removable() {
    return Arbitraries.of(
        "organisation.zone",
        "direction.mission",
        "direction.vision",
        "cadence.check-ins.day",
        "cadence.cycles.longer",
        "goals.limits.key-results-at-most",
        "goals.limits",
        "goals.weights",
        "cadence");
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    Arbitrary<String> text =
        Arbitraries.oneOf(
            Arbitraries.strings()
                .all()
                .ofMinLength(0)
                .ofMaxLength(12)
                .filter(FrameworkEditTest::isYaml),
            Arbitraries.strings().withChars("ab #:-\n'\"[]{},|>&*!%@?").ofMaxLength(12),
            Arbitraries.of(
                "null", "~", "1e3", "0x1F", "true", "2026-01-01", "a\n\nb\n", "a\n", " x", "x "));
    Arbitrary<Edit> texts =
        text.flatMap(value ->
            Arbitraries.of("organisation.name", "direction.mission", "direction.vision")
                .map(path -> new Edit(path, value)));
    Arbitrary<Edit> numbers =
        Arbitraries.integers()
            .between(0, 20)
            .map(value -> new Edit("goals.limits.key-results-at-most", value));
    Arbitrary<Edit> fractions =
        Arbitraries.doubles()
            .between(0, 1)
            .ofScale(3)
            .map(value -> new Edit("goals.scoring.committed.reached-from", value));
    Arbitrary<Edit> flags =
        Arbitraries.of(true, false).map(value -> new Edit("goals.weights", value));
    Arbitrary<Edit> days =
        Arbitraries.of("monday", "friday").map(value -> new Edit("cadence.check-ins.day", value));
    Arbitrary<Edit> words =
        Arbitraries.of("half-year", "year", "other")
            .list()
            .ofMaxSize(3)
            .map(value -> new Edit("cadence.cycles.longer", value));
    Arbitrary<Edit> sections =
        text.flatMap(means ->
                Arbitraries.of("One", "Two", "Three")
                    .map(name -> (Object) ordered("name", name, "means", means)))
            .list()
            .ofMaxSize(4)
            .map(value -> new Edit("direction.values", value));
    return Arbitraries.oneOf(texts, numbers, fractions, flags, days, words, sections)
        .list()
        .ofMaxSize(5);
  }

  private static boolean isYaml(String text) {
    return text.codePoints().allMatch(c -> !(c >= 0xD800 && c <= 0xDFFF));
  }

  private static @org.jspecify.annotations.Nullable Object valueOf(String text, String path) {
    return new YamlSource(text)
        .find(DocumentPath.of(path))
        .map(spot -> YamlValues.of(spot.node()))
        .orElse(null);
  }

  /// Comment lines found without any YAML reader, by what the test knows of its own documents.
  private static List<String> comments(String text) {
    List<String> comments = new ArrayList<>();
    for (String known :
        List.of(
            "# head",
            "# between",
            "# inside",
            "# before two",
            "# top again",
            "# the day",
            "# the rhythm",
            "# in braces",
            "# tail without line end",
            "# nothing")) {
      text.lines().map(String::strip).filter(line -> line.equals(known)).forEach(comments::add);
    }
    if (text.contains("# The framework of your organisation")) {
      text.lines()
          .filter(line -> line.strip().startsWith("# "))
          .filter(line -> DefaultFramework.text().contains(line))
          .map(String::strip)
          .forEach(comments::add);
    }
    return comments;
  }

  private static Map<String, Object> ordered(String a, Object x, String b, Object y) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(a, x);
    map.put(b, y);
    return map;
  }

  @Test
  void datesAndEnumerationsAreWrittenAsTheDocumentWritesThem() {
    thenSet("a: x\n", "a", LocalDate.of(2026, 1, 31)).isEqualTo("a: 2026-01-31\n");
    thenSet("a: x\n", "a", Rhythm.EVERY_TWO_WEEKS).isEqualTo("a: every-two-weeks\n");
  }

  private static org.assertj.core.api.AbstractStringAssert<?> thenSet(
      String text, String path, Object value) {
    return assertThat(FrameworkEdit.set(text, path, value));
  }
}
