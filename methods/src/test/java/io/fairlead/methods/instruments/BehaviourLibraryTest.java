package io.fairlead.methods.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.methods.instruments.SentenceLint.Flaw;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The library against its own rules: docs/item-bank.md.
class BehaviourLibraryTest {
  /// Share of words that two behaviours may have in common; closer ones are one behaviour twice.
  private static final double ALIKE = 0.65;

  private static final BehaviourLibrary LIBRARY = BehaviourLibrary.shipped();

  @Test
  void everyLevelOfEveryCompetencyHasSix() {
    assertThat(LIBRARY.levels()).extracting(BehaviourLevel::number).containsExactly(1, 2, 3, 4, 5);
    for (Competency competency : ItemBank.shipped().competencies()) {
      for (BehaviourLevel level : LIBRARY.levels()) {
        assertThat(LIBRARY.behaviours(competency.id(), level.number()))
            .as(competency.id() + " " + level.number())
            .hasSize(6);
      }
    }
    assertThat(LIBRARY.behaviours()).hasSize(14 * 5 * 6);
  }

  @Test
  void theLintHasNothingToSay() {
    for (Behaviour behaviour : LIBRARY.behaviours()) {
      assertThat(BehaviourLint.lint(behaviour, "en")).as(behaviour.id()).isEmpty();
    }
  }

  @Test
  void theLintLooksAtBothSentences() {
    Behaviour vague =
        new Behaviour(
            "listening.vague",
            "listening",
            1,
            LocalText.of("en", "Is honest in meetings."),
            LocalText.of("en", "The team has trust."));
    assertThat(BehaviourLint.lint(vague, "en"))
        .extracting(Flaw::rule)
        .containsExactly(InstrumentRule.UNOBSERVABLE, InstrumentRule.UNMEASURED);
    assertThat(BehaviourLint.lint(vague, "xx")).isEmpty();
  }

  /// Whoever keeps an id with a plan finds the same behaviour in every later release.
  @Test
  void everyIdThatWasEverGivenOutIsThereOnce() {
    assertThat(Content.read("behaviour-ids.txt").lines())
        .as("behaviour-ids.txt of the tests: add what is new, never take out")
        .containsExactlyInAnyOrderElementsOf(
            LIBRARY.behaviours().stream().map(Behaviour::id).toList());
    assertThat(LIBRARY.find("listening.silence")).get().extracting(Behaviour::level).isEqualTo(2);
    assertThat(LIBRARY.find("listening.stares")).isEmpty();
  }

  @Test
  void everyBehaviourIsAnotherOne() {
    List<Behaviour> all = LIBRARY.behaviours();
    assertThat(all.stream().map(Behaviour::shows)).doesNotHaveDuplicates();
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(alike(all.get(i), all.get(j)))
            .as(all.get(i).does().in("en") + " / " + all.get(j).does().in("en"))
            .isLessThan(ALIKE);
      }
    }
  }

  @Test
  void twoThatSayTheSameInAnotherOrderWouldBeFound() {
    Behaviour silence = LIBRARY.find("listening.silence").orElseThrow();
    Behaviour same =
        new Behaviour(
            "listening.same",
            "listening",
            2,
            LocalText.of("en", "After somebody has spoken, leaves some seconds of silence."),
            silence.shows());
    assertThat(alike(silence, same)).isGreaterThan(ALIKE);
  }

  private static double alike(Behaviour one, Behaviour other) {
    Set<String> words = words(one);
    Set<String> shared = new HashSet<>(words);
    shared.retainAll(words(other));
    Set<String> either = new HashSet<>(words);
    either.addAll(words(other));
    return (double) shared.size() / either.size();
  }

  private static Set<String> words(Behaviour behaviour) {
    return Stream.of(behaviour.does().in("en").toLowerCase(Locale.ROOT).split("[^a-z]+", -1))
        .filter(word -> word.length() > 3)
        .collect(Collectors.toSet());
  }

  @Test
  void everySentenceIsOne() {
    assertThat(LIBRARY.behaviours())
        .allSatisfy(each -> {
          assertThat(each.does().in("en")).matches("\\p{Lu}.*[.]");
          assertThat(each.shows().in("en")).matches("\\p{Lu}.*[.]");
        });
  }

  @Test
  void aMistakeInAFileSaysWhereItIs() {
    String sound = Content.read("library/listening.yaml");
    assertThat(BehaviourLibrary.of("listening", sound).behaviours()).hasSize(30);
    for (String[] change :
        new String[][] {
          {"competency: listening", "competency: hearing", "this file is about listening"},
          {"- id: silence", "- id: sums-up", "there is a behaviour 'listening.sums-up' already"},
          {"level: 5", "level: 6", "from 1 to 5"},
          {"shows: Others add", "show: Others add", "'show'"}
        }) {
      assertThat(sound).contains(change[0]);
      assertThatThrownBy(
              () -> BehaviourLibrary.of("listening", sound.replace(change[0], change[1])))
          .as(change[1])
          .hasMessageContaining(change[2]);
    }
  }
}
