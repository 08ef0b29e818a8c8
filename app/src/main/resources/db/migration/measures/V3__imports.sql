-- A file of values that somebody brought: it is read anew for the preview and when it is applied, so that both speak of what stands then.
create table measure_import (
  id uuid primary key,
  file_name text not null,
  content text not null,
  by_person uuid not null references person,
  at timestamptz not null,
  applied_at timestamptz,
  -- What became of it.
  defined int not null default 0,
  added int not null default 0,
  corrected int not null default 0,
  unchanged int not null default 0,
  left_out int not null default 0
);
create index measure_import_by_person on measure_import (by_person, at);
create index measure_import_by_time on measure_import (at);
