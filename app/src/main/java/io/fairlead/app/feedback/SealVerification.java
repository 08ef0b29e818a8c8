package io.fairlead.app.feedback;

import io.fairlead.app.disclosure.Remains;
import io.fairlead.methods.disclosure.BlockRule;
import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.Published;
import io.fairlead.methods.disclosure.PublishedScore;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.disclosure.Scale;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Looks whether a closed round is sealed as it was promised, and whether its reports say what is
/// left of its answers. Needs two connections and nothing else, so that the command line runs it
/// beside a server or without one.
public final class SealVerification {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Connection application;
  private final Connection reader;
  private final UUID round;
  private final List<String> wrong = new ArrayList<>();
  private final List<String> gone = new ArrayList<>();

  private SealVerification(Connection application, Connection reader, UUID round) {
    this.application = application;
    this.reader = reader;
    this.round = round;
  }

  /// What was found.
  ///
  /// @param state of the sealed round: `open`, `closing` or `sealed`
  /// @param reports that were made
  /// @param figures of groups that were computed again from what is left of the answers
  /// @param escrowed comments whose writer two custodians can still open together
  /// @param escrowUntil when that ends, or ended; null where the round had no escrow, or nothing to
  ///   put into it
  /// @param wrong in sentences; empty where all is as it was promised
  /// @param gone in sentences, what was let go when its time was over and cannot be looked at
  public record Verdict(
      String state,
      int reports,
      int figures,
      int escrowed,
      @Nullable Instant escrowUntil,
      List<String> wrong,
      List<String> gone) {
    public Verdict {
      wrong = List.copyOf(wrong);
      gone = List.copyOf(gone);
    }

    public boolean holds() {
      return wrong.isEmpty() && state.equals("sealed");
    }
  }

  /// What lies beside the database.
  ///
  /// @param roundKey whether the round's key still lies in the key store
  /// @param escrowKey whether that of its escrow does
  public record Beside(boolean roundKey, boolean escrowKey, Instant now) {}

