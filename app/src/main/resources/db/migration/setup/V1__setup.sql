-- How far an organisation has come with setting Fairlead up. No row: it has not begun, or was there
-- before there was a first run.
create table setup (
  one boolean primary key default true constraint there_is_one_setup check (one),
  way text not null constraint a_known_way check (way in ('small', 'large')),
  begun_at timestamptz not null,
  begun_by uuid references person on delete set null,
  ended_at timestamptz
);
create index setup_by_person on setup (begun_by) where begun_by is not null;

create table setup_step (
  step text primary key constraint a_step_has_at_most_40_characters check (length(step) between 1 and 40),
  skipped boolean not null,
  done_at timestamptz not null
);
