package io.fairlead.cli;

import io.fairlead.methods.instruments.CommentQuestion;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Item;
import io.fairlead.methods.instruments.LocalText;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.instruments.Section;
import io.fairlead.methods.instruments.Validity;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// The answers of `feedback instruments --json`.
final class InstrumentJson {
  private final JsonGenerator json;
  private final String language;
  private final Relationship reader;

  private InstrumentJson(JsonGenerator json, String language, Relationship reader) {
    this.json = json;
    this.language = language;
    this.reader = reader;
  }

  static void list(JsonGenerator json, List<Instrument> instruments) {
    json.writeStartObject();
    json.writeArrayPropertyStart("instruments");
    for (Instrument instrument : instruments) {
      json.writeStartObject();
      head(json, instrument);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void write(JsonGenerator json, Instrument instrument, Relationship reader) {
    new InstrumentJson(json, instrument.languages().getFirst(), reader).write(instrument);
  }

  private static void head(JsonGenerator json, Instrument instrument) {
    json.writeStringProperty("instrument", instrument.id());
    json.writeNumberProperty("edition", instrument.edition());
    json.writeStringProperty("name", instrument.name().in(instrument.languages().getFirst()));
    json.writeStringProperty("status", instrument.validity().status().code());
    json.writeNumberProperty("items", instrument.items().size());
    json.writeNumberProperty("comments", instrument.comments().size());
    json.writeNumberProperty("minutes", instrument.estimatedMinutes());
    json.writeArrayPropertyStart("raters");
    instrument.raters().forEach(rater -> json.writeString(rater.code()));
    json.writeEndArray();
  }

  private void write(Instrument instrument) {
    json.writeStartObject();
    head(json, instrument);
    json.writeStringProperty("as", reader.code());
    text("audience", instrument.audience());
    json.writeArrayPropertyStart("sections");
    instrument.sections().forEach(this::section);
    json.writeEndArray();
    json.writeArrayPropertyStart("questions");
    instrument.comments().forEach(this::comment);
    json.writeEndArray();
    validity(instrument.validity());
    json.writeEndObject();
  }

  private void section(Section section) {
    json.writeStartObject();
    text("name", section.name());
    json.writeArrayPropertyStart("items");
    section.items().forEach(this::item);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void item(Item item) {
    json.writeStartObject();
    json.writeStringProperty("id", item.id());
    json.writeStringProperty("competency", item.competency());
    json.writeStringProperty("about", item.about().code());
    text("text", item.text(reader));
    texts("anchors", item.anchors());
    json.writeEndObject();
  }

  private void comment(CommentQuestion question) {
    json.writeStartObject();
    json.writeStringProperty("id", question.id());
    json.writeStringProperty("kind", question.kind().code());
    json.writeBooleanProperty("required", question.required());
    text("text", question.text());
    json.writeEndObject();
  }

  private void validity(Validity validity) {
    json.writeObjectPropertyStart("validity");
    json.writeStringProperty("status", validity.status().code());
    text("purpose", validity.purpose());
    text("content", validity.content());
    text("reliability", validity.reliability());
    texts("not_for", validity.notFor());
    json.writeEndObject();
  }

  private void text(String name, LocalText text) {
    json.writeStringProperty(name, text.in(language));
  }

  private void texts(String name, List<LocalText> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(text -> json.writeString(text.in(language)));
    json.writeEndArray();
  }
}
