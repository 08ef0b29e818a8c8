-- One thing that one person is told. What it says is a key of the sender's words with parameters;
-- who did it is an id, so that a name that was erased is not kept here.
create table notice (
  id uuid primary key,
  recipient uuid not null references person,
  actor uuid references person,
  kind text not null constraint a_notice_has_a_kind check (kind <> ''),
  link text not null constraint a_notice_leads_within_this_server check (link ~ '^/([^/\\]|$)'),
  key text not null,
  parameters jsonb not null constraint parameters_are_a_list check (jsonb_typeof(parameters) = 'array'),
  -- What is told only once to the same person; null: each time.
  once text,
  told_at timestamptz not null,
  in_inbox boolean not null,
  read_at timestamptz
);
create unique index told_once on notice (recipient, once) where once is not null;
create index notice_by_recipient on notice (recipient, id);
create index notice_by_actor on notice (actor) where actor is not null;
create index notice_unread on notice (recipient) where read_at is null and in_inbox;
create index notice_by_age on notice (told_at);

-- Where a person wants which kind of message; no row: where that kind usually goes.
create table message_preference (
  person uuid not null references person,
  kind text not null,
  channel text not null constraint a_known_channel check (channel in ('inbox', 'mail', 'both', 'none')),
  primary key (person, kind)
);

-- When a person wants mail; no row: at once, at any hour, by the organisation's clock.
create table message_rhythm (
  person uuid primary key references person,
  rhythm text not null constraint a_known_rhythm check (rhythm in ('at-once', 'daily', 'weekly')),
  quiet_from time,
  quiet_until time,
  zone text,
  version bigint not null default 1,
  constraint quiet_hours_have_two_ends check ((quiet_from is null) = (quiet_until is null)),
  constraint quiet_hours_end check (quiet_from <> quiet_until)
);
