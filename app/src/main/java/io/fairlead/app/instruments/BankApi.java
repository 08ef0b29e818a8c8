package io.fairlead.app.instruments;

import io.fairlead.app.instruments.InstrumentApi.CompetencyJson;
import io.fairlead.app.instruments.InstrumentApi.InstrumentItemJson;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.methods.instruments.Behaviour;
import io.fairlead.methods.instruments.BehaviourLevel;
import io.fairlead.methods.instruments.ItemBank;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The item bank and the behaviour library, as JSON.
@RestController
class BankApi {
  private static final String LANGUAGE = "en";

  record BankJson(List<CompetencyJson> competencies, List<InstrumentItemJson> items) {}

  /// @param does what one sees
  /// @param shows the measure of success
  record LibraryBehaviourJson(
      String id,
      String competency,
      int level,
      Map<String, String> does,
      Map<String, String> shows) {
    static LibraryBehaviourJson of(Behaviour behaviour) {
      return new LibraryBehaviourJson(
          behaviour.id(),
          behaviour.competency(),
          behaviour.level(),
          behaviour.does().languages(),
          behaviour.shows().languages());
    }
  }

  record LevelJson(int number, Map<String, String> name, Map<String, String> means) {
    static LevelJson of(BehaviourLevel level) {
      return new LevelJson(level.number(), level.name().languages(), level.means().languages());
    }
  }

  record LibraryJson(
      List<CompetencyJson> competencies,
      List<LevelJson> levels,
      List<LibraryBehaviourJson> behaviours) {}

  /// @param competency an id; any unless said
  /// @param search words that all occur in an item
  @GetMapping("/api/v1/instruments/bank")
  @Guarded(record = "instrument", act = "read", fields = "questions", scope = "instruments:read")
  BankJson bank(
      @RequestParam(defaultValue = "") String competency,
      @RequestParam(defaultValue = "") String search) {
    return new BankJson(
        competencies(),
        Bank.items(new Bank.Asked(competency, "", search.strip()), LANGUAGE).stream()
            .map(InstrumentItemJson::of)
            .toList());
  }

  /// @param competency an id; any unless said
  /// @param level from 1 to 5; any unless said
  /// @param search words that all occur in a behaviour
  @GetMapping("/api/v1/behaviours")
  @Guarded(record = "instrument", act = "read", fields = "questions", scope = "instruments:read")
  LibraryJson behaviours(
      @RequestParam(defaultValue = "") String competency,
      @RequestParam(defaultValue = "") String level,
      @RequestParam(defaultValue = "") String search) {
    return new LibraryJson(
        competencies(),
        Bank.levels().stream().map(LevelJson::of).toList(),
        Bank.behaviours(new Bank.Asked(competency, level, search.strip()), LANGUAGE).stream()
            .map(LibraryBehaviourJson::of)
            .toList());
  }

  private static List<CompetencyJson> competencies() {
    return ItemBank.shipped().competencies().stream().map(CompetencyJson::of).toList();
  }
}
