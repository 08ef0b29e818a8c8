-- Where threats and misconduct go is part of what a launch tells raters.
alter table feedback_round add column concerns text not null default ''
  constraint concerns_are_told_in_a_line check (length(concerns) <= 300);

create function keeps_where_threats_go() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and new.concerns <> old.concerns then
    raise exception 'the promise of a launched round stands' using errcode = 'check_violation',
      constraint = 'a_promise_stands';
  end if;
  return new;
end $$;
create trigger feedback_round_keeps_where_threats_go before update on feedback_round
  for each row execute function keeps_where_threats_go();

-- The day on which everybody who is asked was last told of it: by the round, and by a reviewee.
alter table feedback_round add column told_on date;
alter table feedback_subject add column told_on date;
