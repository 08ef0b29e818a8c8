package io.fairlead.app.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenCyclesTest {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);
  private static final Cycle YEAR = cycle("2027", "2027-01-01", "2027-12-31", null);
  private static final Cycle Q1 = cycle("Q1", "2027-01-01", "2027-03-31", null);
  private static final Cycle Q2 = cycle("Q2", "2027-04-01", "2027-06-30", null);
  private static final Cycle Q3 = cycle("Q3", "2027-07-01", "2027-09-30", null);
  private static final Cycle REST = cycle("Q1 · one", "2027-02-10", "2027-03-31", ONE);
  private static final Cycle Q2_ONE = cycle("Q2 · one", "2027-04-01", "2027-06-30", ONE);
  private static final Cycle Q3_ONE = cycle("Q3 · one", "2027-07-01", "2027-09-30", ONE);
  private static final Cycle H1_OTHER = cycle("H1 · other", "2027-01-01", "2027-06-30", OTHER);
  private static final List<Cycle> ALL = List.of(YEAR, Q1, Q2, Q3, REST, Q2_ONE, Q3_ONE, H1_OTHER);

  private static Cycle cycle(String name, String starts, String ends, @Nullable UUID pilot) {
    LocalDate first = LocalDate.parse(starts);
    LocalDate last = LocalDate.parse(ends);
    return new Cycle(
        UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        name,
        first,
        last,
        first,
        first,
        last,
        last,
        7,
        pilot);
  }

  private static PilotTerm term(UUID pilot, String first, String last) {
    return new PilotTerm(pilot, "it", LocalDate.parse(first), LocalDate.parse(last));
  }

  private static List<String> names(OpenCycles open) {
    return ALL.stream().filter(open::includes).map(Cycle::name).toList();
  }

  private static Optional<String> current(OpenCycles open, String day) {
    return open.current(ALL, LocalDate.parse(day)).map(Cycle::name);
  }

  @Test
  void withoutAPilotAllOfEverybodysAreOpenAndNoOther() {
    assertThat(names(OpenCycles.EVERYBODYS)).containsExactly("2027", "Q1", "Q2", "Q3");
    assertThat(current(OpenCycles.EVERYBODYS, "2027-02-20")).hasValue("Q1");
  }

  @Test
  void aPilotsStandInPlaceOfThoseWithinItsDays() {
    OpenCycles open = OpenCycles.of(List.of(term(ONE, "2027-02-10", "2027-06-30")));
    assertThat(names(open)).containsExactly("2027", "Q1", "Q3", "Q1 · one", "Q2 · one");
    assertThat(current(open, "2027-02-09")).hasValue("Q1");
    assertThat(current(open, "2027-02-10")).hasValue("Q1 · one");
    assertThat(current(open, "2027-05-01")).hasValue("Q2 · one");
    assertThat(current(open, "2027-07-01")).hasValue("Q3");
  }

  @Test
  void aPilotsCycleIsCurrentThoughItIsTheLongerOne() {
    OpenCycles open = OpenCycles.of(List.of(term(OTHER, "2027-01-01", "2027-06-30")));
    assertThat(names(open)).containsExactly("2027", "Q3", "H1 · other");
    assertThat(current(open, "2027-05-01")).hasValue("H1 · other");
  }

  @Test
  void ofTwoOnTheSameDaysTheFirstCounts() {
    OpenCycles open =
        OpenCycles.of(
            List.of(
                term(OTHER, "2027-01-01", "2027-06-30"), term(ONE, "2027-02-10", "2027-06-30")));
    assertThat(names(open)).containsExactly("2027", "Q3", "H1 · other");
  }

  @Test
  void ofTwoOneAfterTheOtherBothCount() {
    OpenCycles open =
        OpenCycles.of(
            List.of(
                term(OTHER, "2027-01-01", "2027-06-30"), term(ONE, "2027-07-01", "2027-09-30")));
    assertThat(names(open)).containsExactly("2027", "Q3 · one", "H1 · other");
    assertThat(open.next(LocalDate.parse("2027-06-30"))).map(PilotTerm::pilot).hasValue(OTHER);
    assertThat(open.next(LocalDate.parse("2027-07-01"))).map(PilotTerm::pilot).hasValue(ONE);
    assertThat(open.next(LocalDate.parse("2027-10-01"))).isEmpty();
  }
}
