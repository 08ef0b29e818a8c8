package io.fairlead.app.people.intake;

import io.fairlead.app.people.intake.Heading.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What each column of an organisation's own file says, under a name. A column that it does not
/// know says nothing: whatever the other system adds one night is not taken over unseen.
public record ColumnMapping(
    String name, List<String> columns, List<Target> targets, DateOrder dates) {
  /// How a target is written when the column is one of the organisation's own attributes.
  public static final String ATTRIBUTE = "attribute";

  public ColumnMapping {
    columns = List.copyOf(columns);
    targets = List.copyOf(targets);
  }

  /// @param codes for each column a field's code, `attribute`, or nothing
  public static ColumnMapping of(
      String name, List<String> columns, List<String> codes, DateOrder dates) {
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      targets.add(Heading.target(columns.get(i), codes.get(i)));
    }
    return new ColumnMapping(name, columns, targets, dates);
  }

  /// For each column a field's code, `attribute`, or nothing.
  public List<String> codes() {
    return targets.stream().map(Heading::code).toList();
  }

  /// The columns that say something and that the header does not have.
  List<String> missing(List<String> header) {
    Set<String> there = header.stream().map(FileFormat::plain).collect(Collectors.toSet());
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      boolean needed = !(targets.get(i) instanceof Target.Ignored);
      if (needed && !there.contains(FileFormat.plain(columns.get(i)))) {
        missing.add(columns.get(i));
      }
    }
    return missing;
  }

  Map<String, Target> byPlainName() {
    Map<String, Target> targets = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      targets.put(FileFormat.plain(columns.get(i)), this.targets.get(i));
    }
    return targets;
  }
}
