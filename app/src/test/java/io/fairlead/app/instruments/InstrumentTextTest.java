package io.fairlead.app.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.instruments.CommentQuestion;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.InstrumentFile;
import io.fairlead.methods.instruments.InstrumentFile.Read.Sound;
import io.fairlead.methods.instruments.Item;
import io.fairlead.methods.instruments.ItemBank;
import io.fairlead.methods.instruments.Section;
import io.fairlead.methods.instruments.ShippedInstruments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Documents become fields and fields documents, and nothing is lost between.
class InstrumentTextTest {
  @Test
  void whatIsWrittenOutReadsTheSameWithoutTheBank() {
    for (Instrument shipped : ShippedInstruments.all()) {
      assertThat(placeless(read(InstrumentText.of(shipped), ItemBank.empty())))
          .isEqualTo(placeless(shipped));
    }
  }

  @Test
  void everyShippedInstrumentSurvivesItsForm() {
    for (Instrument shipped : ShippedInstruments.all()) {
      String text = ShippedInstruments.text(shipped.id()).orElseThrow();
      assertThat(placeless(read(throughForm(text), ItemBank.shipped())))
          .isEqualTo(placeless(shipped));
    }
  }

  @Test
  void anOwnInstrumentWithOwnItemsAndReasonsSurvivesItsForm() {
    String accepting =
        kitchen()
            .replace(
                "        about: what\n        wording:",
                "        about: what\n        accepted: {leading: Our word.}\n        wording:");
    Instrument before = read(accepting, ItemBank.shipped());
    Instrument after = read(throughForm(accepting), ItemBank.shipped());
    assertThat(placeless(after)).isEqualTo(placeless(before));
    assertThat(after.items().getLast().accepted()).containsEntry("leading", "Our word.");
  }

  @Test
  void aSecondLanguageStaysBesideTheFirst() {
    String text =
        kitchen()
            .replace("languages: [en]", "languages: [en, de]")
            .replace("name: Working in the kitchen", "name: {en: Kitchen, de: Küche}");
    assertThat(InstrumentFields.of(text).orElseThrow().values())
        .containsEntry("languages", "en, de")
        .containsEntry("name.de", "Küche")
        .containsEntry("audience.en", "Anybody who cooks here.");
    assertThat(read(throughForm(text), ItemBank.shipped()).name().languages())
        .containsExactly(Map.entry("en", "Kitchen"), Map.entry("de", "Küche"));
  }

  @Test
  void whatAFormCannotShowIsLeftToTheDocument() {
    assertThat(InstrumentFields.of(kitchen() + "colour: red\n")).isEmpty();
    assertThat(InstrumentFields.of(kitchen() + "edition: 2\n")).isEmpty();
    assertThat(InstrumentFields.of("name: &a x\naudience: *a\n")).isEmpty();
    assertThat(InstrumentFields.of("[".repeat(20_000))).isEmpty();
    assertThat(InstrumentFields.of("name: \"open")).isEmpty();
    assertThat(InstrumentFields.of("")).isEmpty();
  }

  @Test
  void buttonsAddMoveAndRemoveRows() {
    Map<String, String> fields = InstrumentFields.of(kitchen()).orElseThrow().values();
    Map<String, String> moved = InstrumentRows.after("down:sections.0", fields);
    assertThat(moved)
        .containsEntry("sections.0.name.en", "At the stove")
        .containsEntry("sections.1.items.2.bank", "listening.open-questions");
    assertThat(InstrumentRows.after("up:sections.1", moved)).isEqualTo(fields);
    assertThat(InstrumentRows.after("up:sections.0", fields)).isEqualTo(fields);
    assertThat(InstrumentRows.after("down:sections.7", fields)).isEqualTo(fields);
    assertThat(InstrumentRows.after("explode:sections.0", fields)).isEqualTo(fields);

    Map<String, String> less = InstrumentRows.after("remove:sections.0.items.1", fields);
    assertThat(InstrumentFields.rows(less, "sections.0.items")).containsExactly(0, 2);
    assertThat(
            InstrumentFields.of(InstrumentWriting.document(less))
                .orElseThrow()
                .values()
                .get("sections.0.items.1.bank"))
        .isEqualTo("listening.open-questions");

    Map<String, String> more = InstrumentRows.after("add:sections.1.items", fields);
    assertThat(InstrumentFields.rows(more, "sections.1.items.3.anchors")).hasSize(5);
    assertThat(InstrumentRows.pick(fields, 0, List.of("craft.checks-first")))
        .containsEntry("sections.0.items.3.bank", "craft.checks-first");
  }

