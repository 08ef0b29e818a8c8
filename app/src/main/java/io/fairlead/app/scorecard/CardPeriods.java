package io.fairlead.app.scorecard;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.Cycles;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Choice;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// By which periods cards are read, and what the organisation calls them.
@Component
class CardPeriods {
  private final Cycles cycles;
  private final CardScores scores;

  CardPeriods(Cycles cycles, CardScores scores) {
    this.cycles = cycles;
    this.scores = scores;
  }

  /// The card on a day, or in a period; today if neither is said.
  CardView view(Viewer viewer, Scorecard card, @Nullable LocalDate day, String period) {
    LocalDate today = viewer.today();
    if (period.isBlank()) {
      return new CardView(scores.of(viewer, card, day == null ? today : day), null);
    }
    if (day != null) {
      throw refused("scorecards.day-or-period");
    }
    CardPeriod asked =
        CardPeriod.read(period.strip()).orElseThrow(() -> refused("scorecards.not-a-period"));
    if (asked.first().isAfter(today)) {
      throw refused("scorecards.period-to-come");
    }
    return new CardView(
        scores.of(viewer, card, asked.scoredOn(today)),
        new CardView.Since(asked, scores.of(viewer, card, asked.dayBefore())));
  }

  private static RefusedException refused(String code) {
    return new RefusedException(Reason.invalid("period", code));
  }

  /// `May 2026`, `Q2 2026`, `2026`, a cycle's name, or from when to when.
  String name(Words words, CardPeriod period) {
    return named(period).map(Cycle::name).orElseGet(() -> CardWords.period(words, period));
  }

  private Optional<Cycle> named(CardPeriod period) {
    return cycles.all().stream()
        .filter(Cycle::isEverybodys)
        .filter(each -> period.equals(new CardPeriod(each.starts(), each.ends())))
        .findFirst();
  }

  /// The card's title, with the period by which it is read.
  String title(Words words, CardView view) {
    String title = view.scored().card().title();
    CardPeriod period = view.period();
    return period == null
        ? title
        : words.text("scorecards.title-in-period", title, name(words, period));
  }

  /// When the card had its score, and what it had before the period, in sentences.
  String standing(Words words, CardView view) {
    LocalDate day = view.scored().day();
    CardView.Since since = view.since();
    if (since == null) {
      boolean today = day.equals(words.today());
      return words.text(today ? "scorecards.stands" : "scorecards.stood", words.longDate(day));
    }
    String change =
        CardWords.change(
            words, since.before().score().card().value(), view.scored().score().card().value());
    return words.text(
        since.period().runsOn(day) ? "scorecards.stands-in" : "scorecards.stood-at-end-of",
        name(words, since.period()),
        words.plainDate(day),
        words.plainDate(since.period().dayBefore()),
        change.isEmpty() ? words.text("scorecards.change.unknown") : change);
  }

  /// Today, this month, quarter and year, and the cycles that run by other dates.
  List<Choice> choices(Words words, CardView view) {
    Scorecard card = view.scored().card();
    CardPeriod chosen = view.period();
    LocalDate day = words.today();
    List<Choice> choices = new ArrayList<>();
    choices.add(
        Choice.of(
            words.text("scorecards.period.today"),
            "/scorecards/" + card.id(),
            chosen == null && view.scored().day().equals(day)));
    List<CardPeriod> usual =
        List.of(CardPeriod.month(day), CardPeriod.quarter(day), CardPeriod.year(day));
    List<String> called = List.of("month", "quarter", "year");
    for (int i = 0; i < usual.size(); i++) {
      choices.add(
          choice(words.text("scorecards.period." + called.get(i)), card, usual.get(i), chosen));
    }
    cycles.all().stream()
        .filter(each -> each.isEverybodys() && each.runsOn(day))
        .forEach(each -> {
          CardPeriod period = new CardPeriod(each.starts(), each.ends());
          if (!usual.contains(period)) {
            choices.add(choice(each.name(), card, period, chosen));
          }
        });
    return choices;
  }

  /// The periods before and after the chosen one; the latter only once it has begun.
  List<Choice> beside(Words words, Scorecard card, CardPeriod chosen) {
    List<Choice> beside = new ArrayList<>();
    CardPeriod before = chosen.before();
    beside.add(
        choice(words.text("scorecards.period.before", name(words, before)), card, before, null));
    CardPeriod after = chosen.after();
    if (!after.first().isAfter(words.today())) {
      beside.add(
          choice(words.text("scorecards.period.after", name(words, after)), card, after, null));
    }
    return beside;
  }

  private static Choice choice(
      String name, Scorecard card, CardPeriod period, @Nullable CardPeriod chosen) {
    return Choice.of(
        name,
        "/scorecards/%s?period=%s".formatted(card.id(), period.code()),
        period.equals(chosen));
  }
}
