package io.fairlead.app.goals;

import io.fairlead.app.goals.Negotiation.Kind;
import io.fairlead.app.goals.Negotiation.Move;
import io.fairlead.app.goals.Negotiation.Side;
import io.fairlead.app.goals.Negotiation.Terms;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What objectives move and what was said about it, as it stands in the database.
@Component
class AlignmentStore {
  /// Any number that nothing else in the database locks with.
  private static final long LOCK = 0x616c69676eL;

  /// Whether what stands in the cycle `cc` may move what stands in `pc`: that holds it. A pilot may
  /// have begun in the middle of it.
  static final String CYCLE_FITS =
      "(pc.ends >= cc.ends and pc.starts <= cc.ends and (pc.starts <= cc.starts or pc.pilot is not null))";

  private final JdbcClient database;
  private final Ids ids;
  private final String seesChild;
  private final String seesParent;
  private final String worksOnChild;
  private final String worksOnParent;
  private final String readsNegotiation;

  AlignmentStore(JdbcClient database, Ids ids, Policy policy) {
    this.database = database;
    this.ids = ids;
    this.seesChild = policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "c");
    this.seesParent = policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "p");
    this.worksOnChild = policy.condition(GoalRules.RECORD, "change", GoalRules.GOAL, "c");
    this.worksOnParent = policy.condition(GoalRules.RECORD, "change", GoalRules.GOAL, "p");
    this.readsNegotiation = policy.condition(GoalRules.RECORD, "read", GoalRules.NEGOTIATION, "c");
  }

  /// One change of alignments at a time, until the transaction ends: two at once could close a
  /// circle that neither sees.
  void alone() {
    database.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
  }

  /// How the viewer stands to two objectives.
  ///
  /// @param pilot by whose framework the lower one's cycle goes, if not by the one in force
  record Pair(
      boolean seesChild,
      boolean seesParent,
      boolean worksOnChild,
      boolean worksOnParent,
      boolean readsNegotiation,
      ObjectiveState childState,
      ObjectiveState parentState,
      boolean cycleFits,
      @Nullable UUID pilot,
      boolean sideways,
      String childTitle,
      String parentTitle,
      @Nullable Terms agreed) {}

  Optional<Pair> pair(Viewer viewer, UUID child, UUID parent) {
    return database
        .sql(
            """
            select %s as sees_child, %s as sees_parent, %s as works_on_child, %s as works_on_parent,
              %s as reads_negotiation, c.state as child_state, p.state as parent_state,
              %s as cycle_fits, cc.pilot,
              num_nonnulls(c.owner_person) = num_nonnulls(p.owner_person)
                and num_nonnulls(c.owner_team) = num_nonnulls(p.owner_team)
                and num_nonnulls(c.owner_unit) = num_nonnulls(p.owner_unit)
                and coalesce(c.owner_person, c.owner_team, c.owner_unit)
                  is distinct from coalesce(p.owner_person, p.owner_team, p.owner_unit) as sideways,
              c.title as child_title, p.title as parent_title, a.share, a.is_primary
            from objective c join cycle cc on cc.id = c.cycle
            cross join objective p join cycle pc on pc.id = p.cycle
            left join alignment a on a.child = c.id and a.parent = p.id and a.state = 'agreed'
            where c.id = :child and p.id = :parent
            """
                .formatted(
                    seesChild,
                    seesParent,
                    worksOnChild,
                    worksOnParent,
                    readsNegotiation,
                    CYCLE_FITS))
        .params(viewer.parameters())
        .param("child", child)
        .param("parent", parent)
        .query((row, number) ->
            new Pair(
                row.getBoolean("sees_child"),
                row.getBoolean("sees_parent"),
                row.getBoolean("works_on_child"),
                row.getBoolean("works_on_parent"),
                row.getBoolean("reads_negotiation"),
                ObjectiveState.of(row.getString("child_state")),
                ObjectiveState.of(row.getString("parent_state")),
                row.getBoolean("cycle_fits"),
                row.getObject("pilot", UUID.class),
                row.getBoolean("sideways"),
                row.getString("child_title"),
                row.getString("parent_title"),
                terms(row)))
        .optional();
  }

  /// What was said about the pair, in order.
  List<Move> moves(UUID child, UUID parent) {
    return database
        .sql(
            """
            select m.id, m.move, m.share, m.is_primary, m.note, m.by_person, i.name, m.at,
              m.move <> 'proposed' and m.by_person in (p.owner_person, p.accountable, p.delegate)
                and (m.by_person in (c.owner_person, c.accountable, c.delegate)) is not true as above
            from alignment_move m join objective c on c.id = m.child join objective p on p.id = m.parent
            left join identity i on i.person = m.by_person
            where m.child = :child and m.parent = :parent order by m.at, m.id
            """)
        .param("child", child)
        .param("parent", parent)
        .query(AlignmentStore::move)
        .list();
  }

  private static Move move(ResultSet row, int number) throws SQLException {
    String name = row.getString("name");
    return new Move(
        row.getObject("id", UUID.class),
        Kind.find(row.getString("move")).orElseThrow(),
        row.getBoolean("above") ? Side.ABOVE : Side.BELOW,
        terms(row),
        row.getString("note"),
        row.getObject("by_person", UUID.class),
        name == null ? "" : name,
        row.getTimestamp("at").toInstant());
  }

  private static @Nullable Terms terms(ResultSet row) throws SQLException {
    BigDecimal share = row.getBigDecimal("share");
    return share == null ? null : new Terms(share, row.getBoolean("is_primary"));
  }

  void append(
      UUID child,
      UUID parent,
      Kind kind,
      @Nullable Terms terms,
      String note,
      UUID by,
      Instant now) {
    database
        .sql(
            """
            insert into alignment_move (id, child, parent, move, share, is_primary, note, by_person, at)
            values (:id, :child, :parent, :move, :share, :primary, :note, :by, :now)
            """)
        .param("id", ids.next())
        .param("child", child)
        .param("parent", parent)
        .param("move", kind.code())
        .param("share", terms == null ? null : terms.share())
        .param("primary", terms != null && terms.primary())
        .param("note", note)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// Stores what the negotiation has come to, and gives the primary parent what is left.
  void settle(UUID child, UUID parent, Negotiation negotiation) {
    Optional<Terms> standing = negotiation.standing();
    if (standing.isEmpty()) {
      database
          .sql("delete from alignment where child = :child and parent = :parent")
          .param("child", child)
          .param("parent", parent)
          .update();
    } else {
      database
          .sql(
              """
              insert into alignment (child, parent, share, is_primary, state)
              values (:child, :parent, :share, :primary, :state)
              on conflict (child, parent) do update set share = excluded.share, is_primary = excluded.is_primary,
                state = excluded.state, version = alignment.version + 1
              """)
          .param("child", child)
          .param("parent", parent)
          .param("share", standing.get().share())
          .param("primary", standing.get().primary())
          .param("state", negotiation.agreed() == null ? "proposed" : "agreed")
          .update();
    }
    database
        .sql(
            """
            update alignment set share = 1 - (
              select coalesce(sum(other.share), 0) from alignment other
              where other.child = :child and not other.is_primary and other.state = 'agreed')
            where child = :child and is_primary
            """)
        .param("child", child)
        .update();
  }

  /// What an objective gives to others than this parent.
  record Given(boolean hasPrimary, int contributions, BigDecimal shares) {}

  Given given(UUID child, UUID besides) {
    return database
        .sql(
            """
            select coalesce(bool_or(is_primary), false) as has_primary,
              count(*) filter (where not is_primary) as contributions,
              coalesce(sum(share) filter (where not is_primary), 0) as shares
            from alignment where child = :child and parent <> :besides
            """)
        .param("child", child)
        .param("besides", besides)
        .query((row, number) ->
            new Given(
                row.getBoolean("has_primary"),
                row.getInt("contributions"),
                row.getBigDecimal("shares")))
        .single();
  }

  /// A link between two objectives above a third, with the titles that the viewer may see.
  record Step(UUID child, UUID parent) {}

  /// Every alignment on the ways up from an objective.
  List<Step> above(UUID objective) {
    return database
        .sql(
            """
            with recursive up(node) as (
              select :objective::uuid union select a.parent from alignment a join up on a.child = up.node)
            select a.child, a.parent from alignment a join up on up.node = a.child order by a.child, a.parent
            """)
        .param("objective", objective)
        .query((row, number) ->
            new Step(row.getObject("child", UUID.class), row.getObject("parent", UUID.class)))
        .list();
  }

  /// How many objectives stand above each other at most, from the lowest below the child to the
  /// highest above the parent.
  int levels(UUID child, UUID parent) {
    return database
        .sql(
            """
            with recursive up(node, depth) as (
              select :parent::uuid, 1 union select a.parent, depth + 1 from alignment a join up on a.child = up.node
              where depth < 100),
            down(node, depth) as (
              select :child::uuid, 1 union select a.child, depth + 1 from alignment a join down on a.parent = down.node
              where depth < 100)
            select (select max(depth) from up) + (select max(depth) from down)
            """)
        .param("child", child)
        .param("parent", parent)
        .query(Integer.class)
        .single();
  }

  /// The titles of the objectives in their order; empty where the viewer may not see one.
  List<String> titles(Viewer viewer, List<UUID> objectives) {
    return database
        .sql(
            """
            select case when %s then c.title else '' end as title
            from unnest(:ids::uuid[]) with ordinality as wanted(id, number) join objective c on c.id = wanted.id
            order by wanted.number
            """
                .formatted(seesChild))
        .params(viewer.parameters())
        .param("ids", objectives.toArray(UUID[]::new))
        .query((row, number) -> row.getString("title"))
        .list();
  }

  /// What the objective moves and what moves it, as far as the viewer sees both ends.
  List<Alignment> of(Viewer viewer, UUID objective) {
    return database
        .sql(
            SEEN.formatted(seesChild, seesParent)
                + " and :objective in (a.child, a.parent)"
                + ORDER)
        .params(viewer.parameters())
        .param("objective", objective)
        .query(AlignmentStore::alignment)
        .list();
  }

  private static final String SEEN =
      """
      select a.child, c.title as child_title, a.parent, p.title as parent_title, a.share, a.is_primary, a.state,
        a.version
      from alignment a join objective c on c.id = a.child join objective p on p.id = a.parent
      where %s and %s
      """;

  private static final String ORDER =
      " order by a.is_primary desc, a.share desc, a.child, a.parent";

  /// The pairs in which the other side has made an offer that the viewer may answer.
  List<Alignment> waitingFor(Viewer viewer) {
    return database
        .sql(
            SEEN.formatted(seesChild, seesParent)
                + """
                 and (
                  select case
                    when m.move = 'countered' and m.by_person in (p.owner_person, p.accountable, p.delegate)
                      and (m.by_person in (c.owner_person, c.accountable, c.delegate)) is not true then %s
                    when m.move in ('proposed', 'countered') or m.move = 'withdrawn' and a.state = 'proposed' then %s
                    else false end
                  from alignment_move m
                  where m.child = a.child and m.parent = a.parent and m.move <> 'discussed'
                  order by m.at desc, m.id desc limit 1)
                """
                    .formatted(worksOnChild, worksOnParent)
                + ORDER)
        .params(viewer.parameters())
        .query(AlignmentStore::alignment)
        .list();
  }

  private static Alignment alignment(ResultSet row, int number) throws SQLException {
    return new Alignment(
        row.getObject("child", UUID.class),
        row.getString("child_title"),
        row.getObject("parent", UUID.class),
        row.getString("parent_title"),
        row.getBigDecimal("share"),
        row.getBoolean("is_primary"),
        row.getString("state").equals("agreed"),
        row.getLong("version"));
  }
}
