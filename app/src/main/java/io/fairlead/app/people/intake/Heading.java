package io.fairlead.app.people.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A file's header, understood: which format it is, and what each column says.
///
/// @param parked the file holds rows that an earlier import parked
public record Heading(
    FileFormat format, List<String> names, List<Target> targets, boolean parked, DateOrder dates) {
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

  /// Understands the cells of a file's first row as one of the formats that we know.
  public static Understood of(List<String> cells) {
    Optional<Understood> unusable = unusable(cells);
    if (unusable.isPresent()) {
      return unusable.get();
    }
    Optional<FileFormat> format =
        FileFormat.recognised(
            cells.stream().map(FileFormat::plain).collect(Collectors.toUnmodifiableSet()));
    if (format.isEmpty()) {
      return new Understood.Bad("unknown-header", shortened(String.join(", ", cells)));
    }
    DateOrder dates =
        format.get().writesMonthFirst() ? DateOrder.MONTH_FIRST : DateOrder.YEAR_FIRST;
    return new Understood.Good(
        heading(format.get(), cells, dates, name -> target(format.get(), name)));
  }

  /// Understands the cells of a file's first row as the mapping says.
  public static Understood of(List<String> cells, ColumnMapping mapping) {
    Optional<Understood> unusable = unusable(cells);
    if (unusable.isPresent()) {
      return unusable.get();
    }
    List<String> missing = mapping.missing(cells);
    if (!missing.isEmpty()) {
      return new Understood.Bad("mapping-columns-missing", shortened(String.join(", ", missing)));
    }
    Map<String, Target> targets = mapping.byPlainName();
    return new Understood.Good(
        heading(
            FileFormat.MAPPED,
            cells,
            mapping.dates(),
            name -> targets.getOrDefault(FileFormat.plain(name), new Target.Ignored())));
  }

  private static Heading heading(
      FileFormat format, List<String> cells, DateOrder dates, Function<String, Target> target) {
    List<String> names = cells.stream().map(String::strip).toList();
    boolean parked = names.stream().anyMatch(Heading::isReason);
    List<Target> targets =
        names.stream()
            .map(name -> isReason(name) ? new Target.Ignored() : target.apply(name))
            .toList();
    return new Heading(format, names, targets, parked, dates);
  }

  private static boolean isReason(String name) {
    return FileFormat.plain(name).equals(FileFormat.plain(REASON));
  }

  private static Optional<Understood> unusable(List<String> cells) {
    if (cells.size() > MOST_COLUMNS) {
      return Optional.of(new Understood.Bad("too-many-columns", Integer.toString(MOST_COLUMNS)));
    }
    if (cells.stream().anyMatch(Heading::isUnreadable)) {
      return Optional.of(new Understood.Bad("unreadable-header", ""));
    }
    Set<String> seen = new HashSet<>();
    return cells.stream()
        .filter(cell -> !FileFormat.plain(cell).isEmpty() && !seen.add(FileFormat.plain(cell)))
        .findFirst()
        .map(cell -> new Understood.Bad("header-twice", cell.strip()));
  }

  private static boolean isUnreadable(String cell) {
    return cell.codePoints().anyMatch(RowReader::isUnreadable);
  }

  private static Target target(FileFormat format, String name) {
    if (FileFormat.plain(name).isEmpty()) {
      return new Target.Ignored();
    }
    return format
        .field(name)
        .<Target>map(Target.Known::new)
        .orElseGet(() -> new Target.Attribute(attributeName(name)));
  }

  /// @param code a field's code, `attribute`, or nothing
  static Target target(String column, String code) {
    return switch (code) {
      case "" -> new Target.Ignored();
      case ColumnMapping.ATTRIBUTE -> new Target.Attribute(attributeName(column.strip()));
      default -> new Target.Known(Field.valueOf(code.toUpperCase(Locale.ROOT)));
    };
  }

  static String code(Target target) {
    return switch (target) {
      case Target.Known(Field field) -> field.code();
      case Target.Attribute(String _) -> ColumnMapping.ATTRIBUTE;
      case Target.Ignored() -> "";
    };
  }

  /// For each column a field's code, `attribute`, or nothing.
  public List<String> codes() {
    return targets.stream().map(Heading::code).toList();
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
