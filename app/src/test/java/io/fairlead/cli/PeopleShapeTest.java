package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PeopleShapeTest {
  private static final String HEADER = "name,email,unit,manager_email,start_date\n";

  @TempDir Path folder;

  private Path file(String text, Charset charset) throws IOException {
    return Files.write(folder.resolve("people.csv"), text.getBytes(charset));
  }

  private Path file(String text) throws IOException {
    return file(text, StandardCharsets.UTF_8);
  }

  private static JsonNode json(Path file) {
    return JsonMapper.shared()
        .readTree(Shell.run("people", "shape", file, "--on", "2026-03-04", "--json").out());
  }

  /// Ines leads Mara, Mara leads sixteen, the last of whom leads one.
  private static String wide() {
    StringBuilder text = new StringBuilder(HEADER);
    text.append("Ines Aal,ines@north.example,North,,\n");
    text.append("Mara Bo,mara@north.example,North > Sales,ines@north.example,\n");
    for (int i = 1; i <= 16; i++) {
      text.append(
          "Person %d,p%d@north.example,North > Sales,MARA@north.example,\n".formatted(i, i));
    }
    return text.append("Jonas Ek,jonas@north.example,North > Lab,p16@north.example,2020-01-01\n")
        .toString();
  }

  @Test
  void layersSpansAndOdditiesAreCountedAndNamed() throws IOException {
    JsonNode shape = json(file(wide()));
    assertThat(shape.get("people").asInt()).isEqualTo(19);
    assertThat(shape.get("layers").toString()).isEqualTo("[1,1,16,1]");
    assertThat(shape.get("leaders").asInt()).isEqualTo(3);
    assertThat(shape.get("median_span").asInt()).isEqualTo(1);
    assertThat(shape.get("top").toString()).isEqualTo("[\"Ines Aal\"]");
    assertThat(shape.get("wide_spans").toString())
        .isEqualTo("[{\"leader\":\"Mara Bo\",\"reports\":16}]");
    assertThat(shape.get("spans_of_one").toString()).isEqualTo("[\"Ines Aal\",\"Person 16\"]");
    assertThat(shape.get("units_of_one").toString()).isEqualTo("[\"North > Lab\"]");
    assertThat(shape.get("circles").isEmpty()).isTrue();
    assertThat(shape.get("problems").isEmpty()).isTrue();
  }

  @Test
  void aCircleIsNamedAndIsAFinding() throws IOException {
    Path file =
        file(
            HEADER
                + "Ines Aal,ines@north.example,North,,\n"
                + "Ann One,ann@north.example,North,bob@north.example,\n"
                + "Bob Two,bob@north.example,North,ann@north.example,\n"
                + "Cem Three,cem@north.example,North,bob@north.example,\n");
    Shell shell = Shell.run("people", "shape", file, "--on", "2026-03-04");
    assertThat(shell.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(shell.out()).contains("In a circle of managers: 1", "  Ann One > Bob Two > Ann One");
    assertThat(json(file).get("layers").toString()).isEqualTo("[1]");
  }

  @Test
  void aFileWithoutOdditiesSaysSo() throws IOException {
    Path file =
        file(
            HEADER
                + "Ines Aal,ines@north.example,North,,\n"
                + "Ann One,ann@north.example,North,ines@north.example,\n"
                + "Bob Two,bob@north.example,North,ines@north.example,\n");
    Shell shell = Shell.run("people", "shape", file, "--on", "2026-03-04");
    assertThat(shell.code()).isEqualTo(ExitCode.FINE);
    assertThat(shell.out()).contains("3 people, of whom 1 lead others", "Nothing looks odd.");
  }

  @Test
  void aRowWithAProblemIsNamedAndWhoIsNotHereYetIsLeftOut() throws IOException {
    Path file =
        file(
            HEADER
                + "Ines Aal,ines@north.example,North,,\n"
                + "Ann One,ann@north.example,North,nobody@north.example,\n"
                + "Bob Two,bob@north.example,North,ines@north.example,2030-01-01\n");
    Shell shell = Shell.run("people", "shape", file, "--on", "2026-03-04");
    assertThat(shell.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(shell.err()).contains("row 3, manager_email: nobody in the file");
    assertThat(json(file).get("people").asInt()).isEqualTo(2);
  }

  @Test
  void aSpreadsheetsFileIsUnderstood() throws IOException {
    Path file =
        file(
            "name;email;unit;manager_email\nJörg Rot;joerg@north.example;Nord;\n",
            Charset.forName("windows-1252"));
    assertThat(Shell.run("people", "shape", file).out()).contains("Jörg Rot");
  }

  @Test
  void aNameThatWouldSteerTheTerminalIsAProblemAndNotPrinted() throws IOException {
    Path file =
        file(
            HEADER
                + "Ines Aal,ines@north.example,North,,\nEvil \u001b[31mRed,e@north.example,North,,\n");
    Shell shell = Shell.run("people", "shape", file);
    assertThat(shell.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(shell.out() + shell.err()).doesNotContain("\u001b").contains("row 3");
  }

  @Test
  void whatIsNoPeopleFileIsRefused() throws IOException {
    for (String text : new String[] {"", "a,b\n1,2\n", HEADER}) {
      Shell shell = Shell.run("people", "shape", file(text));
      assertThat(shell.code()).as(text).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(shell.err()).as(text).isNotBlank();
    }
    assertThat(Shell.run("people", "shape", folder.resolve("none.csv")).code())
        .isEqualTo(ExitCode.BAD_INPUT);
  }
}
