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
