package io.fairlead.app.cycles;

import io.fairlead.app.cycles.Pilots.Compared;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.methods.framework.Cadence;
import io.fairlead.methods.framework.Effect;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the pages of pilots show.
public final class PilotPage {
  private PilotPage() {}

  /// A unit or team that can be chosen.
  public record Offered(UUID id, String name, boolean chosen) {}

  /// The step before a pilot begins.
  ///
  /// @param version of the framework that was in force when the document was begun
  /// @param form what was typed, and why it was refused
  /// @param endings the days on which it could end
  /// @param counted who would be in it, as a sentence
  /// @param staying what of theirs stays, as a sentence
  /// @param tried what would be different for them
  /// @param waiting what waits until the framework is in force for everybody
  /// @param made the cycles it would have
  public record Begin(
      String document,
      int version,
      String draft,
      String saved,
      String key,
      FormState form,
      List<Offered> units,
      List<Offered> teams,
      List<Option> endings,
      String counted,
      String staying,
      List<Effect> tried,
      List<Effect> waiting,
      List<Cadence.Cycle> made) {}

  /// One pilot.
  ///
  /// @param said its days and who is in it, in sentences
  /// @param places the units and teams it is for
  /// @param named the single people who are in it, for those who may know
  /// @param difference from what is in force
  /// @param compared null where it cannot be
  /// @param form of its ending; null for who may not end it, and once it has ended
  /// @param version of the framework in force
  public record Shown(
      Pilot pilot,
      List<String> said,
      boolean mine,
      List<String> places,
      List<String> named,
      List<Effect> difference,
      @Nullable Compared compared,
      SeenBy comparedSeenBy,
      @Nullable FormState form,
      int version,
      String key) {}
}