  /// @return empty where there is no such round
  public static Optional<Verdict> verify(
      Connection application, Connection reader, UUID round, Beside beside) throws SQLException {
    return new SealVerification(application, reader, round).verdict(beside);
  }

  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private void each(Connection connection, String sql, Row then) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, round);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          then.read(row);
        }
      }
    }
  }

  /// The sealed round, and what of it was let go.
  private record Sealed(String state, boolean withoutMembers, boolean withoutAnswers) {}

  private Optional<Verdict> verdict(Beside beside) throws SQLException {
    List<Sealed> found = new ArrayList<>();
    each(
        reader,
        "select state, members_gone, answers_gone from sealed.round where id = ?",
        row ->
            found.add(
                new Sealed(
                    row.getString("state"),
                    row.getBoolean("members_gone"),
                    row.getBoolean("answers_gone"))));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Sealed sealed = found.getFirst();
    if (!sealed.state().equals("sealed")) {
      return Optional.of(new Verdict(sealed.state(), 0, 0, 0, null, wrong, gone));
    }
    if (sealed.withoutAnswers()) {
      gone.add("reports and what they rested on");
    }
    if (sealed.withoutMembers()) {
      gone.add("who was counted together");
    }
    if (beside.roundKey()) {
      wrong.add("the round's key still lies in the key store");
    }
    none(reader, "select count(*) from sealed.sheet where round = ?", "sheets are left");
    none(
        application,
        """
        select count(*) from feedback_rater fr join feedback_subject fs on fs.id = fr.subject
        where fs.round = ? and (fr.slip is not null or fr.earlier_slips <> '{}')
        """,
        "raters still have a slip that names what they wrote");
    none(
        application,
        """
        select count(*) from feedback_guest_link l join feedback_guest g on g.id = l.guest where g.round = ?
        """,
        "links of guests still work");
    int[] counted = figures(sealed);
    Instant until = escrowUntil(beside);
    return Optional.of(
        new Verdict("sealed", counted[0], counted[1], escrowed(), until, wrong, gone));
  }

  private @Nullable Instant escrowUntil(Beside beside) throws SQLException {
    List<Instant> found = new ArrayList<>();
    each(
        reader,
        "select escrow_until from sealed.round where id = ? and escrow_until is not null",
        row -> found.add(row.getTimestamp("escrow_until").toInstant()));
    if (found.isEmpty() || beside.now().isBefore(found.getFirst())) {
      return found.isEmpty() ? null : found.getFirst();
    }
    if (beside.escrowKey()) {
      wrong.add("the round's escrow is over and its key still lies in the key store");
    }
    none(
        reader,
        "select count(*) from sealed.escrow where round = ?",
        "packages of an escrow that is over are left");
    return found.getFirst();
  }

  private int escrowed() throws SQLException {
    int[] packages = new int[1];
    each(
        reader,
        "select count(*) as packages from sealed.escrow where round = ?",
        row -> packages[0] = row.getInt("packages"));
    return packages[0];
  }

  private void none(Connection connection, String sql, String what) throws SQLException {
    each(
        connection,
        sql,
        row -> {
          if (row.getLong(1) > 0) {
            wrong.add("%,d %s".formatted(row.getLong(1), what));
          }
        });
  }

  /// Where a figure comes from.
  private record Place(UUID about, String block, String name) {}

  private int[] figures(Sealed sealed) throws SQLException {
    Map<Place, long[]> sums = new HashMap<>();
    each(
        reader,
        "select subject, block, competency, score from sealed.score where round = ?",
        row -> {
          long[] sum =
              sums.computeIfAbsent(
                  new Place(
                      row.getObject("subject", UUID.class),
                      row.getString("block"),
                      row.getString("competency")),
                  _ -> new long[2]);
          sum[0] += row.getLong("score");
          sum[1]++;
        });
    Map<Place, Integer> members = new HashMap<>();
    each(
        reader,
        "select subject, block, count(*) as people from sealed.member where round = ? group by subject, block",
        row ->
            members.put(
                new Place(row.getObject("subject", UUID.class), row.getString("block"), ""),
                row.getInt("people")));
    int[] counted = new int[2];
    Optional<BlockRule> rule = rule();
    if (rule.isEmpty() && !sealed.withoutAnswers()) {
      wrong.add("the round is gone, and nobody let it go");
    }
    Set<Place> told = new HashSet<>();
    each(
        application,
        """
        select coalesce(fs.person, fs.unit, fs.objective) as about, p.scores from feedback_subject fs join feedback_report p on p.subject = fs.id
        where fs.round = ?
        """,
        row -> {
          counted[0]++;
          UUID about = row.getObject("about", UUID.class);
          Published report = JSON.readValue(row.getString("scores"), Published.class);
          for (PublishedScore score : report.scores()) {
            for (BlockValue value : score.blocks()) {
              if (!value.isNamed()) {
                counted[1]++;
                told.add(compare(rule.orElseThrow(), about, score, value, sums));
                if (!sealed.withoutMembers()) {
                  count(about, value, members);
                }
              }
            }
          }
        });
    if (!told.containsAll(sums.keySet())) {
      wrong.add("scores are left that no report rests on");
    }
    return counted;
  }

  /// Whether the figure is that of a sum of kept means, each of which may be half a part off: they
  /// are exact where at most ten questions were answered.
  static boolean gives(BlockRule rule, long sum, int members, BlockValue value) {
    return members > 0
        && LongStream.of(0, -members, members)
            .mapToObj(off -> rule.told(2 * sum + off, 2L * Remains.PARTS, members))
            .flatMap(Optional::stream)
            .anyMatch(
                told -> told.bound() == value.bound() && told.mean().compareTo(value.mean()) == 0);
  }

  private Place compare(
      BlockRule rule, UUID about, PublishedScore score, BlockValue value, Map<Place, long[]> sums) {
    Place place =
        new Place(about, String.join("+", value.groups()), score.item().orElse(score.competency()));
    long[] sum = sums.getOrDefault(place, new long[2]);
    if (!gives(rule, sum[0], Math.toIntExact(sum[1]), value)) {
      wrong.add("a report's figure for %s is not what its answers give".formatted(place.name()));
    }
    return place;
  }

  private void count(UUID about, BlockValue value, Map<Place, Integer> members) {
    Place place = new Place(about, String.join("+", value.groups()), "");
    if (members.getOrDefault(place, 0) != value.n()) {
      wrong.add("a report's number of raters is not that of the ledger");
    }
  }

  /// Empty where the round is not kept any more.
  private Optional<BlockRule> rule() throws SQLException {
    List<ReleasePolicy> policies = new ArrayList<>();
    each(
        application,
        """
        select numeric_threshold, comment_threshold, width, colluders, unit, (questions ->> 'points')::int as points
        from feedback_round where id = ?
        """,
        row ->
            policies.add(
                new ReleasePolicy(
                    new Scale(1, row.getInt("points")),
                    row.getInt("numeric_threshold"),
                    row.getInt("comment_threshold"),
                    row.getInt("width"),
                    row.getInt("colluders"),
                    ReleaseUnit.valueOf(row.getString("unit").toUpperCase(Locale.ROOT)),
                    ReleasePolicy.USUAL_GROUPS)));
    return policies.stream().findFirst().map(BlockRule::new);
  }
}
