-- What happened, by ids only, for programs that follow along. Written by the statements that make
-- it happen; numbered afterwards, by one at a time, so that a number never appears before a smaller
-- one: whoever read to a number has missed nothing.
create table event (
  id uuid primary key,
  number bigint unique,
  at timestamptz not null,
  type text not null,
  record_type text not null,
  record uuid not null
);
create index event_to_number on event (at, id) where number is null;
create index event_by_age on event (at);

create sequence event_number owned by event.number;

-- Acts on these records are events; what was read is not. Both run once a statement, however many
-- rows it writes.
create function record_becomes_events() returns trigger language plpgsql as $$
begin
  insert into event (id, at, type, record_type, record)
  select fresh_id(e.at), e.at, e.act, e.record_type, e.record from entries e
  where e.record_type in ('objective', 'person', 'team', 'framework') and e.record is not null
    and e.act !~ '\.read(-denied)?$';
  return null;
end $$;
create trigger entries_become_events after insert on audit_entry referencing new table as entries
  for each statement execute function record_becomes_events();

create function check_ins_become_events() returns trigger language plpgsql as $$
begin
  insert into event (id, at, type, record_type, record)
  select fresh_id(c.at), c.at, 'key-result.checked-in', 'key-result', c.key_result from said c;
  return null;
end $$;
create trigger check_ins_become_events after insert on check_in referencing new table as said
  for each statement execute function check_ins_become_events();

-- Where events are sent to. It is told what everybody may see, whoever made it.
create table webhook (
  id uuid primary key,
  name text not null constraint a_webhook_name_has_1_to_100_characters check (length(name) between 1 and 100),
  url text not null constraint an_address_has_at_most_2000_characters check (length(url) <= 2000),
  format text not null constraint a_known_format check (format in ('standard', 'slack', 'teams')),
  types text[] not null constraint a_webhook_has_a_type check (cardinality(types) > 0),
  state text not null constraint a_known_webhook_state check (state in ('paused', 'sending', 'failed')),
  -- Sealed with the server's own key. The old one signs along until it ends.
  secret bytea not null,
  old_secret bytea,
  old_secret_until timestamptz,
  -- The last event that was looked at.
  seen bigint not null,
  failing_since timestamptz,
  version bigint not null default 1,
  made_by uuid not null references person,
  made_at timestamptz not null
);
create index webhook_by_maker on webhook (made_by);

create table webhook_delivery (
  id uuid primary key,
  webhook uuid not null references webhook on delete cascade,
  type text not null,
  body text not null,
  state text not null constraint a_known_delivery_state check (state in ('waiting', 'sent', 'failed')),
  tries int not null default 0,
  next_at timestamptz not null,
  tried_at timestamptz,
  status int,
  problem text,
  made_at timestamptz not null
);
create index webhook_delivery_of_webhook on webhook_delivery (webhook, id);
create index webhook_delivery_waiting on webhook_delivery (next_at) where state = 'waiting';
create index webhook_delivery_by_age on webhook_delivery (made_at);
