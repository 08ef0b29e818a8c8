package io.fairlead.app.demo;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Names from many countries, none twice.
final class Names {
  private static final int MOST_TRIES = 10_000;

  private final List<List<List<String>>> origins;
  private final Dice dice;
  private final Set<String> taken = new HashSet<>();

  Names(Dice dice) {
    this.dice = dice;
    this.origins =
        Resource.lines("names.txt").stream()
            .map(line ->
                Resource.cells(line).stream().map(cell -> List.of(cell.split(" "))).toList())
            .toList();
  }

  /// Takes a name that somebody has already.
  String given(String name) {
    taken.add(name);
    return name;
  }

  String next() {
    for (int i = 0; i < MOST_TRIES; i++) {
      List<List<String>> origin = dice.of(origins);
      String name = dice.of(origin.get(0)) + " " + dice.of(origin.get(1));
      if (taken.add(name)) {
        return name;
      }
    }
    throw new IllegalStateException("out of names");
  }

  /// `Paweł Wójcik` is pawel.wojcik@brightwell.example.
  static String address(String name) {
    String plain =
        Normalizer.normalize(
                name.toLowerCase(Locale.ROOT)
                    .replace("ø", "o")
                    .replace("ł", "l")
                    .replace("đ", "d")
                    .replace("ı", "i")
                    .replace("ß", "ss"),
                Normalizer.Form.NFD)
            .replaceAll("[^a-z -]", "");
    return plain.replace(' ', '.') + "@brightwell.example";
  }
}
