-- When a report opens and what a round does not work out are part of what a launch promises.
alter table feedback_round add column opens_at_debrief boolean not null default true;
alter table feedback_round add column opens_after integer not null default 5
  constraint a_report_opens_within_30_working_days check (opens_after between 0 and 30);
alter table feedback_round add column without text[] not null default '{}'
  constraint what_is_left_out_is_known check (without <@ array['assignment', 'participation', 'minutes', 'pace',
    'strengths', 'gaps', 'precision', 'hints', 'spread', 'patterns']);

create function keeps_what_it_leaves_out() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (new.opens_at_debrief, new.opens_after, new.without)
    is distinct from (old.opens_at_debrief, old.opens_after, old.without) then
    raise exception 'the promise of a launched round stands' using errcode = 'check_violation',
      constraint = 'a_promise_stands';
  end if;
  return new;
end $$;
create trigger feedback_round_keeps_what_it_leaves_out before update on feedback_round
  for each row execute function keeps_what_it_leaves_out();
