-- What was done and can be taken back by who did it, until a moment, or until somebody built on it
-- (then the module deletes the row). The payload is what the module needs to take it back.
create table undo_entry (
  id uuid primary key,
  kind text not null check (kind <> ''),
  record uuid not null,
  who uuid not null,
  made_at timestamptz not null,
  until timestamptz not null check (until > made_at),
  payload text not null
);
create index undo_entry_of_record on undo_entry (kind, record);
create index undo_entry_until on undo_entry (until);
