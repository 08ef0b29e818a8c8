-- A scorecard of the organisation or of one unit: what is to be achieved, from several sides, and by what that shows.
create table scorecard (
  id uuid primary key,
  title text not null constraint a_scorecard_title_has_1_to_200_characters check (length(title) between 1 and 200),
  -- Null: the whole organisation's.
  of_unit uuid references unit,
  owner uuid not null references person,
  created_by uuid not null references person,
  created_at timestamptz not null,
  version bigint not null default 1
);
create index scorecard_by_unit on scorecard (of_unit) where of_unit is not null;
create index scorecard_by_owner on scorecard (owner);
create index scorecard_by_maker on scorecard (created_by);

-- Each saved wording, so that what a score was made of can be told.
create table scorecard_version (
  scorecard uuid not null references scorecard on delete cascade,
  version bigint not null,
  document jsonb not null,
  by_person uuid not null references person,
  at timestamptz not null,
  primary key (scorecard, version)
);
create index scorecard_version_by_person on scorecard_version (by_person);

create table scorecard_perspective (
  id uuid primary key,
  scorecard uuid not null references scorecard on delete cascade,
  place int not null,
  name text not null constraint a_perspective_name_has_1_to_200_characters check (length(name) between 1 and 200),
  -- A share; those of a card should sum to 1, which is reported and not forced.
  weight numeric not null constraint a_perspective_weight_is_0_to_1 check (weight between 0 and 1)
);
create index scorecard_perspective_by_card on scorecard_perspective (scorecard);

create table strategic_objective (
  id uuid primary key,
  perspective uuid not null references scorecard_perspective on delete cascade,
  place int not null,
  title text not null constraint a_strategic_objective_has_1_to_200_characters check (length(title) between 1 and 200),
  -- In relation to the other objectives of its perspective.
  weight numeric not null constraint a_strategic_weight_is_0_to_1000 check (weight between 0 and 1000)
);
create index strategic_objective_by_perspective on strategic_objective (perspective);

create table scorecard_measure (
  id uuid primary key,
  strategic_objective uuid not null references strategic_objective on delete cascade,
  measure uuid not null references measure,
  place int not null,
  weight numeric not null constraint a_measure_weight_is_0_to_1000 check (weight between 0 and 1000),
  -- The value that scores 0; beyond it nothing is lost any more.
  floor numeric,
  -- Null: the measure's own.
  target numeric,
  -- The value that scores 1.2.
  stretch numeric,
  constraint a_measure_stands_once_under_an_objective unique (strategic_objective, measure)
);
create index scorecard_measure_by_measure on scorecard_measure (measure);

-- What is done for it.
create table scorecard_initiative (
  id uuid primary key,
  strategic_objective uuid not null references strategic_objective on delete cascade,
  place int not null,
  name text not null constraint an_initiative_name_has_1_to_200_characters check (length(name) between 1 and 200),
  owner uuid references person,
  due date,
  state text not null constraint a_known_initiative_state check (state in ('planned', 'running', 'done', 'stopped'))
);
create index scorecard_initiative_by_objective on scorecard_initiative (strategic_objective);
create index scorecard_initiative_by_owner on scorecard_initiative (owner) where owner is not null;

-- The goals by which a strategic objective is worked at.
create table strategic_objective_goal (
  strategic_objective uuid not null references strategic_objective on delete cascade,
  goal uuid not null references objective on delete cascade,
  primary key (strategic_objective, goal)
);
create index strategic_objective_goal_by_goal on strategic_objective_goal (goal);

-- Which objective of another card it supports.
create table strategic_objective_support (
  below uuid not null references strategic_objective on delete cascade,
  above uuid not null references strategic_objective on delete cascade,
  primary key (below, above),
  constraint an_objective_does_not_support_itself check (below <> above)
);
create index strategic_objective_support_by_above on strategic_objective_support (above);

-- A hypothesis of the strategy map: progress here helps, or costs, progress there.
create table strategy_arrow (
  id uuid primary key,
  from_objective uuid not null references strategic_objective on delete cascade,
  to_objective uuid not null references strategic_objective on delete cascade,
  sign text not null constraint a_known_sign check (sign in ('helps', 'costs')),
  lag_months int not null constraint a_lag_is_0_to_60_months check (lag_months between 0 and 60),
  note text not null default '' constraint an_arrow_note_has_at_most_1000_characters check (length(note) <= 1000),
  by_person uuid not null references person,
  at timestamptz not null,
  constraint one_arrow_between_two_objectives unique (from_objective, to_objective),
  constraint an_arrow_goes_somewhere_else check (from_objective <> to_objective)
);
create index strategy_arrow_by_end on strategy_arrow (to_objective);
create index strategy_arrow_by_person on strategy_arrow (by_person);
