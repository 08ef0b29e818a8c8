-- A framework that a group tries before everybody. Its document never changes; its cycles are marked with it.
create table pilot (
  id uuid primary key,
  name text not null constraint a_pilot_name_has_1_to_30_characters check (length(name) between 1 and 30),
  document text not null constraint a_pilot_document_has_at_most_262144_characters check (length(document) between 1 and 262144),
  reason text not null constraint a_pilot_reason_has_1_to_2000_characters check (length(reason) between 1 and 2000),
  first_day date not null,
  -- The end of its last cycle. Ending it early moves this to the end of the last one that had begun; one that never
  -- began ends on the day before its first.
  last_day date not null,
  begun_by uuid references person,
  begun_at timestamptz not null,
  state text not null constraint a_known_state_of_a_pilot check (state in ('running', 'applied', 'stopped')),
  ended_by uuid references person,
  ended_at timestamptz,
  ended_because text constraint an_ending_has_1_to_2000_characters check (length(ended_because) between 1 and 2000),
  constraint a_pilot_ends_no_earlier_than_it_begins check (last_day >= first_day - 1),
  constraint what_runs_has_not_ended check ((state = 'running') = (ended_at is null))
);
create index pilot_by_last_day on pilot (last_day);
create index pilot_by_beginner on pilot (begun_by) where begun_by is not null;
create index pilot_by_ender on pilot (ended_by) where ended_by is not null;

-- Whom it is for: units with those below them, teams, single people.
create table pilot_group (
  pilot uuid not null references pilot,
  unit uuid references unit,
  team uuid references team,
  person uuid references person,
  constraint a_part_of_a_group_is_one_thing check (num_nonnulls(unit, team, person) = 1),
  constraint a_part_is_once_in_a_group unique nulls not distinct (pilot, unit, team, person)
);
create index pilot_group_by_unit on pilot_group (unit) where unit is not null;
create index pilot_group_by_team on pilot_group (team) where team is not null;
create index pilot_group_by_person on pilot_group (person) where person is not null;

alter table cycle add column pilot uuid references pilot;
create index cycle_by_pilot on cycle (pilot) where pilot is not null;
-- The calendar must be able to make its cycles whatever pilots call theirs.
drop index one_cycle_per_name;
create unique index one_cycle_per_name on cycle (lower(name)) where pilot is null;
create unique index one_pilot_cycle_per_name on cycle (lower(name)) where pilot is not null;
