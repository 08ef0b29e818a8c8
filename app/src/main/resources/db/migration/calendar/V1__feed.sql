-- The address at which a calendar program reads somebody's days: its secret is kept as a hash.
-- said: by event, a hash of what the feed last said of it, how often that changed, and when.
create table calendar_feed (
  person uuid primary key references person,
  id uuid not null unique,
  token_hash bytea not null unique,
  made_at timestamptz not null,
  read_at timestamptz,
  said jsonb not null default '{}' constraint what_was_said_is_an_object check (jsonb_typeof(said) = 'object')
);
