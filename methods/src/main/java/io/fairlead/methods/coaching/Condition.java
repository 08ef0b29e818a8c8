package io.fairlead.methods.coaching;

import io.fairlead.methods.coaching.Fact.Counted;
import io.fairlead.methods.coaching.Report.Measured;
import io.fairlead.methods.disclosure.Gap;
import io.fairlead.methods.disclosure.PublishedScore;
import io.fairlead.methods.instruments.About;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What has to be so of a report. It is so only if the whole of every range agrees: "4.5 or more"
/// is 4.0 or more and not 4.6 or more, and what is withheld agrees with nothing. A condition that
/// holds therefore still holds when figures are told more closely.
sealed interface Condition {
  /// The published figures because of which it holds; empty where it does not.
  Optional<List<Fact>> facts(Report report);

  /// Some shown competency of a selection, or every one and at least one.
  ///
  /// @param tests all of which one competency has to pass
  record Competencies(boolean isEvery, Selection selection, List<Test> tests) implements Condition {
    public Competencies {
      tests = List.copyOf(tests);
    }

    @Override
    public Optional<List<Fact>> facts(Report report) {
      List<PublishedScore> among =
          report.shown().stream().filter(score -> selection.has(report, score)).toList();
      List<List<Measured>> passed =
          among.stream().flatMap(score -> passed(report, score).stream()).toList();
      if (passed.isEmpty() || (isEvery && passed.size() < among.size())) {
        return Optional.empty();
      }
      return Optional.of(isEvery ? across(passed) : each(passed));
    }

    /// What each test measured, if all are passed.
    private Optional<List<Measured>> passed(Report report, PublishedScore score) {
      List<Measured> found = new ArrayList<>();
      for (Test test : tests) {
        Optional<Measured> measured = test.passed(report, score);
        if (measured.isEmpty()) {
          return Optional.empty();
        }
        found.add(measured.get());
      }
      return Optional.of(found);
    }

    private static List<Fact> each(List<List<Measured>> passed) {
      Set<Fact> facts = new LinkedHashSet<>();
      passed.forEach(tests -> tests.forEach(measured -> facts.addAll(measured.facts())));
      return List.copyOf(facts);
    }

    private List<Fact> across(List<List<Measured>> passed) {
      List<Fact> facts = new ArrayList<>();
      for (int test = 0; test < tests.size(); test++) {
        int at = test;
        facts.add(
            new Fact.Across(
                tests.get(test).text(),
                passed.size(),
                Range.around(passed.stream().map(each -> each.get(at).range()).toList())));
      }
      return facts;
    }
  }

  /// Which competencies are meant.
  sealed interface Selection {
    boolean has(Report report, PublishedScore score);

    record All() implements Selection {
      @Override
      public boolean has(Report report, PublishedScore score) {
        return true;
      }
    }

    record ThoseAbout(About about) implements Selection {
      @Override
      public boolean has(Report report, PublishedScore score) {
        return report.isAbout(score, about);
      }
    }

    /// @param ids of competencies
    record Named(List<String> ids) implements Selection {
      public Named {
        ids = List.copyOf(ids);
      }

      @Override
      public boolean has(Report report, PublishedScore score) {
        return ids.contains(score.competency());
      }
    }
  }

  /// What one competency has to pass.
  sealed interface Test {
    /// What was measured, if it is passed.
    Optional<Measured> passed(Report report, PublishedScore score);

    /// What is measured.
    String text();

    /// A quantity against a limit.
    record Limited(Quantity quantity, Limit limit) implements Test {
      @Override
      public Optional<Measured> passed(Report report, PublishedScore score) {
        return quantity.of(report, score).filter(measured -> isKept(measured.range(), report));
      }

      private boolean isKept(Range range, Report report) {
        return switch (quantity) {
          case Quantity.Level _ -> limit.holdsForLevel(range, report.scale());
          case Quantity.Difference _, Quantity.Apart _, Quantity.FromTheRest _ ->
              limit.holdsForDistance(range, report.scale());
        };
      }

      @Override
      public String text() {
        return quantity.text();
      }
    }

    /// What the report calls the gap between self and others.
    record Reads(Gap.Reading reading) implements Test {
      private static final Quantity GAP =
          new Quantity.Difference(new Quantity.Group("self"), new Quantity.Others());

      @Override
      public Optional<Measured> passed(Report report, PublishedScore score) {
        return report.reading(score) == reading ? GAP.of(report, score) : Optional.empty();
      }

      @Override
      public String text() {
        return GAP.text();
      }
    }

    /// What the report may call a strength.
    record Strength() implements Test {
      private static final Quantity OTHERS = new Quantity.Others();

      @Override
      public Optional<Measured> passed(Report report, PublishedScore score) {
        return report.mayBeStrength(score) ? OTHERS.of(report, score) : Optional.empty();
      }

      @Override
      public String text() {
        return OTHERS.text();
      }
    }
  }

  /// How far the mean of the competencies about the one lies above that of those about the other;
  /// at least two of each are shown.
  record WhatAndHow(About above, Limit limit) implements Condition {
    private static final int LEAST = 2;

    @Override
    public Optional<List<Fact>> facts(Report report) {
      About below = above == About.WHAT ? About.HOW : About.WHAT;
      List<Range> higher = others(report, above);
      List<Range> lower = others(report, below);
      if (higher.size() < LEAST || lower.size() < LEAST) {
        return Optional.empty();
      }
      Range high = Range.mean(higher);
      Range low = Range.mean(lower);
      return limit.holdsForDistance(high.minus(low), report.scale())
          ? Optional.of(
              List.of(
                  new Fact.Across(above.code(), higher.size(), high),
                  new Fact.Across(below.code(), lower.size(), low)))
          : Optional.empty();
    }

    private static List<Range> others(Report report, About about) {
      return report.shown().stream()
          .filter(score -> report.isAbout(score, about))
          .flatMap(score -> report.others(score).stream())
          .map(Measured::range)
          .collect(Collectors.toList());
    }
  }

  /// How much is there. What is withheld is a share in per cent, and all of it in an empty report.
  record Counts(Counted counted, Limit limit) implements Condition {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public Optional<List<Fact>> facts(Report report) {
      int all = report.published().scores().size();
      BigDecimal count =
          switch (counted) {
            case SHOWN -> BigDecimal.valueOf(report.shown().size());
            case WITHHELD -> share(report.withheld(), all);
            case COMMENTS -> BigDecimal.valueOf(report.comments());
          };
      return limit.holdsForCount(count)
          ? Optional.of(List.of(fact(report, all)))
          : Optional.empty();
    }

    private static BigDecimal share(int withheld, int all) {
      return all == 0
          ? HUNDRED
          : BigDecimal.valueOf(withheld)
              .multiply(HUNDRED)
              .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
    }

    private Fact fact(Report report, int all) {
      return switch (counted) {
        case SHOWN -> new Fact.Count(counted, report.shown().size(), all);
        case WITHHELD -> new Fact.Count(counted, report.withheld(), all);
        case COMMENTS -> new Fact.Count(counted, report.comments(), report.comments());
      };
    }
  }

  /// No other pattern holds, which [Guide] sees to.
  record NothingElse() implements Condition {
    @Override
    public Optional<List<Fact>> facts(Report report) {
      return Optional.of(List.of());
    }
  }
}
