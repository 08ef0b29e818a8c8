package io.fairlead.methods.instruments;

import java.util.List;

/// Items under one heading, in the order in which they are asked.
public record Section(LocalText name, List<Item> items) {
  public Section {
    items = List.copyOf(items);
  }
}
