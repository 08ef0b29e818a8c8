package io.fairlead.methods.framework;

import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.disclosure.Scale;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which rounds of 360° feedback an organisation runs, and how what they publish is protected. A
/// round copies all of it when it is launched, and keeps the copy.
///
/// @param rounds in the order of the document; none for an organisation that runs none
/// @param numeric answers that a block of ratings needs
/// @param comments answers that a block of comments needs
/// @param width w: nobody's rating can be told closer than w + 1 neighbouring points
/// @param colluders c: while no more than so many of a group tell what they gave
/// @param budget minutes that a round may take of a rater
/// @param steward who reads comments before they are shown, as raters are told; empty for nobody
/// @param concerns whom to turn to with threats and misconduct, which feedback does not settle;
///   empty where nobody is named
/// @param without what is not worked out
/// @param escrow whether who wrote a comment may be laid down for two custodians
public record FeedbackDefaults(
    List<FeedbackRound> rounds,
    int numeric,
    int comments,
    int width,
    int colluders,
    ReleaseUnit unit,
    Audience audience,
    int budget,
    Optional<String> steward,
    Optional<String> concerns,
    Opening opens,
    Set<FeedbackIndicator> without,
    Escrow escrow) {
  public FeedbackDefaults {
    rounds = List.copyOf(rounds);
    without = Set.copyOf(without);
  }

  /// Who reads a report.
  public enum Audience {
    REVIEWEE,
    REVIEWEE_AND_MANAGER
  }

  /// When a reviewee can read their report: as soon as a debrief is booked, if it may be, and after
  /// so many working days in any case.
  ///
  /// @param debrief whether booking a debrief opens it
  /// @param after working days from the release
  public record Opening(boolean debrief, int after) {
    /// As soon as a debrief is booked, after five working days in any case.
    public static final Opening USUAL = new Opening(true, 5);
  }

  /// Whether rounds have an escrow. A round names its custodians and their keys itself, since a key
  /// is made for one round.
  ///
  /// @param rounds which rounds have one
  /// @param days after the close, where a round says nothing else
  public record Escrow(Use rounds, int days) {
    /// A round may have one, for 90 days.
    public static final Escrow USUAL = new Escrow(Use.OFFERED, 90);

    public static final int MOST_DAYS = 365;

    public enum Use {
      /// No round has one.
      NONE,
      /// Whoever sets up a round decides.
      OFFERED,
      /// No round is launched without, but follow-ups, which take none over.
      REQUIRED
    }
  }

  /// What a round with this scale is launched with.
  public ReleasePolicy policy(Scale scale) {
    return new ReleasePolicy(
        scale, numeric, comments, width, colluders, unit, ReleasePolicy.USUAL_GROUPS);
  }
}
