-- What a launched round did not foresee a later version may add to; nobody takes anything off, so that it never works out more.
create function keeps_what_it_did_not_foresee() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and not old.unforeseen <@ new.unforeseen then
    raise exception 'the promise of a launched round stands' using errcode = 'check_violation',
      constraint = 'a_promise_stands';
  end if;
  return new;
end $$;
create trigger feedback_round_keeps_what_it_did_not_foresee before update on feedback_round
  for each row execute function keeps_what_it_did_not_foresee();
