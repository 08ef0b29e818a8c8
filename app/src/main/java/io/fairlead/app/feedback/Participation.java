package io.fairlead.app.feedback;

import io.fairlead.app.disclosure.Sheets;
import io.fairlead.app.people.People;
import io.fairlead.methods.framework.FeedbackIndicator;
import java.sql.Date;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far a round is: in five bands, of a whole round alone, counted a few times a day. A number,
/// or a band of one reviewee, would tell who answered to anybody who looks twice.
@Component
class Participation {
  /// Below so many raters even a band would tell.
  private static final int LEAST = 10;

  /// A round about fewer people or teams is no whole: its band would be one of theirs.
  static final int FEWEST_SUBJECTS = 5;

  private final JdbcClient database;
  private final RoundStore rounds;
  private final RaterStore raters;
  private final Sheets sheets;
  private final People people;

  Participation(
      JdbcClient database, RoundStore rounds, RaterStore raters, Sheets sheets, People people) {
    this.database = database;
    this.rounds = rounds;
    this.raters = raters;
    this.sheets = sheets;
    this.people = people;
  }

  /// Up to a fifth, two fifths and so on; the ends are no bands of their own.
  enum Band {
    FEW,
    SOME,
    HALF,
    MANY,
    MOST;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Band of(int written, int asked) {
      return values()[Math.clamp((long) (5.0 * written / asked), 0, 4)];
    }
  }

  /// The last band that was counted; empty for rounds that are too small or have just begun.
  Optional<Band> of(UUID round) {
    return database
        .sql("select band from feedback_participation where round = :round")
        .param("round", round)
        .query((row, _) -> Band.valueOf(row.getString("band").toUpperCase(Locale.ROOT)))
        .optional();
  }

  /// The slips of one subject; several of a guest whose address was corrected.
  private static Collection<List<UUID>> ofEachRater(Map<UUID, RoundWork.Asked> asked) {
    return asked.keySet().stream()
        .collect(Collectors.groupingBy(slip -> Objects.requireNonNull(asked.get(slip)).known()))
        .values();
  }

  /// How many raters wrote something, with whichever link.
  private int written(UUID round, List<List<UUID>> slips) {
    Map<Boolean, List<List<UUID>>> several =
        slips.stream().collect(Collectors.partitioningBy(each -> each.size() > 1));
    List<List<UUID>> single = Objects.requireNonNull(several.get(false));
    long corrected =
        Objects.requireNonNull(several.get(true)).stream()
            .filter(each -> sheets.written(round, each) > 0)
            .count();
    return sheets.written(round, single.stream().map(List::getFirst).toList()) + (int) corrected;
  }

  /// Of every round that takes answers.
  void count() {
    for (Round round : rounds.in(RoundState.ANSWERING)) {
      Map<UUID, Map<UUID, RoundWork.Asked>> asked = raters.asked(round.id());
      List<List<UUID>> slips =
          asked.values().stream()
              .map(Participation::ofEachRater)
              .flatMap(Collection::stream)
              .toList();
      if (slips.size() >= LEAST
          && asked.size() >= FEWEST_SUBJECTS
          && round.terms().has(FeedbackIndicator.PARTICIPATION)) {
        Band band = Band.of(written(round.id(), slips), slips.size());
        database
            .sql(
                """
                insert into feedback_participation (round, band, counted_on) values (:round, :band, :day)
                on conflict (round) do update set band = excluded.band, counted_on = excluded.counted_on
                """)
            .param("round", round.id())
            .param("band", band.code())
            .param("day", Date.valueOf(people.today()))
            .update();
      }
    }
  }
}
