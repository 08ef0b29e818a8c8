package io.fairlead.app.feedback;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.framework.FeedbackDefaults;
import io.fairlead.methods.framework.FeedbackDefaults.Opening;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.lessons.ShippedLessons;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes terms of what somebody wrote, or says all that is wrong with it.
final class RoundReading {
  private static final int NOMINATING_DAYS = 7;
  private static final int ANSWERING_DAYS = 21;
  private static final int MOST_DAYS = 400;
  private static final int NAME = 100;
  private static final int NOTE = 4_000;
  private static final int CONCERNS = 300;
  private static final int MOST_RATERS = 50;
  private static final int MOST_MINUTES = 1_000;
  private static final int MOST_WAIT = 30;

  /// Of each reviewee, where nothing else is said.
  static final int PEERS = 5;

  static final int REPORTS = 5;

  private final Function<String, Optional<Instrument>> instruments;
  private final LocalDate today;
  private final FeedbackDefaults usual;
  private final List<Reason> wrong = new ArrayList<>();

  /// @param usual what the framework says of rounds; it stands wherever the input says nothing
  RoundReading(
      Function<String, Optional<Instrument>> instruments, LocalDate today, FeedbackDefaults usual) {
    this.usual = usual;
    this.instruments = instruments;
    this.today = today;
  }

  Outcome<RoundTerms> read(RoundInput input, UUID writer) {
    String name = text(input.name(), "name", NAME);
    if (name.isEmpty()) {
      wrong.add(Reason.invalid("name", "feedback.name-missing"));
    }
    Purpose purpose = code(input.purpose(), "purpose", Purpose.DEVELOPMENT, Purpose::find);
    String note = text(input.validationNote(), "validationNote", NOTE);
    String instrument = input.instrument() == null ? "" : input.instrument().strip();
    Optional<Instrument> found = instruments.apply(instrument);
    if (found.isEmpty()) {
      wrong.add(Reason.invalid("instrument", "feedback.no-instrument"));
    }
    LocalDate nominateBy = or(input.nominateBy(), today.plusDays(NOMINATING_DAYS));
    LocalDate opens = or(input.opens(), nominateBy.plusDays(1));
    LocalDate closes = or(input.closes(), opens.plusDays(ANSWERING_DAYS));
    days(nominateBy, opens, closes);
    RoundKind kind = code(input.kind(), "kind", RoundKind.FULL_CIRCLE, RoundKind::find);
    RoundTerms terms =
        new RoundTerms(
            kind,
            name,
            purpose,
            or(input.owner(), writer),
            note,
            instrument,
            or(input.numeric(), usual.numeric()),
            or(input.comments(), usual.comments()),
            or(input.width(), usual.width()),
            or(input.colluders(), usual.colluders()),
            code(input.unit(), "unit", usual.unit(), RoundReading::unit),
            code(input.audience(), "audience", audience(kind, usual.audience()), Audience::find),
            input.steward(),
            concerns(input.concerns()),
            lesson(input.lesson()),
            or(input.self(), true),
            or(input.manager(), true),
            within(input.peers(), "peers", PEERS, MOST_RATERS),
            within(input.reports(), "reports", REPORTS, MOST_RATERS),
            within(input.others(), "others", 0, MOST_RATERS),
            within(input.budget(), "budget", usual.budget(), MOST_MINUTES),
            nominateBy,
            opens,
            closes,
            null,
            new Opening(
                or(input.reportsAtDebrief(), usual.opens().debrief()),
                within(input.reportsAfter(), "reportsAfter", usual.opens().after(), MOST_WAIT)),
            without(input.without()),
            Set.of(),
            new EscrowReading(usual.escrow(), wrong).read(input.escrow()));
    if (terms.kind() == RoundKind.FOLLOW_UP) {
      wrong.add(Reason.invalid("kind", "feedback.follow-up-of-a-round"));
    }
    if (terms.isOfTeams()) {
      team(terms);
    } else if (kind == RoundKind.PULSE) {
      wrong.add(Reason.invalid("audience", "feedback.pulse-of-teams"));
    } else if (terms.peers() == 0 && terms.reports() == 0 && terms.others() == 0) {
      wrong.add(Reason.invalid("peers", "feedback.asks-nobody"));
    }
    if (Population.reviewees(input.reviewees()).isEmpty()) {
      wrong.add(Reason.invalid("reviewees", "feedback.unknown-choice"));
    }
    found.ifPresent(questions -> promise(terms, questions));
    return wrong.isEmpty() ? Outcome.done(terms) : Outcome.refused(wrong);
  }

