package io.fairlead.app.goals;

import io.fairlead.app.platform.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An objective as its drawer shows it.
public record ObjectiveDetail(ObjectiveRow objective, Document document) {

  /// What the list does not show, read in one statement.
  ///
  /// @param moves what it contributes to; a proposal only for those who may read the negotiation
  /// @param hidden how many further objectives it contributes to that the viewer cannot see
  /// @param movedBy what contributes to it, largest share first, at most a hundred
  /// @param mayTalk whether the viewer may read what was said about aligning it
  /// @param undo what takes the viewer's own last change back
  /// @param myGrade whether its newest grade is the viewer's, who may still take it back
  /// @param myCheckIns by key result, the viewer's newest check-in where it may still be taken back
  /// @param rollup what descends to it, as last computed
  public record Document(
      String why,
      String question,
      String standsAloneBecause,
      String accountable,
      @Nullable String delegate,
      long version,
      boolean mayChange,
      boolean mayCheckIn,
      boolean mayGrade,
      boolean mayReassign,
      boolean mayTalk,
      @Nullable UUID undo,
      List<Move> moves,
      int hidden,
      List<Move> movedBy,
      @Nullable Rollup rollup,
      List<Note> notes,
      List<Step> states,
      @Nullable Double grade,
      boolean myGrade,
      Map<UUID, UUID> myCheckIns) {}

  public record Move(
      UUID id,
      String title,
      @Nullable String owner,
      double share,
      boolean primary,
      boolean agreed,
      @Nullable Double score) {}

  public record Rollup(
      @Nullable Double own,
      @Nullable Double credit,
      @Nullable Double union,
      double weight,
      Instant asOf) {}

  public record Note(UUID id, String note, String by, String keyResult, Instant at) {}

  /// A step of its way, or something that was said of a status.
  ///
  /// @param state null for something said
  /// @param said whether something was said of a status
  /// @param status what was said; null where the figures count again, or for a step
  /// @param keyResult of which it was said; null for the objective
  public record Step(
      @Nullable String state,
      boolean said,
      @Nullable String status,
      @Nullable String keyResult,
      @Nullable String by,
      Instant at,
      String reason) {

    public String words(Words words) {
      if (!said) {
        return words.text("goals.state." + state);
      }
      String told =
          status == null
              ? words.text("goals.status.figures-again")
              : words.text("goals.status.said-to-be", words.text("status." + status));
      return keyResult == null ? told : words.text("goals.status.of", keyResult, told);
    }
  }

  /// The document as a column: `%s` are, in turn, the condition to see an objective `p`, to read
  /// the negotiation of `o`, to see an objective `c`, to change, to check in on, to grade and to
  /// give away `o`.
  static final String SQL =
      """
      , json_build_object(
        'why', o.why, 'question', o.question, 'standsAloneBecause', o.stands_alone_because,
        'accountable', coalesce((select name from identity where person = o.accountable), ''),
        'delegate', case when o.delegate is not null then coalesce((select name from identity where person = o.delegate), '') end,
        'version', o.version,
        'moves', coalesce((
          select json_agg(json_build_object('id', p.id, 'title', p.title,
              'owner', coalesce(pi.name, pt.name, pu.name, case when p.owner_person is not null then '' end), 'share', a.share, 'primary', a.is_primary,
              'agreed', a.state = 'agreed', 'score', pr.own_score) order by a.is_primary desc, a.share desc, p.id)
          from alignment a join objective p on p.id = a.parent
          left join identity pi on pi.person = p.owner_person left join team pt on pt.id = p.owner_team
          left join unit pu on pu.id = p.owner_unit left join rollup pr on pr.objective = p.id
          where a.child = o.id and %1$s and (a.state = 'agreed' or %2$s)), '[]'),
        'hidden', (select count(*) from alignment a join objective p on p.id = a.parent
          where a.child = o.id and a.state = 'agreed' and %1$s is not true),
        'movedBy', coalesce((
          select json_agg(m.move order by m.share desc, m.id) from (
            select c.id, a.share, json_build_object('id', c.id, 'title', c.title,
              'owner', coalesce(ci.name, ct.name, cu.name, case when c.owner_person is not null then '' end), 'share', a.share, 'primary', a.is_primary,
              'agreed', true, 'score', cr.own_score) as move
            from alignment a join objective c on c.id = a.child
            left join identity ci on ci.person = c.owner_person left join team ct on ct.id = c.owner_team
            left join unit cu on cu.id = c.owner_unit left join rollup cr on cr.objective = c.id
            where a.parent = o.id and a.state = 'agreed' and c.state <> 'dropped' and %3$s
            order by a.share desc, c.id limit 100) m), '[]'),
        'rollup', (select json_build_object('own', d.own_score, 'credit', d.credit, 'union', d.set_union,
          'weight', d.weight, 'asOf', to_char(d.as_of at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
          from rollup d where d.objective = o.id),
        'notes', coalesce((
          select json_agg(json_build_object('id', n.id, 'note', n.note, 'by', n.name, 'keyResult', n.title,
            'at', to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by n.at desc) from (
            select n.id, k.title, n.note, n.at, coalesce(ni.name, '') as name
            from key_result k join counting_check_in n on n.key_result = k.id left join identity ni on ni.person = n.by_person
            where k.objective = o.id and n.note <> '' order by n.at desc limit 5) n), '[]'),
        'states', coalesce((
          select json_agg(json_build_object('state', s.state, 'said', s.said, 'status', s.status,
            'keyResult', s.key_result, 'by', case when s.by_person is not null then coalesce(si.name, '') end, 'reason', s.reason,
            'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by s.at, s.id)
          from (
            select x.id, x.at, x.by_person, x.reason, x.state, false as said, null as status, null as key_result
            from objective_state x where x.objective = o.id
            union all
            select x.id, x.at, x.by_person, x.reason, null, true, x.status, null
            from status_override x where x.objective = o.id
            union all
            select x.id, x.at, x.by_person, x.reason, null, true, x.status, xk.title
            from key_result xk join status_override x on x.key_result = xk.id where xk.objective = o.id) s
          left join identity si on si.person = s.by_person), '[]'),
        'grade', (select g.score from counting_grade g where g.objective = o.id and g.key_result is null
          order by g.at desc limit 1),
        'myGrade', o.state = 'graded' and exists (
          select from counting_grade g where g.objective = o.id and g.key_result is null and g.by_person = :viewer
            and g.at > cast(:now as timestamptz) - interval '1 day'
            and not exists (select from counting_grade l where l.objective = o.id and l.at > g.at)
            and not exists (select from objective n where n.carried_from = o.id and n.created_at >= g.at)),
        'myCheckIns', coalesce((
          select json_object_agg(k.id, n.id) from key_result k cross join lateral (
            select i.id, i.by_person, i.at from counting_check_in i where i.key_result = k.id
            order by i.at desc, i.id desc limit 1) n
          where k.objective = o.id and o.state = 'active' and n.by_person = :viewer
            and n.at > cast(:now as timestamptz) - interval '1 day'), '{}'),
        'undo', (select u.id from undo_entry u
          where u.kind in ('goals.objective-dropped', 'goals.objective-changed') and u.record = o.id
            and u.who = :viewer and u.until > :now order by u.made_at desc limit 1),
        'mayTalk', %2$s is true,
        'mayChange', %4$s is true, 'mayCheckIn', %5$s is true, 'mayGrade', %6$s is true, 'mayReassign', %7$s is true) as document
      """;
}
