package io.fairlead.cli;

import io.fairlead.app.people.intake.PeopleFile;
import io.fairlead.app.people.intake.PersonRow;
import io.fairlead.methods.organisation.OrganisationShape;
import io.fairlead.methods.rehearsal.Staff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// The people of a file who work here on a day, by numbers from 0 in the file's order: who leads
/// whom, and which unit they work in. A row with a problem is left out, or stands without its
/// manager.
final class FilePeople {
  /// @param column of the file, as our own header calls it
  record Problem(int row, String column, String code) {
    /// What is wrong, for people.
    String said() {
      return switch (code) {
        case "malformed-date" -> "this is no date; write it as 2026-03-31";
        case "unknown-manager" -> "nobody in the file who works here has this address";
        case "manager-circle" -> "this closes a circle of managers; counted without a manager";
        case "duplicate-address" -> "another row has this address too";
        case "malformed-address" -> "this is no mail address";
        case "missing-address" -> "every person needs an address";
        case "missing-name" -> "every person needs a name";
        case "end-before-start" -> "the last day is before the first day";
        case "number-of-cells" -> "too few or too many cells; often a quotation mark is missing";
        case "too-long" -> "too long";
        case "unreadable-characters" -> "characters that cannot be read; save the file as UTF-8";
        case "unknown-status" -> "this says neither that they are here nor that they left";
        default -> code;
      };
    }
  }

  private record Waiting(int row, int person, String manager) {}

  private final LocalDate day;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<Integer> unitOf = new ArrayList<>();
  private final Map<List<String>, Integer> units = new HashMap<>();
  private final List<String> unitNames = new ArrayList<>();
  private final List<Integer> above = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int[] managers = new int[0];

  FilePeople(LocalDate day) {
    this.day = day;
  }

  /// Reads a people file of any kind that an import takes.
  ///
  /// @throws BadInput when it is none, or cannot be read
  static FilePeople read(Path file, LocalDate day) {
    if (!Files.isRegularFile(file)) {
      throw new BadInput(file + ": there is no such file");
    }
    try {
      return switch (PeopleFile.open(file)) {
        case PeopleFile.Opened.Bad(String code, List<String> parameters) ->
            throw new BadInput(
                file + ": no people file: " + code + " " + String.join(" ", parameters));
        case PeopleFile.Opened.Good(PeopleFile opened) -> {
          FilePeople found = new FilePeople(day);
          opened.forEachRow(found::add);
          if (found.numbers.isEmpty()) {
            throw new BadInput(file + ": nobody in it works here on " + day);
          }
          yield found.settled();
        }
      };
    } catch (PeopleFile.Broken broken) {
      throw new BadInput(file + ": " + broken.code() + " " + broken.detail());
    } catch (IOException e) {
      throw new BadInput(file + ": cannot be read");
    }
  }

  private void add(PersonRow row) {
    if (!row.problems().isEmpty()) {
      row.problems()
          .forEach(each -> problems.add(new Problem(row.number(), each.column(), each.code())));
      return;
    }
    boolean here =
        !row.leaves()
            && (row.startDate() == null || !row.startDate().isAfter(day))
            && (row.endDate() == null || !row.endDate().isBefore(day));
    String email = row.email();
    if (!here || email == null) {
      return;
    }
    int person = numbers.size();
    if (numbers.putIfAbsent(email.toLowerCase(Locale.ROOT), person) != null) {
      problems.add(new Problem(row.number(), "email", "duplicate-address"));
      return;
    }
    names.add(row.name() == null ? email : row.name());
    unitOf.add(unit(row.unitPath() == null ? List.of() : row.unitPath()));
    String manager = row.managerEmail();
    if (manager != null && !manager.isEmpty()) {
      waiting.add(new Waiting(row.number(), person, manager.toLowerCase(Locale.ROOT)));
    }
  }

  /// The unit of a path, those above it included, as an import into an empty server makes them.
  private int unit(List<String> path) {
    if (path.isEmpty()) {
      return OrganisationShape.NONE;
    }
    List<String> plain = path.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    Integer known = units.get(plain);
    if (known != null) {
      return known;
    }
    int parent = unit(path.subList(0, path.size() - 1));
    int number = above.size();
    units.put(plain, number);
    unitNames.add(String.join(" > ", path));
    above.add(parent);
    return number;
  }

  private FilePeople settled() {
    managers = new int[numbers.size()];
    Arrays.fill(managers, Staff.NOBODY);
    for (Waiting each : waiting) {
      Integer manager = numbers.get(each.manager);
      if (manager == null) {
        problems.add(new Problem(each.row, "manager_email", "unknown-manager"));
      } else {
        managers[each.person] = manager;
      }
    }
    return this;
  }

  /// Whoever closes a circle stands without a manager. Everybody is walked up from once: 0 not yet,
  /// 1 on the way up just now, 2 known to reach a head.
  private void breakCircles() {
    int[] rows = new int[managers.length];
    waiting.forEach(each -> rows[each.person] = each.row);
    byte[] seen = new byte[managers.length];
    for (int start = 0; start < managers.length; start++) {
      int at = start;
      while (at != Staff.NOBODY && seen[at] == 0) {
        seen[at] = 1;
        int above = managers[at];
        if (above != Staff.NOBODY && above != at && seen[above] == 1) {
          problems.add(new Problem(rows[at], "manager_email", "manager-circle"));
          managers[at] = Staff.NOBODY;
          break;
        }
        at = above == at ? Staff.NOBODY : above;
      }
      at = start;
      while (at != Staff.NOBODY && seen[at] == 1) {
        seen[at] = 2;
        at = managers[at];
      }
    }
  }

  /// Who leads whom, without the circles, each of which is a problem.
  Staff staff() {
    breakCircles();
    return Staff.of(managers);
  }

  OrganisationShape shape() {
    return OrganisationShape.of(managers, numbers(unitOf), numbers(above));
  }

  private static int[] numbers(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  String name(int person) {
    return names.get(person);
  }

  String unitName(int unit) {
    return unitNames.get(unit);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// The property `problems` of a JSON document.
  static void write(JsonGenerator document, List<Problem> problems) {
    document.writeArrayPropertyStart("problems");
    for (Problem problem : problems) {
      document.writeStartObject();
      document.writeNumberProperty("row", problem.row());
      document.writeStringProperty("column", problem.column());
      document.writeStringProperty("code", problem.code());
      document.writeEndObject();
    }
    document.writeEndArray();
  }
}
