-- How raters of a round used the scale on the whole, in bands and from thirty of both on; never of a person.
create table feedback_rater_effects (
  round uuid primary key references feedback_round on delete cascade,
  range text constraint a_known_range check (range in ('wide', 'moderate', 'narrow-high', 'narrow-middle', 'narrow-low')),
  halo text constraint a_known_halo check (halo in ('slight', 'partial', 'strong')),
  constraint something_is_said check (num_nonnulls(range, halo) > 0)
);

alter table feedback_round drop constraint what_is_left_out_is_known;
alter table feedback_round add constraint what_is_left_out_is_known check (without <@ array['assignment',
  'participation', 'minutes', 'pace', 'strengths', 'gaps', 'precision', 'hints', 'spread', 'range', 'halo', 'patterns']);

-- What could not be worked out yet when a round was launched: its promise does not speak of it, so it stays undone.
alter table feedback_round add column unforeseen text[] not null default '{}';
update feedback_round set unforeseen = array['range', 'halo'] where state <> 'draft';

-- A later version may add to it; nobody takes anything off, so that a launched round never works out more.
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
