-- What reading a row already found wrong with it, and whether it names somebody new.
alter table import_row add column found jsonb not null default '[]';
alter table import_row add column fresh boolean not null default false;
alter table import_row add column unit uuid;
alter table import_row add column last_day date;
create index import_row_by_address on import_row (run, lower(email));
create index import_row_by_number on import_row (run, employee_number);
create index import_row_by_person on import_row (run, person);

-- The units that a file names, and which ones those are or would become.
create table import_unit (
  run uuid not null references import_run on delete cascade,
  path text[] not null,
  unit uuid,
  parent uuid,
  fresh boolean not null,
  ambiguous boolean not null default false,
  primary key (run, path)
);

-- The reporting lines as they would stand after the import, to look for circles in.
create table import_line (
  run uuid not null references import_run on delete cascade,
  person uuid not null,
  manager uuid,
  primary key (run, person)
);
create index import_line_by_manager on import_line (run, manager);

-- How far the present step of a run is, written apart from the step's own transaction.
create table import_progress (
  run uuid primary key references import_run on delete cascade,
  done_rows int not null
);
