create extension if not exists btree_gist;

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
  attributes jsonb not null default '{}'
);
create unique index one_person_per_address on identity (lower(email));
create unique index one_person_per_employee_number on identity (employee_number) where employee_number is not null;
create index identity_by_name on identity (lower(name), person);

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
  constraint one_employment_at_a_time exclude using gist (person with =, during with &&),
  constraint an_employment_lasts check (not isempty(during))
);
create index employment_by_unit on employment (unit);

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
create index reporting_line_by_manager on reporting_line (manager, person);

-- Today's closure of the reporting lines; depth 1 is the direct manager, 0 oneself.
create table line_of (
  above uuid not null references person,
  below uuid not null references person,
  depth int not null,
  primary key (above, below)
);
create index line_of_by_below on line_of (below, depth);

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
