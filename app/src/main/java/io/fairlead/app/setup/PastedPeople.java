package io.fairlead.app.setup;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// People as somebody pastes them: a line each, by hand or from a spreadsheet, with name, address,
/// what they do and who leads them, in this order or in that of a first line that says so. Name and
/// address are needed.
///
/// @param rows in the order of the text, without those that are here already
/// @param known how many lines name somebody who is here already
record PastedPeople(List<Row> rows, List<Problem> problems, int known) {
  static final int MOST_ROWS = 200;
  private static final int LONGEST = 200;
  private static final int LONGEST_ADDRESS = 320;
  private static final List<String> COLUMNS = List.of("name", "email", "title", "manager");
  private static final Map<String, String> HEADINGS =
      Map.ofEntries(
          Map.entry("name", "name"),
          Map.entry("full name", "name"),
          Map.entry("person", "name"),
          Map.entry("mail", "email"),
          Map.entry("email", "email"),
          Map.entry("e-mail", "email"),
          Map.entry("address", "email"),
          Map.entry("title", "title"),
          Map.entry("job", "title"),
          Map.entry("job title", "title"),
          Map.entry("role", "title"),
          Map.entry("position", "title"),
          Map.entry("manager", "manager"),
          Map.entry("lead", "manager"),
          Map.entry("led by", "manager"),
          Map.entry("reports to", "manager"));
  private static final Pattern NAME_AND_ADDRESS = Pattern.compile("^(.*?)\\s*<([^<>]+@[^<>]+)>$");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+");

  PastedPeople {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /// Somebody to be added.
  ///
  /// @param line in the text, from 1
  /// @param email empty where none is given
  /// @param lead the number of their manager among the rows, or `HERE` or `NOBODY`
  /// @param leadHere whom the manager means among those who are here, where that is said
  record Row(
      int line, String name, String email, String title, int lead, @Nullable String leadHere) {
    /// Their manager is somebody who is here.
    static final int HERE = -1;

    private Row ledBy(int number, @Nullable String here) {
      return new Row(line, name, email, title, number, here);
    }
  }

  /// What is wrong with a line.
  ///
  /// @param code message key `setup.people.wrong.<code>`
  record Problem(int line, String code, String what) {}

  boolean isClean() {
    return problems.isEmpty();
  }

  /// @param here who works here, by address and by name in lower case; the value is what
  ///   `Row.leadHere` shall hold. A name that several have is left out
  static PastedPeople read(String text, Map<String, String> here) {
    List<Problem> problems = new ArrayList<>();
    List<String[]> cells = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    try {
      for (CsvRecord record : records(text)) {
        if (record.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
          cells.add(record.getFields().stream().map(PastedPeople::plain).toArray(String[]::new));
          lines.add((int) record.getStartingLineNumber());
        }
      }
    } catch (CsvParseException broken) {
      int last = lines.isEmpty() ? 1 : lines.getLast() + 1;
      return new PastedPeople(List.of(), List.of(new Problem(last, "quotes", "")), 0);
    }
    List<String> columns = COLUMNS;
    int from = 0;
    if (!cells.isEmpty() && isHeading(cells.getFirst())) {
      columns = headings(cells.getFirst());
      from = 1;
    }
    if (cells.size() - from > MOST_ROWS) {
      return new PastedPeople(
          List.of(),
          List.of(new Problem(lines.get(from + MOST_ROWS), "many", Integer.toString(MOST_ROWS))),
          0);
    }
    List<Row> rows = new ArrayList<>();
    List<String> leads = new ArrayList<>();
    int known = 0;
    for (int i = from; i < cells.size(); i++) {
      Map<String, String> row = named(columns, cells.get(i));
      String email = row.getOrDefault("email", "");
      if (here.containsKey(lower(email)) && !email.isEmpty()) {
        known++;
        continue;
      }
      int line = lines.get(i);
      check(row, line, problems);
      rows.add(
          new Row(
              line,
              row.getOrDefault("name", ""),
              email,
              row.getOrDefault("title", ""),
              Row.HERE,
              null));
      leads.add(row.getOrDefault("manager", ""));
    }
    sameAddress(rows, problems);
    List<Row> led = led(rows, leads, here, problems);
    circles(led, problems);
    return new PastedPeople(led, problems, known);
  }

  private static Iterable<CsvRecord> records(String text) {
    String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return CsvReader.builder()
        .fieldSeparator(separator(clean))
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .ofCsvRecord(clean);
  }

  /// What stands most often in the first line that says anything: a tab, a semicolon or a comma.
  private static char separator(String text) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char found = ',';
    long most = 0;
    for (char separator : new char[] {'\t', ';', ','}) {
      long count = first.chars().filter(character -> character == separator).count();
      if (count > most) {
        most = count;
        found = separator;
      }
    }
    return found;
  }

