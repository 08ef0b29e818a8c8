package io.fairlead.app.talk;

import io.fairlead.app.goals.Objectives;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who follows an objective: whoever owns it, answers for it or stands in for them, whoever said
/// something about it, and whoever asked to. Who says no stays away until they ask again.
@Component
public class Following {
  private final CommentStore comments;
  private final Objectives objectives;
  private final JdbcClient database;
  private final Idempotency idempotency;
  private final Clock clock;

  Following(
      CommentStore comments,
      Objectives objectives,
      JdbcClient database,
      Idempotency idempotency,
      Clock clock) {
    this.comments = comments;
    this.objectives = objectives;
    this.database = database;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /// @param mine whether the viewer follows
  /// @param count how many do
  public record Follow(boolean mine, int count) {}

  /// Empty where the viewer may not read the objective.
  public Optional<Follow> of(Viewer viewer, UUID objective) {
    if (!comments.mayRead(viewer, About.objective(objective))) {
      objectives.find(viewer, objective);
      return Optional.empty();
    }
    return Optional.of(stands(viewer, objective));
  }

  Follow stands(Viewer viewer, UUID objective) {
    return database
        .sql(
            "select "
                + mine("o")
                + " as mine, "
                + count("o")
                + " as count from objective o where o.id = :id")
        .param("viewer", viewer.person())
        .param("id", objective)
        .query((row, _) -> new Follow(row.getBoolean("mine"), row.getInt("count")))
        .single();
  }

  /// Whether `:viewer` follows the objective of this alias.
  static String mine(String alias) {
    return """
    coalesce((select f.follows from follower f where f.objective = %1$s.id and f.person = :viewer),
      coalesce(:viewer in (%1$s.owner_person, %1$s.accountable, %1$s.delegate), false))\
    """
        .formatted(alias);
  }

  /// How many follow the objective of this alias.
  static String count(String alias) {
    return """
    (select count(*) from (%s) each_follower)\
    """
        .formatted(people(alias));
  }

  /// Those who follow the objective of this alias, as a statement of one column.
  static String people(String alias) {
    return """
    select f.person from follower f where f.objective = %1$s.id and f.follows
    union
    select part.person from (values (%1$s.owner_person), (%1$s.accountable), (%1$s.delegate)) as part (person)
    where part.person is not null and not exists (
      select 1 from follower f where f.objective = %1$s.id and f.person = part.person and not f.follows)\
    """
        .formatted(alias);
  }

  /// @param follows whether the viewer wants to follow it from now on
  /// @return whether they do
  public Outcome<Boolean> follow(
      Viewer viewer, UUID objective, boolean follows, @Nullable String key) {
    return idempotency.once(
        viewer.person(),
        "objective.follow",
        key,
        List.of(objective, follows),
        Boolean.class,
        () -> {
          if (!comments.mayTalk(viewer, About.objective(objective))) {
            return Outcome.refused(comments.barred(viewer, About.objective(objective)));
          }
          database
              .sql(
                  """
                  insert into follower (objective, person, follows, at) values (:objective, :person, :follows, :at)
                  on conflict (objective, person) do update set follows = excluded.follows, at = excluded.at
                  """)
              .param("objective", objective)
              .param("person", viewer.person())
              .param("follows", follows)
              .param("at", Timestamp.from(clock.instant()))
              .update();
          return Outcome.done(follows);
        });
  }

  /// Who says something follows, unless they once said no.
  void byCommenting(Viewer viewer, UUID objective) {
    database
        .sql(
            """
            insert into follower (objective, person, follows, at) values (:objective, :person, true, :at)
            on conflict do nothing
            """)
        .param("objective", objective)
        .param("person", viewer.person())
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }
}