  /// A team is not judged, and whoever reads inside it knows one answer already.
  private void team(RoundTerms terms) {
    if (terms.kind() != RoundKind.PULSE && terms.kind() != RoundKind.PROJECT) {
      wrong.add(Reason.invalid("audience", "feedback.teams-in-pulses"));
    }
    if (terms.purpose() == Purpose.EVALUATION) {
      wrong.add(Reason.invalid("purpose", "feedback.team-develops"));
    }
    if (terms.audience() == Audience.TEAM && terms.colluders() < 1) {
      wrong.add(Reason.invalid("colluders", "feedback.team-reads"));
    }
  }

  private static Audience audience(RoundKind kind, FeedbackDefaults.Audience usual) {
    if (kind == RoundKind.PULSE) {
      return Audience.LEAD;
    }
    return switch (usual) {
      case REVIEWEE -> Audience.REVIEWEE;
      case REVIEWEE_AND_MANAGER -> Audience.REVIEWEE_AND_MANAGER;
    };
  }

  private static Optional<ReleaseUnit> unit(String code) {
    return switch (code) {
      case "competency" -> Optional.of(ReleaseUnit.COMPETENCY);
      case "item" -> Optional.of(ReleaseUnit.ITEM);
      default -> Optional.empty();
    };
  }

  /// What the release rule needs to keep its promise.
  private void promise(RoundTerms terms, Instrument questions) {
    if (terms.colluders() < 0 || terms.colluders() > 2) {
      wrong.add(Reason.invalid("colluders", "feedback.colluders"));
      return;
    }
    if (terms.width() < 1 || terms.width() >= questions.points() - 1) {
      wrong.add(Reason.invalid("width", "feedback.width", questions.points() - 2));
      return;
    }
    ReleasePolicy policy = terms.policy(questions.points());
    if (terms.numeric() < policy.leastThreshold() || terms.numeric() > MOST_RATERS) {
      wrong.add(
          Reason.invalid("numeric", "feedback.threshold", policy.leastThreshold(), MOST_RATERS));
    }
    if (terms.comments() < policy.leastComments() || terms.comments() > MOST_RATERS) {
      wrong.add(
          Reason.invalid("comments", "feedback.threshold", policy.leastComments(), MOST_RATERS));
    }
  }

  private void days(LocalDate nominateBy, LocalDate opens, LocalDate closes) {
    if (opens.isBefore(nominateBy)) {
      wrong.add(Reason.invalid("opens", "feedback.opens-before-nominated"));
    }
    if (!closes.isAfter(opens)) {
      wrong.add(Reason.invalid("closes", "feedback.closes-before-opens"));
    }
    if (closes.isAfter(today.plusDays(MOST_DAYS))) {
      wrong.add(Reason.invalid("closes", "feedback.closes-far", MOST_DAYS));
    }
  }

  private @Nullable String lesson(@Nullable String id) {
    if (id == null || id.isBlank()) {
      return null;
    }
    if (ShippedLessons.find(id).isEmpty()) {
      wrong.add(Reason.invalid("lesson", "feedback.no-lesson"));
    }
    return id;
  }

  private Set<FeedbackIndicator> without(@Nullable Set<String> codes) {
    if (codes == null) {
      return usual.without();
    }
    Set<FeedbackIndicator> found = EnumSet.noneOf(FeedbackIndicator.class);
    for (String code : codes) {
      FeedbackIndicator.find(code)
          .ifPresentOrElse(
              found::add, () -> wrong.add(Reason.invalid("without", "feedback.unknown-choice")));
    }
    return found;
  }

  /// In one line, as it stands in the promise.
  private String concerns(@Nullable String given) {
    String said = given == null ? usual.concerns().orElse("") : given;
    return text(said.replaceAll("[\\s\\p{Z}]+", " "), "concerns", CONCERNS);
  }

  /// With the ends of lines that a browser sends written as everybody else writes them.
  private String text(@Nullable String given, String field, int longest) {
    String text = given == null ? "" : given.strip().replace("\r\n", "\n");
    if (text.length() > longest || text.indexOf('\0') >= 0) {
      wrong.add(Reason.invalid(field, "feedback.too-long", longest));
    }
    return text;
  }

  private int within(@Nullable Integer given, String field, int usual, int most) {
    int number = or(given, usual);
    if (number < 0 || number > most) {
      wrong.add(Reason.invalid(field, "feedback.between", 0, most));
    }
    return number;
  }

  private <T> T code(
      @Nullable String given, String field, T usual, Function<String, Optional<T>> find) {
    if (given == null || given.isBlank()) {
      return usual;
    }
    Optional<T> found = find.apply(given.strip().toLowerCase(Locale.ROOT));
    if (found.isEmpty()) {
      wrong.add(Reason.invalid(field, "feedback.unknown-choice"));
    }
    return found.orElse(usual);
  }

  private static <T> T or(@Nullable T given, T usual) {
    return given == null ? usual : given;
  }
}
