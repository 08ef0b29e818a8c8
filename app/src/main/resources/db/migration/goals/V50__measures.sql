-- What a measure does for an objective: its values are a key result's, it guards one, or it is merely watched.
create table measure_use (
  id uuid primary key,
  objective uuid not null references objective on delete cascade,
  -- Null: it is watched beside the whole objective.
  key_result uuid references key_result on delete cascade,
  role text not null constraint a_known_measure_role check (role in ('feeds', 'guards', 'watched')),
  measure uuid not null references measure on delete cascade,
  series uuid not null references measure_series on delete cascade,
  by_person uuid not null references person,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references person,
  constraint only_what_is_watched_needs_no_key_result check ((role = 'watched') = (key_result is null)),
  constraint ended_by_somebody check ((ended_at is null) = (ended_by is null))
);
create unique index one_measure_feeds_a_key_result on measure_use (key_result) where role = 'feeds' and ended_at is null;
create unique index a_measure_does_a_thing_once on measure_use (objective, coalesce(key_result, objective), role, series) where ended_at is null;
create index measure_use_by_objective on measure_use (objective);
create index measure_use_by_key_result on measure_use (key_result) where key_result is not null;
create index measure_use_by_measure on measure_use (measure);
create index measure_use_by_series on measure_use (series);
create index measure_use_by_person on measure_use (by_person);
create index measure_use_by_ender on measure_use (ended_by) where ended_by is not null;

-- What a key result had from the measure that feeds it, day by day; never changed. A corrected day is a later row, one without a value was taken back.
create table followed_value (
  id uuid primary key,
  key_result uuid not null references key_result on delete cascade,
  day date not null,
  value numeric,
  at timestamptz not null
);
create index followed_value_by_key_result on followed_value (key_result, day, at);
