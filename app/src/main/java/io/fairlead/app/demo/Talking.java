package io.fairlead.app.demo;

import io.fairlead.app.demo.DemoCompany.CheckIn;
import io.fairlead.app.demo.DemoCompany.Comment;
import io.fairlead.app.demo.DemoCompany.Follower;
import io.fairlead.app.demo.DemoCompany.KeyResult;
import io.fairlead.app.demo.DemoCompany.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What colleagues say about running goals: somebody asks after the latest note, whoever works on
/// it answers, others nod.
final class Talking {
  private static final double TALKED_ABOUT = 0.3;
  private static final List<String> NODS = List.of("thanks", "agree", "well-done", "looking");

  private final Dice dice;
  private final Staff staff;
  private final Phrases phrases;
  private final Records records;
  private final Instant until;

  Talking(Dice dice, Staff staff, Phrases phrases, Records records, Instant until) {
    this.dice = dice;
    this.staff = staff;
    this.phrases = phrases;
    this.records = records;
    this.until = until;
  }

  void talk(List<Goal> goals) {
    List<Goal> open =
        goals.stream()
            .filter(goal -> goal.state.equals("active") && goal.visibility.equals("public"))
            .toList();
    dice.some(open, TALKED_ABOUT).forEach(this::talk);
  }

  private void talk(Goal goal) {
    CheckIn noted = noted(goal);
    if (noted == null) {
      return;
    }
    List<UUID> near =
        staff.post(noted.by()).everybody().stream()
            .filter(
                person -> !person.equals(noted.by()) && staff.person(person).isHere(noted.day()))
            .sorted()
            .collect(Collectors.toList());
    if (near.isEmpty()) {
      return;
    }
    UUID asks = dice.of(near);
    UUID checkIn = dice.chance(0.4) ? noted.id() : null;
    UUID asked = say(goal, checkIn, null, asks, later(noted.at(), 1, 30), phrased("comment"), null);
    if (asked == null) {
      return;
    }
    if (dice.chance(0.7)) {
      Instant at = later(records.comments.getLast().at(), 1, 20);
      say(goal, checkIn, asked, noted.by(), at, phrased("comment answer"), asks);
    }
    for (UUID nods : dice.shuffled(near).subList(0, dice.between(0, Math.min(3, near.size())))) {
      if (!nods.equals(asks)) {
        react(asked, nods, later(records.comments.getLast().at(), 1, 9));
      }
    }
  }

  private String phrased(String situation) {
    return phrases.say(dice, situation, () -> "Mara");
  }

  /// The latest check-in that says something.
  private @Nullable CheckIn noted(Goal goal) {
    Set<UUID> parts = goal.keyResults.stream().map(KeyResult::id).collect(Collectors.toSet());
    return records.checkIns.stream()
        .filter(each -> parts.contains(each.keyResult()) && !each.note().isEmpty())
        .max(Comparator.comparing(CheckIn::at).thenComparing(CheckIn::id))
        .orElse(null);
  }

  private Instant later(Instant at, int fewest, int most) {
    return at.plus(Duration.ofMinutes(60L * dice.between(fewest, most) + dice.between(1, 59)));
  }

  /// Nothing is said in the future.
  private @Nullable UUID say(
      Goal goal,
      @Nullable UUID checkIn,
      @Nullable UUID answers,
      UUID by,
      Instant at,
      String words,
      @Nullable UUID mentions) {
    if (at.isAfter(until)) {
      return null;
    }
    UUID id = dice.id(at);
    String body = mentions == null ? words : "@{" + mentions + "} " + words;
    records.comments.add(new Comment(id, goal.id, checkIn, answers, by, at, body, mentions));
    records.followers.add(new Follower(goal.id, by, at));
    return id;
  }

  private void react(UUID comment, UUID by, Instant at) {
    if (!at.isAfter(until)) {
      records.reactions.add(new Reaction(dice.id(at), comment, by, dice.of(NODS), at));
    }
  }

  /// Each follows once, since the first time they said something.
  static List<Follower> once(List<Follower> followers) {
    return followers.stream()
        .collect(
            Collectors.toMap(
                each -> each.objective() + " " + each.person(),
                each -> each,
                (first, _) -> first,
                java.util.LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }
}
