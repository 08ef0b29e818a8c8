-- What the running business is watched by: a name, what it means, and which way is better.
create table measure (
  id uuid primary key,
  -- By which files, programs and formulas name it; does not change when the name does.
  code text not null constraint a_code_is_short_and_plain check (code ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
  name text not null constraint a_measure_name_has_1_to_200_characters check (length(name) between 1 and 200),
  definition text not null default '' constraint a_definition_has_at_most_4000_characters check (length(definition) <= 4000),
  owner uuid not null references person,
  -- Whose running business it belongs to; null: the whole organisation's.
  of_unit uuid references unit,
  unit text not null default '' constraint a_unit_has_at_most_30_characters check (length(unit) <= 30),
  decimals int not null default 1 constraint decimals_are_0_to_6 check (decimals between 0 and 6),
  direction text not null constraint a_known_direction check (direction in ('higher', 'lower', 'target', 'band')),
  frequency text not null constraint a_known_frequency check (frequency in ('daily', 'weekly', 'monthly', 'quarterly', 'yearly')),
  -- Whether it moves before the result (leading), is the result (lagging), or nobody said.
  tense text not null default '' constraint a_known_tense check (tense in ('', 'leading', 'lagging')),
  -- A band is where it should stay.
  low numeric,
  high numeric,
  warning numeric,
  alarm numeric,
  -- How many of the first values the usual range is made of.
  baseline int not null default 20 constraint a_baseline_has_12_to_120_values check (baseline between 12 and 120),
  source text not null constraint a_known_source check (source in ('manual', 'file', 'push', 'computed', 'rubric')),
  formula text not null default '' constraint a_formula_has_at_most_1000_characters check (length(formula) <= 1000),
  -- Which decision is made by it, and whether somebody's pay depends on it: the inventory asks both.
  decision text not null default '' constraint a_decision_has_at_most_500_characters check (length(decision) <= 500),
  pays boolean not null default false,
  visibility text not null constraint a_known_measure_visibility check (visibility in ('public', 'unit', 'named')),
  created_by uuid not null references person,
  created_at timestamptz not null,
  retired_at timestamptz,
  version bigint not null default 1,
  constraint a_band_has_both_ends_in_order check (direction <> 'band' or low is null or high is null or low <= high),
  constraint only_what_is_computed_has_a_formula check ((source = 'computed') = (formula <> ''))
);
create unique index one_measure_per_code on measure (code);
create index measure_by_owner on measure (owner);
create index measure_by_maker on measure (created_by);
create index measure_by_unit on measure (of_unit) where of_unit is not null;

-- Each saved wording, so that what a figure meant at a time can be told.
create table measure_version (
  measure uuid not null references measure on delete cascade,
  version bigint not null,
  document jsonb not null,
  by_person uuid not null references person,
  at timestamptz not null,
  primary key (measure, version)
);

create index measure_version_by_person on measure_version (by_person);

-- Who, beside the owner, enters values; and who reads a measure that is shown to named people.
create table measure_person (
  measure uuid not null references measure on delete cascade,
  person uuid not null references person,
  enters boolean not null,
  primary key (measure, person)
);
create index measure_person_by_person on measure_person (person);

-- The whole, or one slice of it: a region, a cohort, a person. Slices of one dimension exclude each other; those of two overlap.
create table measure_series (
  id uuid primary key,
  measure uuid not null references measure on delete cascade,
  dimension text not null default '' constraint a_dimension_has_at_most_60_characters check (length(dimension) <= 60),
  slice text not null default '' constraint a_slice_has_at_most_120_characters check (length(slice) <= 120),
  person uuid references person,
  constraint a_slice_has_its_dimension check ((dimension = '') = (slice = '' and person is null))
);
create unique index one_series_per_slice on measure_series (measure, lower(dimension), lower(slice), coalesce(person, '00000000-0000-0000-0000-000000000000'));
create index measure_series_by_person on measure_series (person) where person is not null;

-- What was said of a day; never changed. A correction is a later row, one without a value takes it back.
create table measure_value (
  series uuid not null references measure_series on delete cascade,
  day date not null,
  correction smallint not null default 0,
  value float8 constraint a_value_is_a_figure check (value > -1e15 and value < 1e15),
  by_person uuid references person,
  at timestamptz not null,
  -- How it came: by hand, in a file, from a program, by a formula.
  came text not null constraint a_known_way_of_coming check (came in ('manual', 'file', 'push', 'computed', 'rubric')),
  primary key (series, day, correction)
);
create index measure_value_by_person on measure_value (by_person, at) where by_person is not null;

-- What it should be, from a day on.
create table measure_target (
  id uuid primary key,
  measure uuid not null references measure on delete cascade,
  from_day date not null,
  -- Null: from then on there is none.
  target numeric,
  by_person uuid not null references person,
  at timestamptz not null
);
create index measure_target_by_measure on measure_target (measure, from_day, at);
create index measure_target_by_person on measure_target (by_person);

-- What happened on a day ("price change"), and whether the usual range is to be found anew from there on.
create table measure_event (
  id uuid primary key,
  measure uuid not null references measure on delete cascade,
  day date not null,
  words text not null constraint an_event_has_1_to_1000_characters check (length(words) between 1 and 1000),
  rebases boolean not null,
  by_person uuid not null references person,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person
);
create index measure_event_by_measure on measure_event (measure, day);
create index measure_event_by_person on measure_event (by_person);
create index measure_event_by_withdrawer on measure_event (withdrawn_by) where withdrawn_by is not null;

-- Derived, recomputable: where a series stands and its small picture, kept whenever its values change, so that a page of sixty costs sixty rows.
create table measure_standing (
  series uuid primary key references measure_series on delete cascade,
  status text not null,
  count int not null,
  first_day date,
  last_day date,
  last_value float8,
  previous_value float8,
  centre float8,
  lower float8,
  upper float8,
  -- The latest value that says something: its day, rule and value.
  signal_day date,
  signal_rule text,
  signal_value float8,
  seasonal boolean not null default false,
  autocorrelation float8,
  zone text not null default '' constraint a_known_zone check (zone in ('', 'good', 'warning', 'alarm')),
  spark_days date[] not null,
  spark float8[] not null,
  as_of timestamptz not null
);

-- Something that its owner should look at: a signal, or a threshold that was crossed. It stands until it is answered.
create table measure_alert (
  id uuid primary key,
  series uuid not null references measure_series on delete cascade,
  measure uuid not null references measure on delete cascade,
  kind text not null constraint a_known_alert check (kind in ('signal', 'threshold')),
  rule text not null,
  day date not null,
  value float8 not null,
  -- Whether it went the wrong way; null where neither way is wrong.
  worse boolean,
  raised_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references person,
  answer text not null default '' constraint an_answer_has_at_most_1000_characters check (length(answer) <= 1000),
  constraint answered_by_somebody check ((answered_at is null) = (answered_by is null))
);
create unique index one_alert_per_day_and_rule on measure_alert (series, kind, day, rule);
create index measure_alert_open on measure_alert (measure) where answered_at is null;
create index measure_alert_by_measure on measure_alert (measure, day);
create index measure_alert_by_answerer on measure_alert (answered_by) where answered_by is not null;
