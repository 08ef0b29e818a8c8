-- A file's rows as they were read. A check takes into import_row only those that say something new.
create table import_staged (
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
  found jsonb not null,
  primary key (run, number)
);
insert into import_staged (run, number, line, cells, employee_number, name, email, title, unit_path, manager_email,
  start_date, end_date, leaves, teams, attributes, found)
select r.run, r.number, r.line, r.cells, r.employee_number, r.name, r.email, r.title, r.unit_path, r.manager_email,
  r.start_date, r.end_date, r.leaves, r.teams, r.attributes, r.found
from import_row r join import_run i on i.id = r.run
where r.number > 0 and i.state in ('checking', 'ready', 'applying');

-- The people of whom a file says what is known already.
create table import_same (
  run uuid not null references import_run on delete cascade,
  person uuid not null,
  number int not null,
  primary key (run, person)
);

-- What the columns of an organisation's own file say, saved under a name.
create table import_mapping (
  id uuid primary key,
  name text not null constraint a_mapping_name_has_1_to_100_characters check (length(name) between 1 and 100),
  columns text[] not null,
  -- For each column: a field's code, 'attribute', or nothing.
  targets text[] not null,
  date_order text not null constraint a_known_order_of_dates check (date_order in ('year-first', 'month-first', 'day-first')),
  saved_by uuid not null references person,
  saved_at timestamptz not null,
  constraint each_column_says_something_or_nothing check (cardinality(columns) = cardinality(targets))
);
create unique index one_mapping_per_name on import_mapping (lower(name));
create index import_mapping_by_saver on import_mapping (saved_by);

alter table import_run drop constraint a_known_people_format;
alter table import_run add constraint a_known_people_format check (format in ('fairlead', 'lattice', '15five', 'mapped'));
-- For each column of the header: a field's code, 'attribute', or nothing. Null: as the format says.
alter table import_run add column targets text[];
alter table import_run add column date_order text not null default 'year-first';
alter table import_run add column mapping text;
-- A sync is checked and applied in one step; it knows of which day its file is, and its bytes.
alter table import_run add column sync boolean not null default false;
alter table import_run add column as_of date;
alter table import_run add column digest text;
create index import_run_synced on import_run (applied_at) where sync;
