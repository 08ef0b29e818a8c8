package io.fairlead.app.cycles;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The cycles that new goals of an owner may be written in. They are everybody's; for whoever is in
/// a pilot its cycles stand in place of those of everybody's that lie within its days.
///
/// @param terms the pilots that the owner is in, now or later; no two of them share a day
public record OpenCycles(List<PilotTerm> terms) {
  public static final OpenCycles EVERYBODYS = new OpenCycles(List.of());

  public OpenCycles {
    terms = List.copyOf(terms);
  }

  /// Of pilots that share days the one that was first counts.
  static OpenCycles of(List<PilotTerm> inOrder) {
    List<PilotTerm> kept = new ArrayList<>();
    for (PilotTerm term : inOrder) {
      if (kept.stream().noneMatch(term::shares)) {
        kept.add(term);
      }
    }
    return new OpenCycles(kept);
  }

  public boolean includes(Cycle cycle) {
    return cycle.isEverybodys()
        ? terms.stream().noneMatch(term -> term.holds(cycle))
        : terms.stream().anyMatch(term -> term.pilot().equals(cycle.pilot()) && term.holds(cycle));
  }

  /// Of those that run on the day a pilot's, then the shortest; else the next to begin; else the
  /// last.
  public Optional<Cycle> current(List<Cycle> all, LocalDate day) {
    List<Cycle> open = all.stream().filter(this::includes).toList();
    return open.stream()
        .filter(cycle -> cycle.runsOn(day))
        .min(Comparator.comparing(Cycle::isEverybodys).thenComparingLong(Cycle::days))
        .or(() ->
            open.stream()
                .filter(cycle -> cycle.starts().isAfter(day))
                .min(Comparator.comparing(Cycle::starts)))
        .or(() -> open.stream().max(Comparator.comparing(Cycle::ends)));
  }

  /// The pilot that the owner is in on the day, or will be.
  public Optional<PilotTerm> next(LocalDate day) {
    return terms.stream()
        .filter(term -> !term.last().isBefore(day))
        .min(Comparator.comparing(PilotTerm::first));
  }
}
