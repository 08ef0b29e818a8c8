package io.fairlead.methods.wording;

import io.fairlead.methods.wording.Quantity.Kind;
import io.fairlead.methods.wording.Quantity.Role;

/// A quantity at its place in a sentence.
///
/// @param first its first token; `last` is its last, unit included
record Figure(int first, int last, Kind kind, Role role) {

  Figure as(Role other) {
    return new Figure(first, last, kind, other);
  }

  Quantity in(Sentence sentence) {
    int from = sentence.at(first).from();
    int to = sentence.at(last).to();
    return new Quantity(sentence.text().substring(from, to), from, to, kind, role);
  }
}
