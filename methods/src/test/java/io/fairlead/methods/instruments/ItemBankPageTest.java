package io.fairlead.methods.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Keeps the generated parts of docs/item-bank.md in step; `FAIRLEAD_WRITE_DOCS=true` writes them.
class ItemBankPageTest {
  private static final Path PAGE = Path.of("..", "docs", "item-bank.md");
  private static final Path LIBRARY_PAGE = Path.of("..", "docs", "behaviour-library.md");
  private static final ItemBank BANK = ItemBank.shipped();
  private static final BehaviourLibrary LIBRARY = BehaviourLibrary.shipped();

  @Test
  void theDocumentationSaysWhatThereIs() throws IOException {
    String page = Files.readString(PAGE);
    String current = with(page, "competencies", competencies());
    current = with(current, "instruments", instruments());
    current = with(current, "sheets", sheets());
    current = with(current, "rules", rules());
    inStep(PAGE, current);
  }

  @Test
  void theLibraryCanBeRead() throws IOException {
    String page = Files.readString(LIBRARY_PAGE);
    String current = with(page, "levels", levels());
    inStep(LIBRARY_PAGE, with(current, "behaviours", behaviours()));
  }

  private static void inStep(Path file, String current) throws IOException {
    if ("true".equals(System.getenv("FAIRLEAD_WRITE_DOCS"))) {
      Files.writeString(file, current);
      return;
    }
    assertThat(Files.readString(file))
        .as(file + " is out of step; run this test with FAIRLEAD_WRITE_DOCS=true")
        .isEqualTo(current);
  }

  @Test
  void theExampleInTheDocumentationIsReadAndHasNothingSaidAboutIt() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    String example = page.substring(start, page.indexOf("```", start));
    assertThat(InstrumentFile.read(example, BANK))
        .isInstanceOfSatisfying(
            InstrumentFile.Read.Sound.class,
            sound -> assertThat(InstrumentLint.lint(sound.instrument(), BANK)).isEmpty());
  }

  private static String competencies() {
    return "| id | name | items | what one sees |\n|---|---|--:|---|\n"
        + BANK.competencies().stream()
            .map(each ->
                "| `%s` | %s | %d | %s |\n"
                    .formatted(
                        each.id(),
                        english(each.name()),
                        BANK.items(each.id()).size(),
                        english(each.means())))
            .collect(Collectors.joining());
  }

  private static String instruments() {
    return "| id | name | who is rated | asked | items | minutes |\n|---|---|---|---|--:|--:|\n"
        + ShippedInstruments.all().stream()
            .map(each ->
                String.format(
                    Locale.ROOT,
                    "| `%s` | %s | %s | %s | %d | %.1f |\n",
                    each.id(),
                    english(each.name()),
                    english(each.audience()),
                    each.raters().stream()
                        .map(Relationship::code)
                        .collect(Collectors.joining(", ")),
                    each.items().size(),
                    each.estimatedMinutes()))
            .collect(Collectors.joining());
  }

  private static String sheets() {
    return ShippedInstruments.all().stream()
        .map(ItemBankPageTest::sheet)
        .collect(Collectors.joining("\n"));
  }

  private static String sheet(Instrument instrument) {
    Validity validity = instrument.validity();
    return "**%s** (%s, edition %d)\n\n"
            .formatted(
                english(instrument.name()),
                validity.status().code().replace('-', ' '),
                instrument.edition())
        + "- Purpose: %s\n- Content: %s\n- Reliability: %s\n- Not for: %s\n"
            .formatted(
                english(validity.purpose()),
                english(validity.content()),
                english(validity.reliability()),
                validity.notFor().stream()
                    .map(ItemBankPageTest::english)
                    .collect(Collectors.joining(" ")));
  }

  private static String levels() {
    return "| level | name | who is there |\n|--:|---|---|\n"
        + LIBRARY.levels().stream()
            .map(each ->
                "| %d | %s | %s |\n"
                    .formatted(each.number(), english(each.name()), english(each.means())))
            .collect(Collectors.joining());
  }

  private static String behaviours() {
    return BANK.competencies().stream()
        .map(ItemBankPageTest::behaviours)
        .collect(Collectors.joining("\n"));
  }

  private static String behaviours(Competency competency) {
    String head =
        "## %s (`%s`)\n\n%s\n\n| level | id | what one does | what shows it |\n|--:|---|---|---|\n"
            .formatted(english(competency.name()), competency.id(), english(competency.means()));
    return head
        + LIBRARY.behaviours().stream()
            .filter(each -> each.competency().equals(competency.id()))
            .map(each ->
                "| %d | `%s` | %s | %s |\n"
                    .formatted(
                        each.level(),
                        each.id().substring(competency.id().length() + 1),
                        english(each.does()),
                        english(each.shows())))
            .collect(Collectors.joining());
  }

  private static String rules() {
    return "| id | severity | why | better |\n|---|---|---|---|\n"
        + Stream.of(InstrumentRule.values())
            .map(each ->
                "| `%s` | %s | %s | %s |\n"
                    .formatted(each.id(), each.severity().code(), each.why(), each.better()))
            .collect(Collectors.joining());
  }

  private static String english(LocalText text) {
    return text.in("en");
  }

  private static String with(String page, String part, String content) {
    String begin = "<!-- generated: " + part + " -->\n";
    String end = "<!-- end of " + part + " -->\n";
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf(end);
    assertThat(to).as("the marks around " + part).isGreaterThanOrEqualTo(from);
    return page.substring(0, from) + content + page.substring(to);
  }
}
