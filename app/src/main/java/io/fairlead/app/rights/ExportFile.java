package io.fairlead.app.rights;

import io.fairlead.app.platform.personal.PersonalRecord;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.TableExport;
import io.fairlead.app.platform.web.Templates;
import io.fairlead.app.platform.words.Words;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The ZIP of a person's export: `manifest.json`, for each kind of record `json/<code>.json` for
/// programs and `csv/<code>.csv` for people, and `index.html`, which says what each is.
/// `docs/user/data-rights.md` describes the fields.
@Component
public class ExportFile {
  private static final String FORMAT = "fairlead-personal-data/1";

  private final PersonalStore store;
  private final Templates templates;
  private final Pages pages;
  private final JsonMapper json;

  ExportFile(PersonalStore store, Templates templates, Pages pages, JsonMapper json) {
    this.store = store;
    this.templates = templates;
    this.pages = pages;
    this.json = json;
  }

  /// The page in it.
  public record ExportPage(String name, String when, List<ExportPart> parts) {}

  /// A kind of record.
  public record ExportPart(String name, String count, String csv, String json) {}

  /// What is in it, for programs.
  record Manifest(String format, UUID person, String name, Instant madeAt, List<File> records) {}

  record File(String code, String file, long count) {}

  void write(
      OutputStream out,
      UUID person,
      String name,
      Instant now,
      List<PersonalRecord> kinds,
      Map<String, Long> counts,
      Map<String, Object> parameters)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    List<File> files =
        kinds.stream()
            .map(kind ->
                new File(
                    kind.code(),
                    "json/" + kind.code() + ".json",
                    counts.getOrDefault(kind.code(), 0L)))
            .toList();
    entry(zip, "index.html", page(name, now, files).getBytes(StandardCharsets.UTF_8));
    entry(
        zip,
        "manifest.json",
        json.writeValueAsBytes(new Manifest(FORMAT, person, name, now, files)));
    for (PersonalRecord kind : kinds) {
      zip.putNextEntry(new ZipEntry("json/" + kind.code() + ".json"));
      asJson(zip, kind, parameters);
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("csv/" + kind.code() + ".csv"));
      asCsv(zip, kind, parameters);
      zip.closeEntry();
    }
    zip.finish();
  }

  private String page(String name, Instant now, List<File> files) {
    Words words = pages.words();
    return templates.html(
        "rights/export",
        Map.of(
            "words",
            words,
            "page",
            new ExportPage(
                name,
                words.text("inbox.when", words.day(now), words.time(now)),
                files.stream()
                    .map(file ->
                        new ExportPart(
                            words.text("personal." + file.code()),
                            words.number(file.count()),
                            "csv/" + file.code() + ".csv",
                            file.file()))
                    .toList())));
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private void asJson(OutputStream out, PersonalRecord kind, Map<String, Object> parameters)
      throws IOException {
    boolean[] first = {true};
    write(out, "[");
    store.tell(
        kind,
        parameters,
        row -> {
          write(out, first[0] ? "\n" : ",\n");
          write(out, row);
          first[0] = false;
        });
    write(out, "\n]\n");
  }

  private static void write(OutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void asCsv(OutputStream out, PersonalRecord kind, Map<String, Object> parameters)
      throws IOException {
    List<String> heads = new ArrayList<>();
    store.tell(
        kind,
        parameters,
        row -> {
          if (heads.isEmpty()) {
            heads.addAll(json.readTree(row).propertyNames());
          }
        });
    TableExport.csv(
        new Unclosed(out),
        true,
        heads,
        rows ->
            store.tell(
                kind,
                parameters,
                row -> {
                  JsonNode object = json.readTree(row);
                  rows.accept(heads.stream().map(head -> cell(object.path(head))).toList());
                }));
  }

  private static @Nullable Object cell(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return null;
    }
    return value.isValueNode() ? value.asString() : value.toString();
  }

  /// An entry ends; the file goes on.
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
