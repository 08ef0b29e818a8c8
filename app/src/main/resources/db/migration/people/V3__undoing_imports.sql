-- Undoing is a step that takes its time, as applying is.
alter table import_run drop constraint a_known_import_state;
alter table import_run add constraint a_known_import_state
  check (state in ('checking', 'ready', 'applying', 'applied', 'undoing', 'undone', 'discarded'));

-- Taking a person, a unit or a run away asks every table that may name it; each answers from an index.
create index team_by_lead on team (lead) where lead is not null;
create index team_by_unit on team (unit) where unit is not null;
create index unit_by_parent on unit (parent) where parent is not null;
create index import_run_by_maker on import_run (made_by);
create index import_run_by_applier on import_run (applied_by) where applied_by is not null;
create index import_run_by_undoer on import_run (undone_by) where undone_by is not null;
create index import_made_by_run on import_made (run);

-- The list of people by title, a page at a time.
create index identity_by_title on identity (lower(title), person);
