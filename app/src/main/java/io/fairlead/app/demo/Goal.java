package io.fairlead.app.demo;

import io.fairlead.app.demo.DemoCompany.Cycle;
import io.fairlead.app.demo.DemoCompany.KeyResult;
import io.fairlead.app.demo.DemoCompany.Objective;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An objective while its cycle is being simulated.
final class Goal {
  final UUID id;
  final Cycle cycle;
  final Template template;
  final Seat seat;
  final Map<String, String> around;
  final @Nullable Goal carriedFrom;
  Instant createdAt;
  final List<KeyResult> keyResults = new ArrayList<>();
  final Map<UUID, Score> scores = new HashMap<>();
  final Set<UUID> readers = new LinkedHashSet<>();
  final List<Goal> parents = new ArrayList<>();
  String state = "active";
  String visibility = "public";
  String standsAlone = "";
  String nextStep = "";
  @Nullable UUID delegate;
  LocalDate active;

  /// How far its key results come by the end, if all goes on like this.
  double ability = 0.66;

  /// From when on nobody says anything any more.
  @Nullable LocalDate silentFrom;

  boolean hasChildren;

  /// Where a key result has come.
  record Score(double value, @Nullable BigDecimal figure, Set<UUID> done) {}

  Goal(
      UUID id,
      Cycle cycle,
      Template template,
      Seat seat,
      Map<String, String> around,
      @Nullable Goal carriedFrom,
      Instant createdAt,
      LocalDate active) {
    this.id = id;
    this.cycle = cycle;
    this.template = template;
    this.seat = seat;
    this.around = around;
    this.carriedFrom = carriedFrom;
    this.createdAt = createdAt;
    this.active = active;
  }

  String title() {
    return Phrases.filled(template.title(), around, () -> "");
  }

  /// How many objectives stand above each other up to this one, itself included.
  int depth() {
    return 1 + parents.stream().mapToInt(Goal::depth).max().orElse(0);
  }

  boolean isUnder(Goal other) {
    return this == other || parents.stream().anyMatch(parent -> parent.isUnder(other));
  }

  UUID worker() {
    return delegate == null ? seat.accountable() : delegate;
  }

  Objective written() {
    return new Objective(
        id,
        cycle.id(),
        title(),
        Phrases.filled(template.why(), around, () -> ""),
        template.kind(),
        Phrases.filled(template.question(), around, () -> ""),
        seat.ownerKind(),
        seat.owner(),
        seat.accountable(),
        delegate,
        visibility,
        readers,
        state,
        standsAlone,
        carriedFrom == null ? null : carriedFrom.id,
        createdAt,
        IntStream.range(0, template.watched().size())
            .mapToObj(i -> new Objective.Watched(beside(i), template.watched().get(i)))
            .toList());
  }

  private UUID beside(int i) {
    return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ (i + 1));
  }
}
