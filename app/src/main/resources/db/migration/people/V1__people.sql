create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- A UUID of version 7 for rows made inside one statement; PostgreSQL has its own only from 18 on.
create function fresh_id(at timestamptz) returns uuid language sql volatile as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from at) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- A person is only an id, so that history can point at it for ever; who it is stands in identity.
create table person (
  id uuid primary key,
  created_at timestamptz not null,
  version bigint not null default 1
);

-- The one deletable row that names a person.
create table identity (
  person uuid primary key references person,
  name text not null constraint a_name_has_1_to_200_characters check (length(name) between 1 and 200),
  email text not null,
  employee_number text,
  title text not null default '',
  attributes jsonb not null default '{}' constraint attributes_are_named_values check (jsonb_typeof(attributes) = 'object'),
  -- Whether this person lets everyone see how to reach them.
  contact_shared boolean not null default false
);
create unique index one_person_per_address on identity (lower(email));
create unique index one_person_per_employee_number on identity (employee_number) where employee_number is not null;
create index identity_by_name on identity (lower(name), person);
create index identity_by_part_of_name on identity using gin (lower(name) gin_trgm_ops);
create index identity_by_part_of_title on identity using gin (lower(title) gin_trgm_ops);

-- The organisation's units (departments), a tree.
create table unit (
  id uuid primary key,
  name text not null constraint a_unit_name_has_1_to_200_characters check (length(name) between 1 and 200),
  parent uuid references unit,
  constraint a_unit_is_not_its_own_parent check (parent <> id)
);
create unique index one_unit_per_name_and_parent on unit (coalesce(parent, id), lower(name)) where parent is not null;
create unique index one_root_unit_per_name on unit (lower(name)) where parent is null;

-- Today's closure of the unit tree, itself included at depth 0.
create table unit_line (
  above uuid not null references unit on delete cascade,
  below uuid not null references unit on delete cascade,
  depth int not null,
  primary key (above, below)
);
create index unit_line_by_below on unit_line (below);

create table employment (
  id uuid primary key,
  person uuid not null references person,
  unit uuid references unit,
  during daterange not null,
  recorded_at timestamptz not null,
  -- Whether other modules were told that the person left at the end of this one.
  departure_told boolean not null default false,
  constraint one_employment_at_a_time exclude using gist (person with =, during with &&),
  constraint an_employment_lasts check (not isempty(during))
);
create index employment_by_unit on employment (unit);
create index employment_by_person on employment (person);
create index employment_not_told on employment (upper(during)) where not departure_told and not upper_inf(during);

-- The history of who manages whom. Null manager: the person heads the organisation.
create table reporting_line (
  id uuid primary key,
  person uuid not null references person,
  manager uuid references person,
  during daterange not null,
  recorded_at timestamptz not null,
  constraint one_manager_at_a_time exclude using gist (person with =, during with &&),
  constraint nobody_manages_themself check (manager <> person),
  constraint a_line_lasts check (not isempty(during))
);
create index reporting_line_by_person on reporting_line (person);
create index reporting_line_by_manager on reporting_line (manager, person);

-- Today's closure of the reporting lines; depth 1 is the direct manager, 0 oneself.
create table line_of (
  above uuid not null references person,
  below uuid not null references person,
  depth int not null,
  primary key (above, below)
);
create index line_of_by_below on line_of (below, depth);

-- The day that line_of shows; one row. Midnight's job moves it on.
create table line_day (
  one boolean primary key default true constraint one_row check (one),
  day date not null
);

-- The lines that one transaction is changing, so that one and a hundred thousand take the same statements.
create table line_move (
  batch uuid not null,
  person uuid not null,
  manager uuid,
  from_day date not null,
  -- Null: from then on.
  until_day date,
  -- A new line; a departure, after which there is none; or only somebody below, whose closure follows.
  kind text not null constraint a_known_kind_of_move check (kind in ('line', 'departure', 'below')),
  primary key (batch, person)
);

-- A cross-functional team; membership beside the reporting line, several at once.
create table team (
  id uuid primary key,
  name text not null constraint a_team_name_has_1_to_200_characters check (length(name) between 1 and 200),
  purpose text not null default '',
  unit uuid references unit,
  lead uuid references person,
  during daterange not null,
  version bigint not null default 1
);
create unique index one_team_per_name on team (lower(name));

create table membership (
  id uuid primary key,
  team uuid not null references team,
  person uuid not null references person,
  during daterange not null,
  constraint a_person_is_once_in_a_team exclude using gist (team with =, person with =, during with &&)
);
create index membership_by_person on membership (person);
create index membership_by_team on membership (team);

-- One people file: what it is, how far it is, what it would do or did.
create table import_run (
  id uuid primary key,
  format text not null constraint a_known_people_format check (format in ('fairlead', 'lattice', '15five')),
  file_name text not null,
  charset text not null,
  separator text not null,
  header text[] not null,
  fields text[] not null,
  attribute_names text[] not null,
  -- What happens to people who are not in the file.
  absent text not null constraint absent_people_leave_or_stay check (absent in ('leave', 'stay')),
  effective date not null,
  state text not null constraint a_known_import_state
    check (state in ('checking', 'ready', 'applying', 'applied', 'undone', 'discarded')),
  total_rows int not null,
  done_rows int not null default 0,
  active_before int not null default 0,
  new_people int not null default 0,
  changed_people int not null default 0,
  unchanged_people int not null default 0,
  leaving_people int not null default 0,
  problem_rows int not null default 0,
  waiting_lines int not null default 0,
  choice text constraint apply_all_or_the_good check (choice in ('all', 'good')),
  confirmed_leaving int,
  -- Why applying stopped, when it did: a refusal's code.
  stopped_by text,
  made_by uuid not null references person,
  made_at timestamptz not null,
  applied_by uuid references person,
  applied_at timestamptz,
  undone_by uuid references person,
  undone_at timestamptz
);
create index import_run_by_time on import_run (made_at);

-- The file's rows as read: null means "leave as it is", an empty text "clear it".
create table import_row (
  run uuid not null references import_run on delete cascade,
  number int not null,
  line bigint not null,
  cells text[] not null,
  employee_number text,
  name text,
  email text,
  title text,
  unit_path text[],
  manager_email text,
  start_date date,
  end_date date,
  leaves boolean not null,
  teams text[],
  attributes jsonb not null,
  person uuid,
  manager uuid,
  head boolean not null default false,
  line_waits boolean not null default false,
  verdict text,
  primary key (run, number)
);

create table import_problem (
  run uuid not null references import_run on delete cascade,
  number int not null,
  field text not null,
  code text not null,
  parameters text[] not null
);
create index import_problem_by_row on import_problem (run, number);

-- What stood before an import changed it, for undoing; emptied after a day.
create table import_before (
  run uuid not null references import_run on delete cascade,
  person uuid not null,
  version bigint not null,
  made boolean not null,
  before jsonb,
  primary key (run, person)
);

-- The units and teams that an import made.
create table import_made (
  run uuid not null references import_run on delete cascade,
  unit uuid,
  team uuid,
  constraint one_thing_made check (num_nonnulls(unit, team) = 1)
);
