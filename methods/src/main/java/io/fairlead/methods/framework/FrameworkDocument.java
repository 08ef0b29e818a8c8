package io.fairlead.methods.framework;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/// A framework document: its text as people wrote it, what it says, and where it says it.
public final class FrameworkDocument {
  /// The longest text that is read, in characters.
  public static final int LONGEST = 256 * 1024;

  private final String text;
  private final Framework framework;
  private final Map<String, Object> values;
  private final Map<String, Place> places;

  FrameworkDocument(
      String text, Framework framework, Map<String, Object> values, Map<String, Place> places) {
    this.text = text;
    this.framework = framework;
    this.values = Collections.unmodifiableMap(values);
    this.places = Collections.unmodifiableMap(places);
  }

  /// Where a path stands in the text, from 1.
  public record Place(int line, int column) {}

  /// Reads a text: the document, or every problem at once (a broken YAML syntax hides what follows
  /// it). Anchors and aliases are refused, so that no text expands to more than it shows.
  public static Parsed parse(String text) {
    return new FrameworkReader(text).read();
  }

  public String text() {
    return text;
  }

  public Framework framework() {
    return framework;
  }

  /// All that it says as plain values in the order of the reference, defaults included: maps,
  /// lists, strings, whole numbers, doubles, booleans; dates as text. It can be written as JSON.
  public Map<String, Object> values() {
    return values;
  }

  /// Where the path stands; empty when the document is silent about it and a default holds.
  public Optional<Place> place(String path) {
    return Optional.ofNullable(places.get(path));
  }

  /// Where the path stands, or else the nearest section around it, or else the first line.
  public Place nearestPlace(String path) {
    String at = path;
    while (!at.isEmpty()) {
      Place place = places.get(at);
      if (place != null) {
        return place;
      }
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
    }
    return new Place(1, 1);
  }
}
