package io.fairlead.methods.rehearsal;

import io.fairlead.methods.assignment.RoundRehearsal;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.framework.FeedbackDefaults;
import io.fairlead.methods.framework.FeedbackRound;
import io.fairlead.methods.framework.Framework;
import io.fairlead.methods.instruments.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// How many reviewees of a round will see each group by itself, before anybody is nominated. Peers
/// and colleagues of other functions may come from anywhere in the organisation, reports are those
/// that somebody has.
///
/// @param round its name
/// @param reviewees how many people are rated
/// @param groups that are asked, in the order in which they are put together
public record RoundCoverage(String round, int reviewees, List<Group> groups) {
  public RoundCoverage {
    groups = List.copyOf(groups);
  }

  /// One group of raters.
  ///
  /// @param reviewees who have anybody in it
  /// @param asked of each of them, at most
  /// @param needed answers for ratings to be shown
  /// @param tooFew share of them who cannot have so many, 0 to 1
  /// @param expected share of them of whom so many answer, where raters answer independently
  /// @param withOneMore that share if one more were asked
  public record Group(
      Relationship relationship,
      int reviewees,
      int asked,
      int needed,
      double tooFew,
      double expected,
      double withOneMore) {}

  /// Of every round that somebody here is rated in, in the order of the document.
  ///
  /// @param response the share of raters who answer, 0 to 1
  public static List<RoundCoverage> of(Framework framework, Staff staff, double response) {
    return framework.feedback().rounds().stream()
        .map(round -> of(framework.feedback(), round, staff, response))
        .filter(coverage -> coverage.reviewees() > 0)
        .toList();
  }

  private static RoundCoverage of(
      FeedbackDefaults feedback, FeedbackRound round, Staff staff, double response) {
    Reviewed reviewed = new Reviewed(staff, round.reviewees());
    int needed =
        feedback.unit() == ReleaseUnit.ITEM
            ? Math.max(feedback.numeric(), ReleaseUnit.LEAST_RATERS)
            : feedback.numeric();
    List<Group> groups = new ArrayList<>();
    for (Relationship group : FeedbackRound.UNNAMED) {
      int[] there = there(group, staff, reviewed).filter(each -> each > 0).toArray();
      if (round.raters(group) > 0 && there.length > 0) {
        groups.add(group(group, round.raters(group), there, needed, response));
      }
    }
    return new RoundCoverage(round.name(), reviewed.people(), groups);
  }

  private static Group group(
      Relationship group, int asked, int[] there, int needed, double response) {
    double[] opens =
        IntStream.rangeClosed(0, asked + 1)
            .mapToDouble(invited -> RoundRehearsal.opens(invited, response, needed))
            .toArray();
    return new Group(
        group,
        there.length,
        asked,
        needed,
        mean(there, each -> Math.min(asked, each) < needed ? 1 : 0),
        mean(there, each -> opens[Math.min(asked, each)]),
        mean(there, each -> opens[Math.min(asked + 1, each)]));
  }

  /// How many there are to ask, of each who is rated.
  private static IntStream there(Relationship group, Staff staff, Reviewed reviewed) {
    return group == Relationship.REPORT
        ? reviewed.reports()
        : IntStream.generate(
                () -> group == Relationship.OTHER ? Integer.MAX_VALUE : staff.people() - 1)
            .limit(reviewed.people());
  }

  private static double mean(int[] there, IntToDoubleFunction share) {
    return IntStream.of(there).mapToDouble(share).average().orElse(0);
  }
}
