package io.fairlead.app.people.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A file's header, understood: which format it is, and what each column says.
public record Heading(FileFormat format, List<String> names, List<Target> targets, boolean parked) {
  /// The column that a file of parked rows has in addition: why each was parked.
  public static final String REASON = "fairlead_reason";

  private static final int MOST_COLUMNS = 200;
  private static final int LONGEST_NAME = 100;
  private static final String GROUP = "group_type_";

  public Heading {
    names = List.copyOf(names);
    targets = List.copyOf(targets);
  }

  /// What a column says.
  public sealed interface Target {
    /// One of the things every organisation knows of a person.
    record Known(Field field) implements Target {}

    /// Something this organisation keeps in addition.
    record Attribute(String name) implements Target {}

    /// Nothing about a person.
    record Ignored() implements Target {}
  }

  /// A header, or why it is none.
  public sealed interface Understood {
    record Good(Heading heading) implements Understood {}

    /// @param code `unreadable-header`, `unknown-header`, `header-twice` or `too-many-columns`
    record Bad(String code, String detail) implements Understood {}
  }

  /// Understands the cells of a file's first row.
  public static Understood of(List<String> cells) {
    if (cells.size() > MOST_COLUMNS) {
      return new Understood.Bad("too-many-columns", Integer.toString(MOST_COLUMNS));
    }
    if (cells.stream().anyMatch(Heading::isUnreadable)) {
      return new Understood.Bad("unreadable-header", "");
    }
    Optional<FileFormat> format =
        FileFormat.recognised(
            cells.stream().map(FileFormat::plain).collect(Collectors.toUnmodifiableSet()));
    if (format.isEmpty()) {
      return new Understood.Bad("unknown-header", shortened(String.join(", ", cells)));
    }
    List<Target> targets = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    boolean parked = false;
    for (String cell : cells) {
      String plain = FileFormat.plain(cell);
      if (!plain.isEmpty() && seen.merge(plain, 1, Integer::sum) > 1) {
        return new Understood.Bad("header-twice", cell.strip());
      }
      parked |= plain.equals(FileFormat.plain(REASON));
      targets.add(target(format.get(), cell.strip(), plain));
    }
    return new Understood.Good(
        new Heading(format.get(), cells.stream().map(String::strip).toList(), targets, parked));
  }

  private static boolean isUnreadable(String cell) {
    return cell.codePoints().anyMatch(RowReader::isUnreadable);
  }

  private static Target target(FileFormat format, String name, String plain) {
    if (plain.isEmpty() || plain.equals(FileFormat.plain(REASON))) {
      return new Target.Ignored();
    }
    return format
        .field(name)
        .<Target>map(Target.Known::new)
        .orElseGet(() -> new Target.Attribute(attributeName(name)));
  }

  private static String attributeName(String name) {
    String bare =
        name.regionMatches(true, 0, GROUP, 0, GROUP.length())
            ? name.substring(GROUP.length())
            : name;
    return shortened(bare);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "…" : text;
  }

  /// The name of the column that says this of a person, as the file writes it.
  public String column(Field field) {
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i).equals(new Target.Known(field))) {
        return names.get(i);
      }
    }
    return field.code();
  }

  boolean has(Field field) {
    return targets.contains(new Target.Known(field));
  }

  /// The known things that this file says.
  public List<Field> fields() {
    return targets.stream()
        .filter(Target.Known.class::isInstance)
        .map(target -> ((Target.Known) target).field())
        .toList();
  }

  /// The attributes that this file brings.
  public List<String> attributeNames() {
    return targets.stream()
        .filter(Target.Attribute.class::isInstance)
        .map(target -> ((Target.Attribute) target).name())
        .toList();
  }
}
