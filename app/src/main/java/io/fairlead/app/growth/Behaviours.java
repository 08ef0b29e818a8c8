package io.fairlead.app.growth;

import io.fairlead.methods.instruments.Behaviour;
import io.fairlead.methods.instruments.BehaviourLevel;
import io.fairlead.methods.instruments.BehaviourLibrary;
import io.fairlead.methods.instruments.Competency;
import io.fairlead.methods.instruments.ItemBank;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The library of behaviours as somebody looks for one in it.
final class Behaviours {
  private Behaviours() {}

  static List<Competency> competencies() {
    return ItemBank.shipped().competencies();
  }

  static List<BehaviourLevel> levels() {
    return BehaviourLibrary.shipped().levels();
  }

  static Optional<Behaviour> find(String id) {
    return BehaviourLibrary.shipped().find(id);
  }

  /// @param competency empty for all
  /// @param level 0 for all
  /// @param words all of which the sentence or its measure has
  static List<Behaviour> matching(String competency, int level, String words, String language) {
    List<String> wanted = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
    return BehaviourLibrary.shipped().behaviours().stream()
        .filter(each -> competency.isEmpty() || each.competency().equals(competency))
        .filter(each -> level == 0 || each.level() == level)
        .filter(each -> {
          String text =
              (each.does().in(language) + " " + each.shows().in(language)).toLowerCase(Locale.ROOT);
          return wanted.stream().allMatch(text::contains);
        })
        .toList();
  }
}
