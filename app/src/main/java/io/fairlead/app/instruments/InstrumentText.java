package io.fairlead.app.instruments;

import io.fairlead.methods.instruments.CommentQuestion;
import io.fairlead.methods.instruments.Competency;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Item;
import io.fairlead.methods.instruments.LocalText;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.instruments.Validity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/// Instruments as documents.
final class InstrumentText {
  private static final int UNBROKEN = 10_000;

  private InstrumentText() {}

  /// An instrument with all competencies and items written out, so that it can be read without the
  /// bank, and says the same when the bank does not any more.
  static String of(Instrument instrument) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("instrument", instrument.id());
    document.put("edition", instrument.edition());
    document.put("languages", instrument.languages());
    document.put("name", text(instrument.name()));
    document.put("audience", text(instrument.audience()));
    document.put("points", instrument.points());
    document.put("minutes", instrument.minutes());
    document.put("raters", instrument.raters().stream().map(Relationship::code).toList());
    document.put(
        "competencies",
        instrument.competencies().values().stream().map(InstrumentText::competency).toList());
    document.put(
        "sections",
        instrument.sections().stream()
            .map(section ->
                section(
                    section.name(), section.items().stream().map(InstrumentText::item).toList()))
            .toList());
    if (!instrument.comments().isEmpty()) {
      document.put(
          "comments", instrument.comments().stream().map(InstrumentText::comment).toList());
    }
    document.put("validity", validity(instrument.validity()));
    return yaml(document);
  }

  /// Maps, lists, texts, numbers and flags, each on lines of its own.
  static String yaml(Map<String, Object> document) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(UNBROKEN)
            .setDereferenceAliases(true)
            .build();
    return new Dump(settings).dumpToString(document);
  }

  private static Map<String, Object> section(LocalText name, List<Map<String, Object>> items) {
    Map<String, Object> section = new LinkedHashMap<>();
    section.put("name", text(name));
    section.put("items", items);
    return section;
  }

  private static Map<String, Object> competency(Competency competency) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("id", competency.id());
    written.put("name", text(competency.name()));
    written.put("means", text(competency.means()));
    written.put("about", competency.about().code());
    return written;
  }

  private static Map<String, Object> item(Item item) {
    Map<String, Object> wording = new LinkedHashMap<>();
    wording.put("others", text(item.others()));
    item.wording().forEach((rater, said) -> wording.put(rater.code(), text(said)));
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("id", item.id().substring(item.competency().length() + 1));
    written.put("competency", item.competency());
    written.put("about", item.about().code());
    written.put("wording", wording);
    written.put("anchors", item.anchors().stream().map(InstrumentText::text).toList());
    accepted(written, item.accepted());
    return written;
  }

  private static Map<String, Object> comment(CommentQuestion question) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("id", question.id());
    written.put("kind", question.kind().code());
    written.put("required", question.required());
    written.put("text", text(question.text()));
    accepted(written, question.accepted());
    return written;
  }

  private static void accepted(Map<String, Object> written, Map<String, String> accepted) {
    if (!accepted.isEmpty()) {
      written.put("accepted", accepted);
    }
  }

  private static Map<String, Object> validity(Validity validity) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("status", validity.status().code());
    written.put("purpose", text(validity.purpose()));
    written.put("content", text(validity.content()));
    written.put("reliability", text(validity.reliability()));
    written.put("not-for", validity.notFor().stream().map(InstrumentText::text).toList());
    return written;
  }

  /// By language, so that it stays what it is whichever language comes first.
  private static Object text(LocalText text) {
    return text.languages();
  }
}
