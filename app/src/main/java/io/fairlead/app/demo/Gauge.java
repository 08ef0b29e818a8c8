package io.fairlead.app.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the company watches, as it stands in `measures.txt`.
///
/// @param ownedBy the unit whose lead owns it
/// @param said what stands below its name, by its first word
record Gauge(
    String name,
    String ownedBy,
    String figures,
    int decimals,
    String direction,
    String frequency,
    String tense,
    Map<String, String> said,
    List<Shock> shocks) {
  private static final Pattern SHOCK =
      Pattern.compile("(\\d+) (-?\\d+(?:\\.\\d+)?) (\\d+)(?: (.*))?");

  /// Something that moved it.
  ///
  /// @param daysAgo when it began
  /// @param share by so much of its level
  /// @param days how long; 0 for good
  /// @param words what somebody said it was; empty while nobody has
  record Shock(int daysAgo, double share, int days, String words) {
    boolean isOn(long ago) {
      return ago <= daysAgo && (days == 0 || ago > daysAgo - days);
    }

    private static Shock parse(String line) {
      Matcher found = SHOCK.matcher(line);
      if (!found.matches()) {
        throw new IllegalStateException("not something that happened: " + line);
      }
      return new Shock(
          Integer.parseInt(found.group(1)),
          Double.parseDouble(found.group(2)) / 100,
          Integer.parseInt(found.group(3)),
          found.group(4) == null ? "" : found.group(4));
    }
  }

  static List<Gauge> all() {
    List<Gauge> all = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (String line : Resource.lines("measures.txt")) {
      if (!line.startsWith(" ") && !block.isEmpty()) {
        all.add(parse(block));
        block.clear();
      }
      block.add(line.strip());
    }
    all.add(parse(block));
    return all;
  }

  private static Gauge parse(List<String> lines) {
    List<String> cells = Arrays.asList(lines.getFirst().split("\\s*\\|\\s*", -1));
    Map<String, String> said = new HashMap<>();
    List<Shock> shocks = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] parts = line.split(" ", 2);
      if (parts[0].equals("-")) {
        shocks.add(Shock.parse(parts[1]));
      } else {
        said.put(parts[0], parts.length > 1 ? parts[1] : "");
      }
    }
    return new Gauge(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        Integer.parseInt(cells.get(3)),
        cells.get(4),
        cells.get(5),
        cells.get(6),
        Map.copyOf(said),
        List.copyOf(shocks));
  }

  String text(String word) {
    return said.getOrDefault(word, "");
  }

  /// The figures behind a word; none if it is not there.
  List<Double> figures(String word) {
    return said.containsKey(word)
        ? Arrays.stream(text(word).split(" ")).map(Double::valueOf).toList()
        : List.of();
  }

  /// The first figure behind a word, or 0.
  double figure(String word) {
    return figures(word).stream().findFirst().orElse(0.0);
  }

  /// Whether something moved it of which nobody has said what it was.
  boolean waits() {
    return shocks.stream().anyMatch(shock -> shock.words().isEmpty());
  }
}
