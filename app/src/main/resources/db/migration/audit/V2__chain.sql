-- The record can only grow: entries and links are inserted and never touched again. A restore takes
-- the triggers away for its transaction, which only the tables' owner can.
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit record is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger entries_stay before update or delete on audit_entry
  for each row execute function audit_is_append_only();
create trigger entries_are_not_emptied before truncate on audit_entry
  for each statement execute function audit_is_append_only();

-- Numbers are taken when a statement runs and become visible when it commits, so a link covers a set
-- of numbers, not a range: a late one goes into a later link.
alter table audit_chain drop column first_entry, drop column last_entry,
  add column entries int8multirange not null,
  add column previous bytea not null;
create trigger links_stay before update or delete on audit_chain
  for each row execute function audit_is_append_only();
create trigger links_are_not_emptied before truncate on audit_chain
  for each statement execute function audit_is_append_only();

-- Entries that no link covers yet, for the job that makes links. Verification does not trust it.
create table audit_unchained (
  entry bigint primary key
);
insert into audit_unchained select number from audit_entry;

create function audit_waits_for_a_link() returns trigger language plpgsql as $$
begin
  insert into audit_unchained (entry) values (new.number);
  return null;
end $$;
create trigger an_entry_waits_for_a_link after insert on audit_entry
  for each row execute function audit_waits_for_a_link();

create index audit_entry_by_act on audit_entry (act, number);
create index audit_entry_by_time on audit_entry (at, number);

do $$ begin
  if current_user <> '${app}' then
    execute format('revoke update, delete, truncate on audit_entry, audit_chain from %I', '${app}');
  end if;
end $$;