  @Test
  void whoGivesNoIdGetsOneMadeOfTheWords() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("languages", "en");
    values.put("sections.0.items.0.wording.others.en", "Säubert den Herd, bevor sie geht.");
    values.put("sections.0.items.1.wording.others.en", "Säubert den Herd, bevor er geht.");
    values.put("sections.0.items.2.wording.others.en", "你好");
    values.put("sections.0.items.3.bank", "listening.lets-finish");
    values.put("comments.0.kind", "start");
    values.put("comments.1.kind", "start");
    assertThat(InstrumentIds.filled(values))
        .containsEntry("sections.0.items.0.id", "saubert-den-herd-bevor")
        .containsEntry("sections.0.items.1.id", "saubert-den-herd-bevor-2")
        .containsEntry("sections.0.items.2.id", "item")
        .doesNotContainKey("sections.0.items.3.id")
        .containsEntry("comments.0.id", "start")
        .containsEntry("comments.1.id", "start-2");
  }

  @Test
  void sentencesOfADraftWithGapsAreLintedWhereTheyStand() {
    Map<String, String> gaps = new LinkedHashMap<>();
    gaps.put("sections.0.name.en", "");
    gaps.put("sections.1.items.0.bank", "listening.sings");
    gaps.put("sections.1.items.1.wording.others.en", "Always answers on the day.");
    gaps.put("sections.1.items.1.anchors.2.en", "Gives an excellent answer.");
    gaps.put("comments.0.text.en", "Why is this person never on time?");
    assertThat(
            InstrumentSketch.findings(gaps).entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey().rule().id()))
        .containsExactly(
            "sections.1.items.1 absolute", "sections.1.items.1 leading", "comments.0 absolute");
    assertThat(InstrumentSketch.findings(Map.of())).isEmpty();
    Map<String, String> whole = InstrumentFields.of(kitchen()).orElseThrow().values();
    assertThat(InstrumentSketch.findings(whole)).isEmpty();
  }

  private static String throughForm(String text) {
    return InstrumentWriting.document(InstrumentFields.of(text).orElseThrow().values());
  }

  private static Instrument read(String text, ItemBank bank) {
    InstrumentFile.Read read = InstrumentFile.read(text, bank);
    assertThat(read).isInstanceOf(Sound.class);
    return ((Sound) read).instrument();
  }

  /// The same without the lines on which things stand.
  private static Instrument placeless(Instrument whole) {
    return new Instrument(
        whole.id(),
        whole.edition(),
        whole.languages(),
        whole.name(),
        whole.audience(),
        whole.points(),
        whole.minutes(),
        whole.raters(),
        whole.competencies(),
        whole.sections().stream()
            .map(section ->
                new Section(
                    section.name(),
                    section.items().stream()
                        .map(item ->
                            new Item(
                                item.id(),
                                item.competency(),
                                item.about(),
                                item.others(),
                                item.wording(),
                                item.anchors(),
                                item.accepted(),
                                0))
                        .toList()))
            .toList(),
        whole.comments().stream()
            .map(each ->
                new CommentQuestion(
                    each.id(), each.kind(), each.required(), each.text(), each.accepted(), 0))
            .toList(),
        whole.validity());
  }

  /// The example of the handbook.
  static String kitchen() {
    try {
      String page = Files.readString(Path.of("../docs/item-bank.md"));
      return page.substring(
              page.indexOf("instrument: kitchen"), page.indexOf("\n```\n\n## The behaviour"))
          + "\n";
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
