-- What is left of a sealed round goes when its time is over. That it was there, when it was sealed, and which part of it
-- was let go stays, so that a part that is missing can be told from one that was taken away.
do $$
begin
  if to_regrole('fairlead_sealed') is not null and pg_has_role('fairlead_sealed', 'member') then
    set local role fairlead_sealed;
  end if;
end $$;

alter table sealed.round add column members_gone boolean not null default false;
alter table sealed.round add column answers_gone boolean not null default false;

-- Rounds sealed and closed before that of which it still stands who was counted: their ids, and nobody's.
create function sealed.ledgers(closed_before timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select r.id from sealed.round r
    where r.state = 'sealed' and r.closed_at < closed_before and not r.members_gone
      and exists (select from sealed.member m where m.round = r.id);
  end;

create function sealed.forget_members(the_round uuid, closed_before timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update sealed.round r set members_gone = true
    where r.id = the_round and r.state = 'sealed' and r.closed_at < closed_before;
  if found then
    delete from sealed.member m where m.round = the_round;
  end if;
end $$;

-- What one report rested on. Who was counted in it stays, for as long as later reports are held against it.
create function sealed.forget_answers(the_round uuid, the_subject uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update sealed.round r set answers_gone = true where r.id = the_round and r.state = 'sealed';
  if found then
    delete from sealed.score s where s.round = the_round and s.subject = the_subject;
    delete from sealed.comment c where c.round = the_round and c.subject = the_subject;
  end if;
end $$;

revoke all on function sealed.ledgers, sealed.forget_members, sealed.forget_answers from public;
grant execute on function sealed.ledgers, sealed.forget_members, sealed.forget_answers to ${app};
reset role;
