-- A follow-up asks everybody again who was asked in the round that it follows.
alter table feedback_round add column follows uuid references feedback_round on delete cascade;
alter table feedback_round add constraint a_follow_up_follows_a_round check ((kind = 'follow-up') = (follows is not null));
create index feedback_round_by_followed on feedback_round (follows) where follows is not null;

create or replace function keeps_its_promise() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (new.purpose, new.instrument, new.questions, new.numeric_threshold, new.comment_threshold,
      new.width, new.colluders, new.unit, new.audience, new.steward, new.policy_hash, new.launched_at, new.follows)
    is distinct from (old.purpose, old.instrument, old.questions, old.numeric_threshold, old.comment_threshold,
      old.width, old.colluders, old.unit, old.audience, old.steward, old.policy_hash, old.launched_at, old.follows) then
    raise exception 'the promise of a launched round stands' using errcode = 'check_violation',
      constraint = 'a_promise_stands';
  end if;
  if old.state <> 'draft' and new.closes < old.closes then
    raise exception 'a launched round may only end later' using errcode = 'check_violation',
      constraint = 'a_round_only_ends_later';
  end if;
  return new;
end $$;
