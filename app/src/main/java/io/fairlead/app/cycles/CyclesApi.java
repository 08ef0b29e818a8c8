package io.fairlead.app.cycles;

import io.fairlead.app.platform.policy.Open;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The cycles as JSON: what an objective's `cycle` may be.
@RestController
class CyclesApi {
  private final Cycles cycles;

  CyclesApi(Cycles cycles) {
    this.cycles = cycles;
  }

  /// All cycles, latest first, a containing one before those it contains.
  record CycleList(List<Cycle> cycles) {}

  @GetMapping("/api/v1/cycles")
  @Open(because = "everybody may see which cycles there are", scope = "goals:read")
  CycleList all() {
    return new CycleList(cycles.all());
  }
}
