package io.fairlead.methods.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

  private static History history(List<LocalDate> days) {
    return History.of(days, new double[days.size()]);
  }

  private static List<LocalDate> each(UnaryOperator<LocalDate> next, int count) {
    return Stream.iterate(MONDAY, next).limit(count).toList();
  }

  private static List<LocalDate> days(String... days) {
    return Stream.of(days).map(LocalDate::parse).toList();
  }

  @Test
  void theFrequencyIsThatOfMostGaps() {
    assertThat(history(each(day -> day.plusDays(1), 20)).frequency()).isEqualTo(Frequency.DAY);
    assertThat(history(each(day -> day.plusWeeks(1), 20)).frequency()).isEqualTo(Frequency.WEEK);
    assertThat(history(each(day -> day.plusMonths(1), 20)).frequency()).isEqualTo(Frequency.MONTH);
    assertThat(history(each(day -> day.plusMonths(3), 9)).frequency()).isEqualTo(Frequency.QUARTER);
    assertThat(history(each(day -> day.plusYears(1), 9)).frequency()).isEqualTo(Frequency.YEAR);
    assertThat(history(each(day -> day.plusDays(3), 20)).frequency()).isEqualTo(Frequency.OTHER);
    assertThat(history(List.of()).frequency()).isEqualTo(Frequency.OTHER);
    assertThat(history(days("2024-05-01")).frequency()).isEqualTo(Frequency.OTHER);
  }

  @Test
  void theEndOfAMonthIsAsMonthlyAsItsFirst() {
    History ends = history(days("2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"));
    assertThat(ends.frequency()).isEqualTo(Frequency.MONTH);
    assertThat(ends.gaps()).isZero();
  }

  @Test
  void aWeekThatIsCountedADayLaterIsNoGap() {
    History weeks = history(days("2024-03-18", "2024-03-25", "2024-04-02", "2024-04-08"));
    assertThat(weeks.frequency()).isEqualTo(Frequency.WEEK);
    assertThat(weeks.span()).isEqualTo(4);
  }

  @Test
  void whatIsMissingKeepsItsPlace() {
    History months = history(days("2023-11-01", "2023-12-01", "2024-01-01", "2024-04-01"));
    assertThat(months.place(3)).isEqualTo(5);
    assertThat(months.gaps()).isEqualTo(2);
    assertThat(months.grid(1, 2, 3, 4)).containsExactly(1, 2, 3, Double.NaN, Double.NaN, 4);
  }

  @Test
  void aMeasureOfWorkingDaysHasNoGapAtWeekends() {
    List<LocalDate> working =
        each(day -> day.plusDays(1), 60).stream()
            .filter(day -> day.getDayOfWeek().getValue() < 6)
            .toList();
    History history = history(working);
    assertThat(history.frequency()).isEqualTo(Frequency.DAY);
    assertThat(history.gaps()).isZero();
    assertThat(history.period()).isEqualTo(5);
  }

  @Test
  void twoValuesInOneMonthAreNoMonthlySeries() {
    History history =
        history(days("2024-01-01", "2024-02-01", "2024-03-01", "2024-03-31", "2024-05-01"));
    assertThat(history.frequency()).isEqualTo(Frequency.OTHER);
    assertThat(history.gaps()).isZero();
  }

  @Test
  void whatIsNoHistoryIsRefused() {
    List<LocalDate> two = days("2024-01-01", "2024-02-01");
    assertThatThrownBy(() -> History.of(two, 1)).hasMessageContaining("has its day");
    assertThatThrownBy(() -> History.of(two.reversed(), 1, 2)).hasMessageContaining("days rise");
    assertThatThrownBy(() -> History.of(two, 1, Double.NaN)).hasMessageContaining("finite");
    assertThatThrownBy(() -> History.of(two, 1, 1e308)).hasMessageContaining("10^15");
  }
}
