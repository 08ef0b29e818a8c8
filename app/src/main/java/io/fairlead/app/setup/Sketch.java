package io.fairlead.app.setup;

import io.fairlead.app.people.PersonEntry;
import io.fairlead.app.setup.PastedPeople.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who leads whom, as it would be with the people who are about to be added.
///
/// @param tops those whom nobody leads
public record Sketch(List<Node> tops) {
  public Sketch {
    tops = List.copyOf(tops);
  }

  /// @param fresh whether they are only about to be added
  public record Node(String name, String title, boolean fresh, List<Node> reports) {}

  /// @param usual who leads those whose row names nobody; null for nobody
  static Sketch of(List<PersonEntry> here, List<Row> rows, @Nullable UUID usual) {
    Map<UUID, Node> known = new HashMap<>();
    here.forEach(person ->
        known.put(person.id(), new Node(person.name(), person.title(), false, new ArrayList<>())));
    List<Node> fresh =
        rows.stream()
            .map(row -> new Node(row.name(), row.title(), true, new ArrayList<>()))
            .toList();
    List<Node> tops = new ArrayList<>();
    for (PersonEntry person : here) {
      Node above = person.manager() == null ? null : known.get(person.manager().id());
      (above == null ? tops : above.reports()).add(node(known, person.id()));
    }
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      UUID lead = row.leadHere() != null ? UUID.fromString(row.leadHere()) : usual;
      Node above =
          row.lead() != Row.HERE ? fresh.get(row.lead()) : lead == null ? null : known.get(lead);
      if (row.lead() != i) {
        (above == null ? tops : above.reports()).add(fresh.get(i));
      }
    }
    return new Sketch(tops);
  }

  private static Node node(Map<UUID, Node> known, UUID id) {
    return Objects.requireNonNull(known.get(id));
  }
}
