create table objective (
  id uuid primary key,
  cycle uuid not null references cycle,
  title text not null constraint a_title_has_1_to_300_characters check (length(title) between 1 and 300),
  why text not null default '' constraint a_why_has_at_most_10000_characters check (length(why) <= 10000),
  kind text not null constraint a_known_objective_kind check (kind in ('aspirational', 'committed', 'learning')),
  -- A learning objective asks a question; its answer grades it.
  question text not null default '',
  -- Exactly one owner: a person, a team, a unit; none of them means the organisation.
  owner_person uuid references person,
  owner_team uuid references team,
  owner_unit uuid references unit,
  -- Who answers for it: the person who owns it, or who speaks for the team, unit or organisation.
  accountable uuid not null references person,
  delegate uuid references person,
  visibility text not null constraint a_known_visibility check (visibility in ('public', 'team', 'named')),
  -- The current state; how it came to be stands in objective_state.
  state text not null constraint a_known_state check (state in ('draft', 'proposed', 'active', 'graded', 'closed', 'dropped')),
  stands_alone_because text not null default '',
  carried_from uuid references objective,
  external_id text,
  attributes jsonb not null default '{}',
  created_by uuid not null references person,
  created_at timestamptz not null,
  version bigint not null default 1,
  constraint one_owner check (num_nonnulls(owner_person, owner_team, owner_unit) <= 1)
);
create index objective_by_cycle on objective (cycle, state, id);
create index objective_by_accountable on objective (accountable, cycle);
create index objective_by_owner_person on objective (owner_person, cycle) where owner_person is not null;
create index objective_by_owner_team on objective (owner_team, cycle) where owner_team is not null;
create index objective_by_owner_unit on objective (owner_unit, cycle) where owner_unit is not null;
create index objective_by_delegate on objective (delegate) where delegate is not null;
create unique index one_objective_per_external_id_and_cycle on objective (cycle, external_id) where external_id is not null;

-- The people a "named" objective is shown to.
create table objective_reader (
  objective uuid not null references objective on delete cascade,
  person uuid not null references person,
  primary key (objective, person)
);
create index objective_reader_by_person on objective_reader (person);

create table objective_state (
  id uuid primary key,
  objective uuid not null references objective on delete cascade,
  state text not null,
  by_person uuid references person,
  at timestamptz not null,
  reason text not null default ''
);
create index objective_state_by_objective on objective_state (objective, at);

create table key_result (
  id uuid primary key,
  objective uuid not null references objective on delete cascade,
  position int not null,
  title text not null constraint a_key_result_has_1_to_300_characters check (length(title) between 1 and 300),
  kind text not null constraint a_known_key_result_kind check (kind in ('increase', 'decrease', 'band', 'milestones', 'yes-no')),
  baseline numeric,
  -- The baseline is not known yet and will be measured by this day.
  baseline_due date,
  target numeric,
  -- A target said as a change: "by 15 per cent of today's value", "by 15 points"; target holds what it comes to once the baseline is known.
  target_mode text not null default 'absolute' constraint a_known_target_mode check (target_mode in ('absolute', 'percent-of-baseline', 'points')),
  target_change numeric,
  low numeric,
  high numeric,
  tolerance numeric constraint a_tolerance_is_not_negative check (tolerance >= 0),
  unit text not null default '',
  weight numeric not null default 1 constraint a_weight_is_over_0 check (weight > 0 and weight <= 1000),
  owner uuid references person,
  due date,
  -- The result arrives after the cycle: graded provisionally, settled when it does.
  settled_later boolean not null default false,
  guardrail text not null default '',
  external_id text,
  attributes jsonb not null default '{}',
  version bigint not null default 1,
  constraint a_band_has_its_ends_in_order check (kind <> 'band' or low is null or high is null or low <= high),
  unique (objective, position) deferrable initially deferred
);
create index key_result_by_owner on key_result (owner) where owner is not null;

create table milestone (
  id uuid primary key,
  key_result uuid not null references key_result on delete cascade,
  position int not null,
  name text not null constraint a_milestone_has_1_to_200_characters check (length(name) between 1 and 200),
  weight numeric not null default 1 constraint a_milestone_weighs_over_0 check (weight > 0)
);
create index milestone_by_key_result on milestone (key_result, position);

-- What is looked at beside the key results without being promised: it tells at whose cost they are reached.
create table watched (
  id uuid primary key,
  objective uuid not null references objective on delete cascade,
  position int not null,
  name text not null constraint a_watched_name_has_1_to_200_characters check (length(name) between 1 and 200),
  note text not null default '' constraint a_watched_note_has_at_most_500_characters check (length(note) <= 500)
);
create index watched_by_objective on watched (objective, position);

-- Each saved wording of an objective with its key results, so that an edit can be merged, undone and replayed.
create table objective_version (
  objective uuid not null references objective on delete cascade,
  version bigint not null,
  document jsonb not null,
  by_person uuid not null references person,
  at timestamptz not null,
  primary key (objective, version)
);

