-- What happened, by ids only: no names, no content. Appended in the acting transaction.
create table audit_entry (
  number bigint generated always as identity primary key,
  id uuid not null unique,
  at timestamptz not null,
  actor uuid,
  act text not null,
  record_type text not null,
  record uuid,
  subject uuid,
  detail jsonb not null default '{}'
);
create index audit_entry_by_subject on audit_entry (subject, number);
create index audit_entry_by_actor on audit_entry (actor, number);
create index audit_entry_by_record on audit_entry (record, number);

-- The chain: each link covers a batch of entries and the link before it.
create table audit_chain (
  number bigint primary key,
  first_entry bigint not null,
  last_entry bigint not null,
  hash bytea not null,
  made_at timestamptz not null
);
