package io.fairlead.app.people.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {
  private static final String OURS =
      "employee_number,name,email,title,unit,manager_email,start_date,end_date,teams,Shoe size";
  private static final String LATTICE =
      "Full Name,Title,Email,Status,Manager Email,Start Date,Department,Location";
  private static final String FIFTEEN_FIVE =
      "email,first_name,last_name,title,reviewer_email,employee_id,group_type_department,group_type_location,is_active,start_date,termination_date";

  @Test
  void ourOwnRowIsReadWhole() {
    PersonRow row =
        read(
            OURS,
            "17|Ada Lovelace|ada@a.example|Engineer|Product > Engines|bo@a.example|2024-02-29|2026-12-31|Porto; Safety;Porto|43");
    assertThat(row.problems()).isEmpty();
    assertThat(row.unitPath()).containsExactly("Product", "Engines");
    assertThat(row.startDate()).isEqualTo("2024-02-29");
    assertThat(row.endDate()).isEqualTo("2026-12-31");
    assertThat(row.teams()).containsExactly("Porto", "Safety");
    assertThat(row.attributes()).containsEntry("Shoe size", "43");
    assertThat(row.leaves()).isFalse();
  }

  @Test
  void anEmptyCellClearsAndAMissingColumnLeaves() {
    PersonRow ours = read(OURS, "|Ada|ada@a.example||||||||");
    assertThat(ours.title()).isEmpty();
    assertThat(ours.unitPath()).isEmpty();
    assertThat(ours.managerEmail()).isEmpty();
    assertThat(ours.teams()).isEmpty();
    assertThat(read("name,email", "Ada|ada@a.example").title()).isNull();
    assertThat(read(LATTICE, "Ada||ada@a.example|Active||||").title()).isEmpty();
    assertThat(read(FIFTEEN_FIVE, "ada@a.example|Ada|Lovelace||||||||").title()).isNull();
  }

  @Test
  void whatNoIndexCouldHoldIsTooLong() {
    assertThat(read(OURS, "N".repeat(101) + "|Ada|ada@a.example||||||||").problems())
        .extracting(RowProblem::code)
        .containsExactly("too-long");
    String deep = String.join(" > ", java.util.Collections.nCopies(4, "U".repeat(151)));
    assertThat(read(OURS, "|Ada|ada@a.example||" + deep + "||||||").problems())
        .extracting(RowProblem::code)
        .containsExactly("too-long");
  }

  @Test
  void latticeIsReadByItsOwnNames() {
    PersonRow row =
        read(
            LATTICE,
            "Ada Lovelace|Engineer|ada@a.example|Inactive|bo@a.example|3/31/2024|Engines|Porto");
    assertThat(row.name()).isEqualTo("Ada Lovelace");
    assertThat(row.leaves()).isTrue();
    assertThat(row.startDate()).isEqualTo("2024-03-31");
    assertThat(row.unitPath()).containsExactly("Engines");
    assertThat(row.attributes()).containsEntry("Location", "Porto");
  }

  @Test
  void fifteenFiveIsReadByItsOwnNames() {
    PersonRow row =
        read(
            FIFTEEN_FIVE,
            "ada@a.example|Ada|Lovelace|Engineer|bo@a.example|17|Engines|Porto|false|2024-03-31|04/30/2026");
    assertThat(row.name()).isEqualTo("Ada Lovelace");
    assertThat(row.employeeNumber()).isEqualTo("17");
    assertThat(row.managerEmail()).isEqualTo("bo@a.example");
    assertThat(row.leaves()).isTrue();
    assertThat(row.endDate()).isEqualTo("2026-04-30");
    assertThat(row.attributes()).containsEntry("location", "Porto");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "|Ada||||||||                                     ! email: missing-address",
        "||ada@a.example|||||||                           ! name: missing-name",
        "|Ada|ada at a.example|||||||                     ! email: malformed-address",
        "|Ada|ada@a.example|||bo|||| ! manager_email: malformed-address",
        "|Ada|ada@a.example||||31.12.2024|||              ! start_date: malformed-date",
        "|Ada|ada@a.example||||3/31/2024|||               ! start_date: malformed-date",
        "|Ada|ada@a.example||||2025-02-29|||              ! start_date: malformed-date",
        "|Ada|ada@a.example||||0024-02-02|||              ! start_date: malformed-date",
        "|Ada|ada@a.example||||2025-02-02|2025-02-01||    ! end_date: end-before-start",
        "|Ada|ada@a.example                               ! : number-of-cells",
        "|Ada|ada@a.example|||||||x|y                     ! : number-of-cells",
        "|||ada|||tomorrow|||                             ! name: missing-name, start_date: malformed-date",
        "|A\u0007da|ada@a.example|||||||                  ! name: unreadable-characters"
      })
  void everythingWrongIsNamedWithItsColumn(String cells, String problems) {
    assertThat(
            read(OURS, cells.strip()).problems().stream()
                .map(problem -> problem.column() + ": " + problem.code())
                .collect(Collectors.joining(", ")))
        .isEqualTo(problems.strip());
  }

  @Test
  void aStatusThatNobodyKnowsIsAProblem() {
    assertThat(read(LATTICE, "Ada||ada@a.example|Sleeping||||").problems())
        .extracting(RowProblem::code)
        .containsExactly("unknown-status");
  }

  @Test
  void blanksAroundAndInsideAreTidied() {
    PersonRow row = read("name,email", " Ada\u00a0 Lovelace | ada@a.example ");
    assertThat(row.name()).isEqualTo("Ada Lovelace");
    assertThat(row.email()).isEqualTo("ada@a.example");
  }

  @Test
  void aFileOfParkedRowsIsKnownByItsReasonColumn() {
    assertThat(heading("name,email,fairlead_reason").parked()).isTrue();
    assertThat(read("name,email,fairlead_reason", "Ada|ada@a.example|because").attributes())
        .isEmpty();
  }

  private static PersonRow read(String header, String cells) {
    return new RowReader(heading(header)).read(2, 2, split(cells));
  }

  private static List<String> split(String cells) {
    return Arrays.asList(cells.split("\\|", -1));
  }

  private static Heading heading(String header) {
    if (Heading.of(Arrays.asList(header.split(",")))
        instanceof Heading.Understood.Good(Heading heading)) {
      return heading;
    }
    throw new AssertionError(header);
  }
}
