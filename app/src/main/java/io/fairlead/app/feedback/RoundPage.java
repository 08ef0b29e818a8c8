package io.fairlead.app.feedback;

import io.fairlead.app.feedback.Subject.Nominations;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.methods.disclosure.RoundPrecision;
import io.fairlead.methods.framework.FeedbackDefaults.Escrow;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.raters.RaterSpread;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the pages of rounds show.
public final class RoundPage {
  private RoundPage() {}

  /// Everything about feedback that is the viewer's.
  ///
  /// @param given what the viewer is asked
  /// @param choosing whose raters wait for the viewer, with their round
  /// @param reports that the viewer may read, the latest first
  public record Home(
      List<Answering.Given> given,
      List<Waiting> choosing,
      List<ReportHead> reports,
      List<Round> rounds,
      boolean mayDefine) {

    /// What to answer next; null where all is handed in.
    public Answering.@Nullable Given next() {
      return given.stream().filter(each -> !each.handedIn()).findFirst().orElse(null);
    }
  }

  /// @param own whether it is about the viewer
  public record Waiting(Subject subject, Round round, boolean own) {}

  /// A round as it stands.
  ///
  /// @param promise in the words that raters read
  /// @param never what is never done with it
  /// @param concerns where threats and misconduct go
  /// @param leftOut what is not worked out in it, in a sentence; null where all is
  /// @param obstacles to a launch, in sentences
  /// @param counts of reviewees by how far the choice of raters is; empty for those who may not
  ///   read counts
  /// @param plan what opening now would ask of people, in sentences
  /// @param declined why people would rather not answer, in a sentence; null below five
  /// @param hindrance what keeps it from going on, shown to those who run it
  /// @param mayReadEscrow whether the viewer can look at what was asked of its escrow
  /// @param band how far it is, in a sentence; null where none was counted
  /// @param spread null below thirty raters and reviewees
  /// @param effects how raters used the scale; empty below thirty
  /// @param followUp null unless it is one
  /// @param teams null unless it is about teams
  public record Shown(
      Round round,
      Instrument questions,
      int people,
      double sheetMinutes,
      List<String> promise,
      List<String> never,
      String concerns,
      @Nullable String leftOut,
      List<String> obstacles,
      Map<Nominations, Integer> counts,
      List<String> plan,
      List<Subject> subjects,
      @Nullable Hindrance hindrance,
      boolean mayReadEscrow,
      @Nullable String band,
      @Nullable String declined,
      @Nullable Double minutesTaken,
      Map<String, RoundPrecision> precision,
      @Nullable RaterSpread spread,
      RoundEffects effects,
      @Nullable FollowUp followUp,
      @Nullable TeamsShown teams,
      SeenBy seenBy,
      FormState form,
      String key) {

    /// Whose raters nobody settled yet; of those who may not read counts none.
    public int unsettled() {
      return counts.getOrDefault(Nominations.OPEN, 0)
          + counts.getOrDefault(Nominations.HANDED_IN, 0);
    }

    public String nameOf(String competency) {
      var found = questions.competencies().get(competency);
      return found == null ? competency : found.name().in("en");
    }
  }

  /// What a round about teams shows instead of people.
  ///
  /// @param teams with how many are asked; empty for those who may not read counts
  /// @param small teams that have fewer members than figures need
  /// @param spread where the middle half of the teams lies; null for those who may not read counts
  public record TeamsShown(
      List<AskedTeam> teams, int small, @Nullable Map<String, ReportSpan> spread) {}

  /// @param followed null where the viewer cannot see it
  public record FollowUp(@Nullable Round followed, FollowUpReach reach) {}

  /// What a follow-up is set up with.
  ///
  /// @param own whether it is about the viewer, who chooses its days alone
  /// @param people about how many
  public record FollowUpForm(
      Round followed,
      boolean own,
      int people,
      String action,
      String back,
      String backTo,
      List<String> promise,
      List<Option> instruments,
      FormState form,
      String key) {}

  /// The aid, and the form below it once a purpose stands.
  ///
  /// @param id null for a new one
  /// @param advice what the four answers come to; null before they are given
  /// @param objectives titles of those that the viewer may see
  /// @param steward whom the framework names, where that is nobody's name; else null
  /// @param escrow which rounds have one, as the framework says
  /// @param planned names of the rounds that the framework plans
  public record Form(
      @Nullable UUID id,
      @Nullable Long version,
      String key,
      FormState form,
      FormState aid,
      @Nullable String advice,
      List<String> never,
      boolean ready,
      List<Option> instruments,
      List<Option> lessons,
      List<Unit> units,
      List<String> objectives,
      List<LeftOut> indicators,
      @Nullable String steward,
      Escrow.Use escrow,
      SeenBy seenBy,
      List<Option> planned) {
    /// Whether something of an escrow was written.
    public boolean hasEscrow() {
      return Stream.of("escrow.first", "escrow.firstKey", "escrow.second", "escrow.secondKey")
          .anyMatch(field -> !form.value(field).isEmpty());
    }

    /// Whether an escrow can be written, or one that is there be taken out.
    public boolean offersEscrow() {
      return escrow != Escrow.Use.NONE || hasEscrow();
    }

    public boolean needsEscrow() {
      return escrow == Escrow.Use.REQUIRED;
    }
  }

  /// Something that a round may leave out.
  public record LeftOut(String code, String name, boolean chosen) {}

  public record Unit(UUID id, String name, boolean chosen) {}

  /// Who is asked about somebody.
  ///
  /// @param named who rates by name, in sentences; empty where nobody does
  /// @param groups of the others, in the order of the release rule
  /// @param remindFrom the first day on which the viewer may remind them all; null for never
  public record Raters(
      Subject subject,
      Round round,
      boolean own,
      String named,
      List<Group> groups,
      List<Suggested> suggestions,
      List<Option> relationships,
      @Nullable LocalDate remindFrom,
      SeenBy seenBy,
      FormState form,
      String key) {
    public boolean isChoosing() {
      return round.state() == RoundState.NOMINATING;
    }

    public boolean mayChange() {
      return isChoosing()
          && !round.terms().isFollowUp()
          && (own ? subject.nominations() == Nominations.OPEN : subject.maySettle());
    }
  }

  /// @param standing how many there are against how many there should be, and what opens the group
  public record Group(String code, String name, String standing, List<Rater> raters) {}

  public record Suggested(UUID person, String name, int ties) {}
}
