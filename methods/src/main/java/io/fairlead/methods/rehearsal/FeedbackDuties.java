package io.fairlead.methods.rehearsal;

import io.fairlead.methods.framework.Cadence.Window;
import io.fairlead.methods.framework.FeedbackDefaults.Audience;
import io.fairlead.methods.framework.FeedbackRound;
import io.fairlead.methods.framework.FeedbackRound.Dates;
import io.fairlead.methods.framework.Framework;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.instruments.ShippedInstruments;
import io.fairlead.methods.lessons.Lesson;
import io.fairlead.methods.lessons.ShippedLessons;
import io.fairlead.methods.rehearsal.Reviewed.Spent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What rounds of feedback ask: to nominate raters and approve them, to do the lesson before a
/// round, to answer, and to talk reports through in the two weeks after. All who are asked are
/// counted as if they answered.
///
/// Who is rated answers about as many peers as each of them was given; colleagues of other
/// functions are shared out over everybody; raters from outside take nobody's minutes here.
/// Managers answer about each report who is rated, and hold the debrief where they may read the
/// report.
public final class FeedbackDuties implements DutySource {
  public static final String NOMINATING = "nominating";
  public static final String APPROVING = "approving";
  public static final String LESSON = "lesson";
  public static final String ANSWERING = "answering";
  public static final String DEBRIEF = "debrief";

  /// Longer than the longest windows together.
  private static final int MONTHS_BACK = 6;

  private static final int DAYS_TO_DEBRIEF = 14;

  private final FeedbackAssumptions each;
  private final Function<String, Optional<Instrument>> instruments;

  private FeedbackDuties(
      FeedbackAssumptions each, Function<String, Optional<Instrument>> instruments) {
    this.each = each;
    this.instruments = instruments;
  }

  /// With the instruments that come with Fairlead.
  public static FeedbackDuties usual() {
    return with(FeedbackAssumptions.USUAL, ShippedInstruments::find);
  }

  /// @param instruments by id, those of the organisation's own among them
  public static FeedbackDuties with(
      FeedbackAssumptions assumptions, Function<String, Optional<Instrument>> instruments) {
    return new FeedbackDuties(assumptions, instruments);
  }

  public FeedbackAssumptions assumptions() {
    return each;
  }

  @Override
  public List<Duty> duties(Framework framework, Staff staff, Window span) {
    List<Duty> duties = new ArrayList<>();
    Set<String> lessons = new HashSet<>();
    Window beginning = new Window(span.opens().minusMonths(MONTHS_BACK), span.closes());
    for (FeedbackRound round : framework.feedback().rounds()) {
      Reviewed reviewed = new Reviewed(staff, round.reviewees());
      for (Dates dates : round.beginning(beginning)) {
        if (round.unnamed() > 0) {
          duties.add(
              new Duty(NOMINATING, dates.nominating(), reviewed.each(each.minutesToNominate()), 0));
          duties.add(duty(APPROVING, dates.nominating(), reviewed.led(each.minutesToApprove())));
        }
        Duty answering = answering(round, dates.answering(), staff, reviewed);
        duties.add(answering);
        round
            .lesson()
            .filter(_ -> dates.answering().overlaps(span))
            .filter(lessons::add)
            .flatMap(ShippedLessons::find)
            .ifPresent(lesson -> duties.add(lesson(lesson, answering)));
        duties.addAll(debrief(framework, dates, reviewed));
      }
    }
    return duties.stream().filter(duty -> duty.during().overlaps(span)).toList();
  }

  private Duty answering(FeedbackRound round, Window during, Staff staff, Reviewed reviewed) {
    double minutes = round.minutesForOne(instruments);
    int others = staff.people() - 1;
    int peers = Math.min(others, round.raters(Relationship.PEER));
    int acrossFunctions = Math.min(others, round.raters(Relationship.CROSSFUNCTIONAL));
    Map<Role, Double> own = new EnumMap<>(Role.class);
    add(own, reviewed.each(minutes * (round.raters(Relationship.SELF) + peers)));
    add(own, reviewed.above(minutes, round.raters(Relationship.REPORT)));
    for (Role role : Role.values()) {
      add(own, Map.of(role, minutes * acrossFunctions * reviewed.people() / staff.people()));
    }
    Spent led = reviewed.led(minutes * round.raters(Relationship.MANAGER));
    add(own, led.own());
    return new Duty(ANSWERING, during, own, led.perReport());
  }

  private static void add(Map<Role, Double> own, Map<Role, Double> more) {
    more.forEach((role, minutes) -> own.merge(role, minutes, Double::sum));
  }

  /// Once for whoever answers anything.
  private static Duty lesson(Lesson lesson, Duty answering) {
    Map<Role, Double> own = new EnumMap<>(Role.class);
    answering.own().forEach((role, minutes) -> own.put(role, minutes > 0 ? lesson.minutes() : 0));
    return new Duty(LESSON, answering.during(), own, 0);
  }

  private List<Duty> debrief(Framework framework, Dates dates, Reviewed reviewed) {
    Window after =
        new Window(
            dates.answering().closes().plusDays(1),
            dates.answering().closes().plusDays(DAYS_TO_DEBRIEF));
    List<Duty> duties = new ArrayList<>();
    duties.add(
        new Duty(DEBRIEF, after, reviewed.each(each.minutesToRead() + each.minutesToTalk()), 0));
    if (framework.feedback().audience() == Audience.REVIEWEE_AND_MANAGER) {
      duties.add(
          duty(DEBRIEF, after, reviewed.led(each.minutesToPrepare() + each.minutesToTalk())));
    }
    return duties;
  }

  private static Duty duty(String code, Window during, Spent spent) {
    return new Duty(code, during, spent.own(), spent.perReport());
  }
}
