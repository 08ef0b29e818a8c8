package io.fairlead.methods.disclosure;

import io.fairlead.methods.disclosure.Ledger.Entry;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A ledger as JSON: `{"sets": [{"subject", "round", "closed": "2026-11-27", "raters": […]}]}`. It
/// says who rated whom and is kept as closely as the answers were.
public final class LedgerFile {
  private static final JsonMapper JSON = JsonMapper.shared();

  private LedgerFile() {}

  /// @throws IllegalArgumentException with the reason, for what is no ledger
  public static Ledger read(String text) {
    JsonNode sets;
    try {
      sets = JSON.readTree(text).path("sets");
    } catch (JacksonException unreadable) {
      throw new IllegalArgumentException(
          "it is not JSON: " + unreadable.getOriginalMessage(), unreadable);
    }
    if (!sets.isArray()) {
      throw new IllegalArgumentException("it has no list named sets");
    }
    List<Entry> entries = new ArrayList<>();
    for (JsonNode set : sets.values()) {
      entries.add(entry(set, entries.size() + 1));
    }
    return new Ledger(entries);
  }

  private static Entry entry(JsonNode set, int number) {
    Set<String> raters = new LinkedHashSet<>();
    set.path("raters").values().forEach(rater -> raters.add(rater.asString("")));
    String subject = set.path("subject").asString("");
    String round = set.path("round").asString("");
    if (subject.isEmpty() || round.isEmpty() || raters.isEmpty() || raters.contains("")) {
      throw new IllegalArgumentException("set " + number + " lacks subject, round or raters");
    }
    try {
      LocalDate closed = LocalDate.parse(set.path("closed").asString(""));
      return new Entry(subject, round, closed, raters);
    } catch (DateTimeException noDay) {
      throw new IllegalArgumentException(
          "set " + number + " lacks the day on which it was closed, such as 2026-11-27", noDay);
    }
  }

  /// Raters are sorted, so that no order tells anything.
  public static String write(Ledger ledger) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode sets = root.putArray("sets");
    for (Entry entry : ledger.entries()) {
      ObjectNode set = sets.addObject();
      set.put("subject", entry.subject());
      set.put("round", entry.round());
      set.put("closed", entry.closed().toString());
      ArrayNode raters = set.putArray("raters");
      entry.raters().stream().sorted().forEach(raters::add);
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }
}
