-- How far the day's reminders have come, so that a run that was cut off goes on where it was.
create table reminder_run (
  day date primary key,
  after uuid,
  finished boolean not null default false
);

-- What a person may say "no change" about with one click, from the mail of one week. No token:
-- there was nothing to say.
create table weekly_digest (
  id uuid primary key,
  person uuid not null references person,
  week date not null constraint a_week_begins_on_monday check (extract(isodow from week) = 1),
  items jsonb not null constraint items_are_a_list check (jsonb_typeof(items) = 'array'),
  token_hash bytea unique,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint one_digest_a_week unique (person, week)
);
create index weekly_digest_by_end on weekly_digest (expires_at);
