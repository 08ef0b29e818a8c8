package io.fairlead.app.people.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.people.intake.PeopleFile.Opened;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
  void namesSurviveEveryCharacterSetThatSpreadsheetsWrite(String charset) throws IOException {
    String mark = charset.startsWith("UTF-16") ? "\ufeff" : "";
    Path file =
        file((mark + "name,email\nZoë Müller,zoe@a.example\n").getBytes(Charset.forName(charset)));
    assertThat(rows(file)).singleElement().extracting(PersonRow::name).isEqualTo("Zoë Müller");
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheFirstHeader() throws IOException {
    assertThat(rows(file("\ufeffname,email\nAda,ada@a.example\n")))
        .singleElement()
        .extracting(PersonRow::email)
        .isEqualTo("ada@a.example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name,email,title",
        "name;email;title",
        "name\\temail\\ttitle",
        "\"name\";email;title"
      })
  void theSeparatorIsFoundInTheHeader(String header) throws IOException {
    String line = header.replace("\\t", "\t");
    String separator = line.contains(";") ? ";" : line.contains("\t") ? "\t" : ",";
    assertThat(
            rows(
                file(
                    line
                        + "\r\n"
                        + String.join(separator, "Ada", "ada@a.example", "\"Head, of; all\ttabs\"")
                        + "\r\n")))
        .singleElement()
        .satisfies(row -> assertThat(row.email()).isEqualTo("ada@a.example"))
        .satisfies(row -> assertThat(row.title()).isEqualTo("Head, of; all tabs"));
  }

  @Test
  void aLineThatNamesTheSeparatorIsSkipped() throws IOException {
    assertThat(rows(file("sep=;\nname;email\nAda;ada@a.example\n"))).hasSize(1);
  }

  @Test
  void quotedCellsMaySpanLinesAndRowsStillKnowTheirPlace() throws IOException {
    List<PersonRow> rows =
        rows(file("name,email,title\nAda,ada@a.example,\"Head\nof all\"\n\nBo,bo@a.example,\n"));
    assertThat(rows).extracting(PersonRow::number).containsExactly(2, 3);
    assertThat(rows).extracting(PersonRow::line).containsExactly(2L, 5L);
    assertThat(rows.getFirst().title()).isEqualTo("Head of all");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "<html><body>Sign in</body>|not-csv-web-page",
        "<?xml version=\"1.0\"?>|not-csv-web-page",
        "{\"people\":[]}|not-csv-json",
        "%PDF-1.7|not-csv-pdf",
        "`   `|not-csv-empty",
        "a,b,c|unknown-header",
        "name,email,E-Mail|header-twice"
      })
  void whatIsNoPeopleFileIsNamed(String content, String code) throws IOException {
    assertThat(PeopleFile.open(file(content)))
        .isInstanceOfSatisfying(Opened.Bad.class, bad -> assertThat(bad.code()).isEqualTo(code));
  }

  @Test
  void aSpreadsheetAndOtherBytesAreNamed() throws IOException {
    byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0, 8};
    byte[] binary = "name,email\n\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(PeopleFile.open(file(zip)))
        .isEqualTo(new Opened.Bad("not-csv-spreadsheet", List.of()));
    assertThat(PeopleFile.open(file(binary)))
        .isEqualTo(new Opened.Bad("not-csv-binary", List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "employee_number,name,email,title,unit,manager_email,start_date,end_date,teams|FAIRLEAD",
        "Employee Number,NAME,E-mail,unit path|FAIRLEAD",
        "Full Name,Title,Email,Status,Manager Email|LATTICE",
        "Full Name,Title,Email,Status,Manager Email,Start Date,Department,Shoe size|LATTICE",
        "email,first_name,last_name,title,reviewer_email,employee_id,group_type_department,is_active|FIFTEEN_FIVE",
        "Email,First Name,Last Name|FIFTEEN_FIVE"
      })
  void aFileIsRecognisedByItsHeader(String header, FileFormat format) throws IOException {
    assertThat(PeopleFile.open(file(header + "\n")))
        .isInstanceOfSatisfying(
            Opened.Good.class,
            good -> assertThat(good.file().heading().format()).isEqualTo(format));
  }

  @Test
  void aHugeCellIsAProblemOfItsRowAndNoMore() throws IOException {
    String huge = "x".repeat(1_000_000);
    List<PersonRow> rows =
        rows(file("name,email,title\nAda,ada@a.example," + huge + "\nBo,bo@a.example,Writer\n"));
    assertThat(rows.getFirst().problems()).extracting(RowProblem::code).containsExactly("too-long");
    assertThat(rows.getLast().problems()).isEmpty();
  }

  @Test
  void aQuoteThatNeverClosesIsNotReadForEver() throws IOException {
    Path file = file("name,email\n\"Ada,ada@a.example\n" + "x".repeat(5 * 1024 * 1024));
    assertThat(PeopleFile.open(file)).isInstanceOf(Opened.Good.class);
    org.assertj.core.api.Assertions.assertThatExceptionOfType(PeopleFile.Broken.class)
        .isThrownBy(() -> rows(file))
        .satisfies(broken -> assertThat(broken.code()).isEqualTo("broken-csv"));
  }

  private List<PersonRow> rows(Path file) throws IOException {
    List<PersonRow> rows = new ArrayList<>();
    if (PeopleFile.open(file) instanceof Opened.Good(PeopleFile opened)) {
      opened.forEachRow(rows::add);
    }
    return rows;
  }

  private Path file(String content) throws IOException {
    return file(content.getBytes(StandardCharsets.UTF_8));
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("people.csv"), content);
  }
}
