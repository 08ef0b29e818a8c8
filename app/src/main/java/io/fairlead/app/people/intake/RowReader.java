package io.fairlead.app.people.intake;

import io.fairlead.app.people.intake.Heading.Target;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one row under its header. Everything wrong with it is found at once.
public final class RowReader {
  private static final int LONGEST_CELL = 10_000;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NUMBER = 100;
  private static final int LONGEST_PATH = 600;
  private static final int DEEPEST_UNIT = 20;
  private static final DateTimeFormatter YEAR_FIRST =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter MONTH_FIRST =
      DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter DAY_FIRST =
      DateTimeFormatter.ofPattern("d-M-uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private final Heading heading;

  public RowReader(Heading heading) {
    this.heading = heading;
  }

  public PersonRow read(int number, long line, List<String> cells) {
    List<RowProblem> problems = new ArrayList<>();
    Map<Field, String> values = new EnumMap<>(Field.class);
    Map<String, String> attributes = new LinkedHashMap<>();
    if (rightSize(cells, problems)) {
      sort(cells, values, attributes, problems);
    }
    String name = name(values, problems);
    String email = address(values, Field.EMAIL, problems);
    if (problems.isEmpty() && (email == null || email.isEmpty())) {
      problems.add(problem(Field.EMAIL, "missing-address"));
    }
    LocalDate starts = date(values, Field.START_DATE, problems);
    LocalDate ends = date(values, Field.END_DATE, problems);
    if (starts != null && ends != null && ends.isBefore(starts)) {
      problems.add(problem(Field.END_DATE, "end-before-start", ends.toString(), starts.toString()));
    }
    return new PersonRow(
        number,
        line,
        cells,
        employeeNumber(values, problems),
        name,
        email,
        shortEnough(values, Field.TITLE, LONGEST_NAME, problems),
        unitPath(values, problems),
        address(values, Field.MANAGER_EMAIL, problems),
        starts,
        ends,
        leaves(values, problems),
        teams(values, problems),
        attributes,
        List.copyOf(problems));
  }

  private boolean rightSize(List<String> cells, List<RowProblem> problems) {
    int expected = heading.names().size();
    boolean onlyBlanksBeyond =
        cells.size() >= expected
            && cells.subList(expected, cells.size()).stream().allMatch(String::isBlank);
    if (onlyBlanksBeyond) {
      return true;
    }
    problems.add(
        RowProblem.of(
            "", "number-of-cells", Integer.toString(cells.size()), Integer.toString(expected)));
    return false;
  }

  private void sort(
      List<String> cells,
      Map<Field, String> values,
      Map<String, String> attributes,
      List<RowProblem> problems) {
    for (int i = 0; i < heading.targets().size(); i++) {
      String column = heading.names().get(i);
      String cell = cleaned(cells.get(i));
      if (cell.length() > LONGEST_CELL) {
        problems.add(RowProblem.of(column, "too-long", Integer.toString(LONGEST_CELL)));
        continue;
      }
      if (cell.codePoints().anyMatch(RowReader::isUnreadable)) {
        problems.add(RowProblem.of(column, "unreadable-characters"));
        continue;
      }
      if (cell.isEmpty() && !heading.format().emptyCellClears()) {
        continue;
      }
      switch (heading.targets().get(i)) {
        case Target.Known(Field field) -> values.put(field, cell);
        case Target.Attribute(String name) -> attributes.put(name, cell);
        case Target.Ignored() -> {}
      }
    }
  }

  private static String cleaned(String cell) {
    return Normalizer.normalize(cell.replace('\u00a0', ' ').strip(), Normalizer.Form.NFC);
  }

  static boolean isUnreadable(int character) {
    return character == 0xFFFD
        || (Character.isISOControl(character)
            && character != '\n'
            && character != '\r'
            && character != '\t');
  }

  private @Nullable String name(Map<Field, String> values, List<RowProblem> problems) {
    boolean inParts = heading.has(Field.FIRST_NAME);
    String name =
        inParts
            ? (values.getOrDefault(Field.FIRST_NAME, "")
                    + " "
                    + values.getOrDefault(Field.LAST_NAME, ""))
                .strip()
            : oneLine(values.getOrDefault(Field.NAME, ""));
    Field column = inParts ? Field.FIRST_NAME : Field.NAME;
    if (name.isEmpty()) {
      if (problems.isEmpty()) {
        problems.add(problem(column, "missing-name"));
      }
      return null;
    }
    if (name.length() > LONGEST_NAME) {
      problems.add(problem(column, "too-long", Integer.toString(LONGEST_NAME)));
      return null;
    }
    return oneLine(name);
  }

  private @Nullable String employeeNumber(Map<Field, String> values, List<RowProblem> problems) {
    return shortEnough(values, Field.EMPLOYEE_NUMBER, LONGEST_NUMBER, problems);
  }

  private @Nullable String shortEnough(
      Map<Field, String> values, Field field, int longest, List<RowProblem> problems) {
    String text = values.get(field);
    if (text == null) {
      return null;
    }
    if (text.length() > longest) {
      problems.add(problem(field, "too-long", Integer.toString(longest)));
      return null;
    }
    return oneLine(text);
  }

  private @Nullable String address(
      Map<Field, String> values, Field field, List<RowProblem> problems) {
    String text = values.get(field);
    if (text == null || text.isEmpty() || MailAddress.isPlausible(text)) {
      return text;
    }
    problems.add(problem(field, "malformed-address", shown(text)));
    return null;
  }

  private @Nullable LocalDate date(
      Map<Field, String> values, Field field, List<RowProblem> problems) {
    String text = values.get(field);
    if (text == null || text.isEmpty()) {
      return null;
    }
    LocalDate date = date(text);
    if (date == null || date.getYear() < 1900 || date.getYear() > 2200) {
      problems.add(problem(field, "malformed-date", shown(text)));
      return null;
    }
    return date;
  }

  private @Nullable LocalDate date(String text) {
    boolean yearFirst = text.indexOf('-') == 4;
    DateTimeFormatter form =
        switch (heading.dates()) {
          case YEAR_FIRST -> YEAR_FIRST;
          case MONTH_FIRST -> text.contains("/") ? MONTH_FIRST : YEAR_FIRST;
          case DAY_FIRST -> yearFirst ? YEAR_FIRST : DAY_FIRST;
        };
    try {
      return LocalDate.parse(form == DAY_FIRST ? text.replaceAll("[./]", "-") : text, form);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private boolean leaves(Map<Field, String> values, List<RowProblem> problems) {
    String status = values.getOrDefault(Field.STATUS, "").toLowerCase(Locale.ROOT);
    String active = values.getOrDefault(Field.IS_ACTIVE, "").toLowerCase(Locale.ROOT);
    boolean inactive =
        switch (status) {
          case "", "active", "created", "invited" -> false;
          case "inactive", "deactivated", "terminated" -> true;
          default -> {
            problems.add(problem(Field.STATUS, "unknown-status", shown(status)));
            yield false;
          }
        };
    boolean notActive =
        switch (active) {
          case "", "true", "1", "yes", "y", "t" -> false;
          case "false", "0", "no", "n", "f" -> true;
          default -> {
            problems.add(problem(Field.IS_ACTIVE, "unknown-status", shown(active)));
            yield false;
          }
        };
    return inactive || notActive;
  }

  private @Nullable List<String> unitPath(Map<Field, String> values, List<RowProblem> problems) {
    String text = values.get(Field.UNIT);
    if (text == null) {
      return null;
    }
    List<String> path = new ArrayList<>();
    for (String step : text.split(">", -1)) {
      String name = oneLine(step.strip());
      if (!name.isEmpty()) {
        path.add(name);
      }
    }
    if (path.size() > DEEPEST_UNIT
        || path.stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
      problems.add(problem(Field.UNIT, "too-long", Integer.toString(LONGEST_NAME)));
      return null;
    }
    if (path.stream().mapToInt(String::length).sum() > LONGEST_PATH) {
      problems.add(problem(Field.UNIT, "too-long", Integer.toString(LONGEST_PATH)));
      return null;
    }
    return List.copyOf(path);
  }

  private @Nullable List<String> teams(Map<Field, String> values, List<RowProblem> problems) {
    String text = values.get(Field.TEAMS);
    if (text == null) {
      return null;
    }
    Set<String> names = new LinkedHashSet<>();
    for (String part : text.split(";", -1)) {
      String name = oneLine(part.strip());
      if (name.length() > LONGEST_NAME) {
        problems.add(problem(Field.TEAMS, "too-long", Integer.toString(LONGEST_NAME)));
        return null;
      }
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  private RowProblem problem(Field field, String code, String... parameters) {
    return RowProblem.of(heading.column(field), code, parameters);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static String shown(String text) {
    String line = oneLine(text);
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }
}