  /// Without what is not seen; tabs and line breaks within quotes become spaces.
  private static String plain(String cell) {
    return cell.replaceAll("[\\p{Cntrl}\\u00A0\\s]+", " ").strip();
  }

  private static boolean isHeading(String[] cells) {
    boolean name = false;
    for (String cell : cells) {
      if (cell.contains("@")) {
        return false;
      }
      name |= "name".equals(HEADINGS.get(lower(cell)));
    }
    return name;
  }

  private static List<String> headings(String[] cells) {
    List<String> columns = new ArrayList<>();
    for (String cell : cells) {
      columns.add(HEADINGS.getOrDefault(lower(cell), ""));
    }
    return columns;
  }

  private static Map<String, String> named(List<String> columns, String[] cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(columns.size(), cells.length); i++) {
      row.putIfAbsent(columns.get(i), cells[i]);
    }
    Matcher both = NAME_AND_ADDRESS.matcher(row.getOrDefault("name", ""));
    if (both.matches()) {
      String given = row.getOrDefault("email", "");
      row.put("name", both.group(1).replaceAll("^\"|\"$", "").strip());
      if (columns.equals(COLUMNS) && !given.isEmpty() && !given.contains("@")) {
        // The address stood with the name, so what follows begins one column earlier.
        row.put("manager", row.getOrDefault("title", ""));
        row.put("title", given);
      }
      row.put("email", both.group(2).strip());
    }
    row.putIfAbsent("name", "");
    return row;
  }

  private static void check(Map<String, String> row, int line, List<Problem> problems) {
    String name = row.getOrDefault("name", "");
    String email = row.getOrDefault("email", "");
    if (name.isEmpty()) {
      problems.add(new Problem(line, "name", email));
    } else if (name.length() > LONGEST) {
      problems.add(new Problem(line, "long", name.substring(0, 40)));
    } else if (name.contains("@") && email.isEmpty()) {
      problems.add(new Problem(line, "order", name));
    }
    if (row.getOrDefault("title", "").length() > LONGEST) {
      problems.add(new Problem(line, "long", name));
    }
    if (email.isEmpty() && !name.contains("@")) {
      problems.add(new Problem(line, "no-address", name));
    } else if (!email.isEmpty()
        && (email.length() > LONGEST_ADDRESS || !ADDRESS.matcher(email).matches())) {
      problems.add(new Problem(line, "address", email));
    }
  }

  private static void sameAddress(List<Row> rows, List<Problem> problems) {
    Set<String> seen = new HashSet<>();
    for (Row row : rows) {
      if (!row.email().isEmpty() && !seen.add(lower(row.email()))) {
        problems.add(new Problem(row.line(), "twice", row.email()));
      }
    }
  }

  /// Whom each is led by: an address, or a name that only one has.
  private static List<Row> led(
      List<Row> rows, List<String> leads, Map<String, String> here, List<Problem> problems) {
    Map<String, Integer> numbers = new HashMap<>();
    Set<String> several = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).email().isEmpty()) {
        numbers.putIfAbsent(lower(rows.get(i).email()), i);
      }
      String name = lower(rows.get(i).name());
      if (numbers.putIfAbsent(name, i) != null) {
        several.add(name);
      }
    }
    List<Row> led = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Matcher both = NAME_AND_ADDRESS.matcher(leads.get(i));
      String lead = lower(both.matches() ? both.group(2) : leads.get(i));
      Integer number = numbers.get(lead);
      if (lead.isEmpty()) {
        led.add(row);
      } else if (several.contains(lead) || (number != null && here.containsKey(lead))) {
        problems.add(new Problem(row.line(), "which", leads.get(i)));
        led.add(row);
      } else if (number != null) {
        led.add(row.ledBy(number, null));
      } else if (here.containsKey(lead)) {
        led.add(row.ledBy(Row.HERE, here.get(lead)));
      } else {
        problems.add(new Problem(row.line(), "nobody", leads.get(i)));
        led.add(row);
      }
    }
    return led;
  }

  private static void circles(List<Row> rows, List<Problem> problems) {
    for (int start = 0; start < rows.size(); start++) {
      int at = rows.get(start).lead();
      for (int steps = 0; at != Row.HERE && at != start && steps <= rows.size(); steps++) {
        at = rows.get(at).lead();
      }
      if (at == start) {
        problems.add(new Problem(rows.get(start).line(), "circle", rows.get(start).name()));
      }
    }
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