-- What was said at a time; never changed. A correction is a later one.
create table check_in (
  id uuid primary key,
  key_result uuid not null references key_result on delete cascade,
  -- Numeric kinds: the value. Yes-no: 1 or 0. Milestones: null, the done ones are named.
  value numeric,
  done uuid[],
  confidence int constraint confidence_is_0_to_10 check (confidence between 0 and 10),
  note text not null default '' constraint a_note_has_at_most_4000_characters check (length(note) <= 4000),
  no_change boolean not null default false,
  by_person uuid not null references person,
  at timestamptz not null,
  -- The organisation's date it counts for.
  day date not null
);
create index check_in_by_key_result on check_in (key_result, at);
create index check_in_by_person on check_in (by_person, at);

-- Derived, recomputable: the series so far in a form that one row of a page needs, kept at each check-in.
create table key_result_track (
  key_result uuid primary key references key_result on delete cascade,
  objective uuid not null references objective on delete cascade,
  days date[] not null,
  -- Progress at those days, unclipped: 0 at the baseline, 1 at the target; the score for kinds without a scale.
  progress float8[] not null,
  value numeric,
  score float8,
  confidence int,
  previous_confidence int,
  last_day date not null,
  last_by uuid not null references person,
  as_of timestamptz not null
);
create index key_result_track_by_objective on key_result_track (objective);

-- What an objective moves: agreed and proposed alike; only agreed ones count.
create table alignment (
  child uuid not null references objective on delete cascade,
  parent uuid not null references objective on delete cascade,
  share numeric not null,
  is_primary boolean not null,
  state text not null constraint a_known_alignment_state check (state in ('proposed', 'agreed')),
  version bigint not null default 1,
  primary key (child, parent),
  -- A primary parent has what the contributions leave, which may be nothing.
  constraint a_share_is_over_0_up_to_1 check (share <= 1 and (share > 0 or is_primary and share = 0)),
  constraint an_objective_does_not_align_to_itself check (child <> parent)
);
create unique index one_primary_parent on alignment (child) where is_primary;
create index alignment_by_parent on alignment (parent, child);

-- The negotiation, append-only: propose, discuss, counter, agree, decline, withdraw, end.
create table alignment_move (
  id uuid primary key,
  child uuid not null references objective on delete cascade,
  parent uuid not null references objective on delete cascade,
  move text not null constraint a_known_move check (move in ('proposed', 'discussed', 'countered', 'agreed', 'declined', 'withdrawn', 'ended')),
  share numeric,
  is_primary boolean not null default false,
  note text not null default '',
  by_person uuid not null references person,
  at timestamptz not null
);
create index alignment_move_by_pair on alignment_move (child, parent, at);
create index alignment_move_by_parent on alignment_move (parent, at);

-- Derived: what descends to an objective, both ways of counting, with the moment it was computed.
create table rollup (
  objective uuid primary key references objective on delete cascade,
  own_score float8,
  credit float8,
  set_union float8,
  weight float8 not null,
  as_of timestamptz not null
);

-- Objectives whose roll-up, and that of their ancestors, is to be computed again. Only appended to by acts,
-- so that none waits for another; emptied by the worker.
create table rollup_due (
  number bigint generated always as identity primary key,
  objective uuid not null
);

create table status_override (
  id uuid primary key,
  objective uuid references objective on delete cascade,
  key_result uuid references key_result on delete cascade,
  status text constraint a_known_status check (status in ('on-track', 'at-risk', 'off-track', 'done')),
  reason text not null,
  by_person uuid not null references person,
  at timestamptz not null,
  constraint of_one_thing check (num_nonnulls(objective, key_result) = 1)
);
create index status_override_by_objective on status_override (objective, at desc) where objective is not null;
create index status_override_by_key_result on status_override (key_result, at desc) where key_result is not null;

create table grade (
  id uuid primary key,
  objective uuid not null references objective on delete cascade,
  -- null: the whole objective
  key_result uuid references key_result on delete cascade,
  suggested float8,
  score float8 not null constraint a_grade_is_0_to_1 check (score between 0 and 1),
  provisional boolean not null default false,
  comment text not null default '',
  by_person uuid not null references person,
  at timestamptz not null
);
create index grade_by_objective on grade (objective, at);

-- What was said about how it went; the newest counts, the older ones stay.
create table retrospective (
  id uuid primary key,
  objective uuid not null references objective on delete cascade,
  self_score float8 constraint a_self_score_is_0_to_1 check (self_score between 0 and 1),
  self_assessment text not null default '',
  went_well text not null default '',
  got_in_the_way text not null default '',
  learned text not null default '',
  next_step text constraint a_known_next_step check (next_step in ('carry-over', 'stop', 'clone', 'done')),
  by_person uuid not null references person,
  at timestamptz not null
);
create index retrospective_by_objective on retrospective (objective, at);

-- First opening of an objective by a person: who outside the team looked is one of the FAST figures.
create table objective_opened (
  objective uuid not null references objective on delete cascade,
  person uuid not null references person,
  at timestamptz not null,
  primary key (objective, person)
);

create table goal_import (
  id uuid primary key,
  cycle uuid references cycle,
  file_name text not null,
  mapping jsonb not null default '{}',
  content text not null,
  state text not null constraint a_known_import_state check (state in ('previewed', 'applied', 'undone')),
  counts jsonb not null default '{}',
  created jsonb not null default '[]',
  by_person uuid not null references person,
  at timestamptz not null,
  applied_at timestamptz
);
