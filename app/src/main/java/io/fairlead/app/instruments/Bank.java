package io.fairlead.app.instruments;

import io.fairlead.methods.instruments.Behaviour;
import io.fairlead.methods.instruments.BehaviourLevel;
import io.fairlead.methods.instruments.BehaviourLibrary;
import io.fairlead.methods.instruments.Item;
import io.fairlead.methods.instruments.ItemBank;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks things up in the item bank and the behaviour library.
public final class Bank {
  private Bank() {}

  /// What is looked for.
  ///
  /// @param competency an id; empty: any
  /// @param level its number; empty: any
  /// @param search words that all occur; empty: anything
  public record Asked(String competency, String level, String search) {}

  /// Items whose wording, anchors or id have all the words.
  static List<Item> items(Asked asked, String language) {
    return ItemBank.shipped().items().stream()
        .filter(
            each -> asked.competency().isEmpty() || each.competency().equals(asked.competency()))
        .filter(each ->
            has(
                asked.search(),
                Stream.concat(
                        Stream.of(each.id(), each.others().in(language)),
                        each.anchors().stream().map(anchor -> anchor.in(language)))
                    .collect(Collectors.joining("\n"))))
        .toList();
  }

  /// Behaviours of which the act, the measure or the id have all the words.
  static List<Behaviour> behaviours(Asked asked, String language) {
    return BehaviourLibrary.shipped().behaviours().stream()
        .filter(
            each -> asked.competency().isEmpty() || each.competency().equals(asked.competency()))
        .filter(
            each -> asked.level().isEmpty() || asked.level().equals(Integer.toString(each.level())))
        .filter(each ->
            has(
                asked.search(),
                each.id() + "\n" + each.does().in(language) + "\n" + each.shows().in(language)))
        .toList();
  }

  static List<BehaviourLevel> levels() {
    return BehaviourLibrary.shipped().levels();
  }

  private static boolean has(String search, String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    return Stream.of(search.toLowerCase(Locale.ROOT).split("\\s+", -1)).allMatch(plain::contains);
  }
}
