package io.fairlead.app.feedback;

import io.fairlead.app.disclosure.Kept;
import io.fairlead.app.disclosure.Sheets;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.OrganisationSettings;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Relationship;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Lets made-up people answer, for the demo company alone.
@Component
public class DemoRounds {
  private final RoundStore rounds;
  private final RaterStore raters;
  private final Rounds launching;
  private final RoundClosing closing;
  private final PublishedStore published;
  private final Participation participation;
  private final Debriefs debriefs;
  private final FollowUps followUps;
  private final SubjectStore subjects;
  private final Sheets sheets;
  private final OrganisationSettings settings;
  private final Clock clock;
  private final JsonMapper json;

  DemoRounds(
      RoundStore rounds,
      RaterStore raters,
      Rounds launching,
      RoundClosing closing,
      PublishedStore published,
      Participation participation,
      Debriefs debriefs,
      FollowUps followUps,
      SubjectStore subjects,
      Sheets sheets,
      OrganisationSettings settings,
      Clock clock,
      JsonMapper json) {
    this.rounds = rounds;
    this.raters = raters;
    this.launching = launching;
    this.closing = closing;
    this.published = published;
    this.participation = participation;
    this.debriefs = debriefs;
    this.followUps = followUps;
    this.subjects = subjects;
    this.sheets = sheets;
    this.settings = settings;
    this.clock = clock;
    this.json = json;
  }

  /// Somebody made up who is asked about somebody made up.
  public record Asked(UUID subject, UUID rater, Relationship relationship, Instrument questions) {}

  /// What they write; nothing where they do not get to it.
  public interface Writer {
    Optional<AnswerSheet> write(Asked asked);
  }

  /// Launches a round in the morning of the viewer's day, which may be long ago.
  public void launch(Viewer viewer, UUID round) {
    LocalDate day = viewer.today();
    Instant morning = day.atTime(9, 0).atZone(settings.organisation().zone()).toInstant();
    Instant now = clock.instant();
    launching
        .launched(rounds.find(round).orElseThrow(), day, morning.isAfter(now) ? now : morning)
        .orThrow();
  }

  public void answer(UUID round, Writer writer) {
    Instrument questions = rounds.questions(round).orElseThrow();
    for (Map.Entry<UUID, Map<UUID, RoundWork.Asked>> subject : raters.asked(round).entrySet()) {
      subject
          .getValue()
          .forEach((slip, rater) ->
              writer
                  .write(
                      new Asked(subject.getKey(), rater.known(), rater.relationship(), questions))
                  .ifPresent(sheet -> keep(round, slip, sheet)));
    }
    participation.count();
  }

  private void keep(UUID round, UUID slip, AnswerSheet sheet) {
    Kept kept = sheets.keep(round, slip, 0, json.writeValueAsBytes(sheet));
    if (!(kept instanceof Kept.Saved)) {
      throw new IllegalStateException("a made-up answer could not be kept: " + kept);
    }
  }

  /// Seals what is over, once the demo's own transaction has ended; as if it had been done on the
  /// day after each round's last.
  public void close() {
    closing.closeDue();
    published.madeAfterTheLastDay();
  }

  /// That the reviewee books a talk about their report.
  public void book(Viewer reviewee, UUID round, LocalDateTime at, UUID with) {
    subjects.of(round).stream()
        .filter(subject -> subject.person().equals(reviewee.person()))
        .forEach(subject ->
            debriefs.book(reviewee, subject.id(), new DebriefInput(at, with), null).orThrow());
  }

  /// That a reviewee whose report is open has those asked again who were asked about them.
  public void askAgain(Viewer reviewee, UUID round, String name) {
    subjects.of(round).stream()
        .filter(subject -> subject.person().equals(reviewee.person()))
        .forEach(subject ->
            followUps
                .ask(
                    reviewee,
                    subject.id(),
                    new FollowUpInput(null, null, null, null, null),
                    name,
                    null)
                .orThrow());
  }
}
