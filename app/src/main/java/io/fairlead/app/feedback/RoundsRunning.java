package io.fairlead.app.feedback;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.running.Running;
import io.fairlead.app.platform.running.Running.Act;
import io.fairlead.app.platform.running.RunningSource;
import io.fairlead.app.platform.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Rounds of feedback on the board, for whoever may run them: where each stands, its days, what
/// hinders it, and what its own page offers. Never how many have answered, nor who.
@Component
@Order(15)
class RoundsRunning implements RunningSource {
  private static final int WEEK = 7;

  private final Rounds rounds;

  RoundsRunning(Rounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public List<Running> running(Viewer viewer, Words words) {
    return rounds.running(viewer).stream()
        .map(each -> row(words, each.round(), each.hindrance()))
        .toList();
  }

  private static Running row(Words words, Round round, @Nullable Hindrance hindrance) {
    String state =
        words.text(
            "feedback.running", RoundWords.state(words, round), RoundWords.when(words, round));
    return new Running(
        "feedback",
        round.name(),
        hindrance == null ? state : RoundWords.hindrance(words, hindrance).getFirst() + " " + state,
        List.of(),
        "/feedback/rounds/" + round.id(),
        hindrance != null,
        acts(words, round));
  }

  private static List<Act> acts(Words words, Round round) {
    List<Act> acts = new ArrayList<>();
    if (round.state() == RoundState.NOMINATING) {
      acts.add(act(round, "open", words.text("feedback.round.open"), "opening", ""));
    }
    if (round.state() == RoundState.ANSWERING) {
      acts.add(act(round, "remind", words.text("feedback.round.remind"), "reminder", ""));
    }
    if (round.state() != RoundState.CLOSING) {
      String later = round.terms().closes().plusDays(WEEK).toString();
      acts.add(act(round, "extend", words.text("running.extend"), "extension", later));
    }
    return acts;
  }

  private static Act act(Round round, String code, String label, String path, String day) {
    return new Act(
        code,
        label,
        "/feedback/rounds/" + round.id() + "/" + path,
        day,
        List.of("version", Long.toString(round.version())));
  }
}
